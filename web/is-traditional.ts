/** Which Chinese a language tag asks for: the page and the widget must agree. */

/** Returns whether a BCP 47 tag asks for Traditional Chinese. The script it names counts for more than its region. */
export function isTraditional(tag: string): boolean {
  return /^zh\b(?!.*\bhans\b).*\b(hant|tw|hk|mo)\b/i.test(tag);
}
