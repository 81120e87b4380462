/** A JSON object, or an error that says what came instead. */
export function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`expected an object, got ${JSON.stringify(value)?.slice(0, 200)}`);
  return Object.fromEntries(Object.entries(value));
}

/** A JSON array, or an error that says what came instead. */
export function array(value: unknown): unknown[] {
  if (!Array.isArray(value))
    throw new TypeError(`expected an array, got ${JSON.stringify(value)?.slice(0, 200)}`);
  return value;
}

/** A string, or an error that says what came instead. */
export function text(value: unknown): string {
  if (typeof value !== 'string')
    throw new TypeError(`expected a string, got ${JSON.stringify(value)?.slice(0, 200)}`);
  return value;
}

/** A number, or an error that says what came instead. */
export function number(value: unknown): number {
  if (typeof value !== 'number')
    throw new TypeError(`expected a number, got ${JSON.stringify(value)?.slice(0, 200)}`);
  return value;
}
