import type { Redis } from "ioredis";

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

/** Rewrites a field of a hash only if it is still as it was read. ARGV: field, as it was, as it is to be. */
const REPLACE = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

/** A record in a hash: where it is, and in which form. */
export interface RecordPlace<T> {
  readonly redis: Redis;
  readonly key: string;
  readonly field: string;
  readonly form: RecordForm<T>;
}

/** Changes a record, whoever else changes it meanwhile; refused where there is none, or `change` answers nothing. */
export async function amend<T extends object>(
  { redis, key, field, form }: RecordPlace<T>,
  change: (was: T) => T | undefined,
): Promise<"amended" | "as it was" | "refused"> {
  for (;;) {
    const stored = await redis.hget(key, field);
    if (stored === null) return "refused";
    const next = change(form.decode(stored));
    if (next === undefined) return "refused";
    const amended = form.encode(next);
    if (amended === stored) return "as it was";
    if ((await redis.eval(REPLACE, 1, key, field, stored, amended)) === 1) return "amended";
  }
}
