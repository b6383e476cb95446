/** Whether a contact may be a phone number. */
import { isPossiblePhoneNumber } from 'libphonenumber-js/min';

/**
 * Returns whether it may be one of any country, or one as it is dialled in the Netherlands. The library reads parameters
 * such as `;phone-context=` (RFC 3966) by a pattern that takes 2ⁿ steps for n dots in them: no visitor writes any, so none
 * reach it.
 */
export function isPhoneNumber(contact: string): boolean {
  return !contact.includes(';') && isPossiblePhoneNumber(contact, 'NL');
}
