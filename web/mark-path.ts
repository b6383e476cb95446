/** The outline of the mark: a SIM card with the tail of a speech bubble. */
export const MARK_PATH =
  'M7 2h12.2a3 3 0 0 1 2.1.9l5.8 5.8a3 3 0 0 1 .9 2.1V21a5 5 0 0 1-5 5h-8.8l-5.7 4.4A1 1 0 0 1 6.9 29.6V26A4 4 0 0 1 3 22V6a4 4 0 0 1 4-4Z';
