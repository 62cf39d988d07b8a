/**
 * Records: values kept in Redis as JSON, each with the version of its form, so that a program that finds a form it does
 * not know says so instead of misreading it.
 */
export interface RecordForm<T> {
  encode(value: T): string;
  /** @throws when the stored form is not the one this program knows. */
  decode(stored: string): T;
}

/** `migrate` makes the present form of an older one; without it, or of a newer one, nothing is made. */
export function recordForm<T extends object>(
  name: string,
  version = 1,
  migrate?: (old: object, from: number) => T,
): RecordForm<T> {
  return {
    encode: (value) => JSON.stringify({ v: version, ...value }),
    decode: (stored) => {
      const { v, ...value } = JSON.parse(stored) as { v?: number };
      if (migrate !== undefined && v !== undefined && v < version) return migrate(value, v);
      if (v !== version) {
        throw new Error(
          `Redis holds a ${name} in form ${v}, this program reads form ${version}: update the program`,
        );
      }
      // Written by `encode` above: the version stands for the shape.
      return value as T;
    },
  };
}
