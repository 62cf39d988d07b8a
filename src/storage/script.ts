import type { Redis } from "ioredis";

/** Runs a Lua script that calls its keys and arguments by the names given here. */
export function run(
  redis: Redis,
  script: string,
  keys: Readonly<Record<string, string>>,
  args: Readonly<Record<string, string | number>>,
): Promise<unknown> {
  const named = [
    `local ${Object.keys(keys).join(", ")} = unpack(KEYS)`,
    `local ${Object.keys(args).join(", ")} = unpack(ARGV)`,
    script,
  ];
  return redis.eval(
    named.join("\n"),
    Object.keys(keys).length,
    ...Object.values(keys),
    ...Object.values(args),
  );
}
