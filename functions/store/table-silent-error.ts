/** Thrown when a table gave no usable answer: too late, not whole, or not asked at all because it gave none before. */
export class TableSilentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TableSilentError';
  }
}
