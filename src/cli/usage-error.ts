/** The run cannot be done as it was asked for: wrong usage, or a file that cannot be read. It ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
