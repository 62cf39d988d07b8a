/** The members that have a value: an optional field of the Bot API is absent, never `undefined`. */
export function given<T extends object>(value: T): { [P in keyof T]?: Exclude<T[P], undefined> } {
  const present = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(present) as { [P in keyof T]?: Exclude<T[P], undefined> };
}
