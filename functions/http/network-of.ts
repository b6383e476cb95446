/** Which addresses belong to one client. */
import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** A household or a phone is given a /64 at least (RFC 6177), and may send from every address in it. */
const NETWORK_GROUPS = 4;

/** Returns the /64 of an IPv6 address; any other address, or text, as it is. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  // An IPv4 address as IPv6 writes it is a client of its own. The check is last: its first use takes a cold start 4 ms.
  if (!plain.includes(':') || plain.includes('.') || !isIPv6(plain)) return address;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = new Array<string>(GROUPS - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function groupsOf(part: string): readonly string[] {
  return part === '' ? [] : part.split(':');
}
