/** Names of the environment variables of the digest; infra sets them, `functions/digest.ts` reads them. */

/** Days that one digest covers. */
export const DIGEST_DAYS_VARIABLE = 'DIGEST_DAYS';
export const DIGEST_LOCALE_VARIABLE = 'DIGEST_LOCALE';
/** Address of the maintainers' page. */
export const DIGEST_PAGE_VARIABLE = 'DIGEST_PAGE';
