/**
 * What can still be read of a file with mistakes in it. So an end before its start is found in the same reading as a
 * misspelt title two lines above.
 */
import type { Path } from "./problems.ts";

/**
 * A value of which any part may be missing. A part that was there but could not be read is an own property with the
 * value undefined, so that the checks can tell it from one that was never given; lists keep their places.
 */
export type Salvaged<T> = T extends readonly (infer Item)[]
  ? readonly (Salvaged<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Salvaged<T[Key]> | undefined }
    : T;

/**
 * A copy of the value in which everything the paths lead to is undefined. With the paths of all shape problems, what is
 * left has the shape of T wherever it has anything at all; nothing but the caller vouches for that.
 */
export function salvage<T>(value: unknown, unreadable: readonly Path[]): Salvaged<T> | undefined {
  const whole = { value: structuredClone(value) };
  for (const path of unreadable) blank(whole, ["value", ...path]);
  return whole.value as Salvaged<T> | undefined;
}

/** Whether the field was given, but could not be read. */
export function unreadable<T extends object>(part: T, field: keyof T): boolean {
  return Object.hasOwn(part, field) && part[field] === undefined;
}

/** The items of a list that could be read, each with its place. */
export function* readable<Item>(list: readonly (Item | undefined)[] | undefined): Generator<[number, Item]> {
  for (const [index, item] of (list ?? []).entries()) if (item !== undefined) yield [index, item];
}

/** The value a path leads to, through own properties only. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

function blank(value: unknown, path: Path): void {
  const field = path.at(-1);
  const parent = valueAt(value, path.slice(0, -1));
  if (field === undefined || typeof parent !== "object" || parent === null || !Object.hasOwn(parent, field))
    return;
  (parent as Record<string | number, unknown>)[field] = undefined;
}
