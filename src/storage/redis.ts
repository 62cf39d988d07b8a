import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "../log.ts";

const connectTimeoutMs = 3_000;
const commandTimeoutMs = 5_000;
const longestBackOffMs = 2_000;

/** ioredis types its constructor by this one option, in a way exact optional properties cannot meet. */
type Options = Omit<RedisOptions, "replyMapping">;

/** REDIS_URL leads nowhere useful; the message is one sentence for the person who set it, without the password. */
export class RedisUnusable extends Error {
  override readonly name = "RedisUnusable";
}

/**
 * Connects to Redis and resolves when it answers. Once connected it reconnects by itself, with a back-off up to two
 * seconds. While it is away, commands fail at once (see {@link isRedisAway}); those of a connection `forWorkers` wait,
 * as BullMQ's workers require.
 *
 * @param url `redis://`, `rediss://`, `unix://` or `redis+unix://`, or the path of a socket
 * @throws RedisUnusable within a few seconds when there is no Redis to be had there
 */
export async function connectRedis(
  url: string,
  { log, forWorkers = false }: { log: Log; forWorkers?: boolean },
): Promise<Redis> {
  const address = parseRedisUrl(url);
  let wasReady = false;
  const options: Options = {
    ...address.options,
    lazyConnect: true,
    connectTimeout: connectTimeoutMs,
    // Before the first success a retry would only hide the mistake; afterwards there is no giving up.
    retryStrategy: (times) => (wasReady ? Math.min(50 * 2 ** Math.min(times, 10), longestBackOffMs) : null),
    ...(forWorkers
      ? { maxRetriesPerRequest: null }
      : // Nothing is resent by itself: whoever asked knows whether asking twice is safe.
        { maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: commandTimeoutMs }),
  };
  const redis = new Redis(options);
  const troubles: Error[] = [];
  const note = (error: Error) => void troubles.push(error);
  redis.on("error", note);
  const overdue = setTimeout(() => redis.disconnect(), connectTimeoutMs + 500);
  try {
    await redis.connect();
    // A database number the server does not have is only an event: unnoticed, we would write into database 0.
    if (troubles.length > 0) throw troubles[0];
  } catch (error) {
    redis.disconnect();
    throw new RedisUnusable(explain([...troubles, error], address.shown));
  } finally {
    clearTimeout(overdue);
  }
  wasReady = true;
  // From here on every loss is told by "reconnecting"; without a listener ioredis would print errors itself.
  redis.off("error", note).on("error", () => {});
  let away = false;
  redis.on("reconnecting", () => {
    if (!away) log.warn("Redis is away; reconnecting");
    away = true;
  });
  redis.on("ready", () => {
    if (away) log.info("Redis is back");
    away = false;
  });
  if (!forWorkers) await warnOfForgetting(redis, log);
  return redis;
}

interface Address {
  readonly options: Options;
  /** The address as people may see it: without user and password. */
  readonly shown: string;
}

/** Reads REDIS_URL without touching the network. @throws RedisUnusable when it is not one */
export function parseRedisUrl(url: string): Address {
  if (url.startsWith("/")) return { options: { path: url }, shown: url };
  const wrong = new RedisUnusable(
    "REDIS_URL is not understood: write redis://host:6379, rediss://user:password@host:6380/0 or /path/redis.sock, " +
      "with %-escapes for special characters in the password.",
  );
  try {
    const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url);
    const who = {
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
    };
    if (protocol === "unix:" || protocol === "redis+unix:") {
      const path = decodeURIComponent(pathname);
      const db = Number(searchParams.get("db") ?? 0);
      if (hostname || path.length < 2 || !Number.isInteger(db)) throw wrong;
      return { options: { path, db, ...who }, shown: path };
    }
    const db = Number(pathname.slice(1));
    if ((protocol !== "redis:" && protocol !== "rediss:") || !hostname || !Number.isInteger(db)) throw wrong;
    const host = hostname.replace(/^\[|\]$/g, "");
    const tls = protocol === "rediss:" ? { tls: { servername: host } } : {};
    return {
      options: { host, port: Number(port || 6379), db, ...who, ...tls },
      shown: `${protocol}//${hostname}:${port || 6379}`,
    };
  } catch {
    throw wrong;
  }
}

const explanations: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, "nothing listens there. Start Redis, or correct REDIS_URL"],
  [/ENOENT/, "there is no such socket. Start Redis, or correct REDIS_URL"],
  [/EACCES|EPERM/, "this user may not open the socket. Change its rights, or the user"],
  [/ENOTFOUND|EAI_AGAIN/, "no such host can be found. Correct the host's name in REDIS_URL"],
  [/EHOSTUNREACH|ENETUNREACH/, "there is no way to that host. Check the network, or REDIS_URL"],
  [/NOAUTH/, "it asks for a password. Write it into REDIS_URL: redis://:password@host:port"],
  [/WRONGPASS|invalid password/i, "it refuses the password. Correct the user or the password in REDIS_URL"],
  [/NOPERM/, "this user may not do what Attaché needs. Give the user the rights, or take another one"],
  [/DB index/i, "it has no database of that number. Correct the number at the end of REDIS_URL"],
  [/CERT|SELF_SIGNED|certificate|altname/i, "its certificate is not to be trusted"],
  [/SSL|TLS|EPROTO/, "it does not speak TLS. Write redis:// instead of rediss://"],
  [/LOADING/, "it is still loading its data. Try again in a minute"],
  [/RESP type|unknown command/i, "what answers there is not a Redis. Correct REDIS_URL"],
];

function explain(troubles: readonly unknown[], shown: string): string {
  const said = troubles.map(textOf).join(" ");
  const known = explanations.find(([sign]) => sign.test(said));
  const what =
    known?.[1] ?? "nothing answers in time. Check REDIS_URL (rediss:// speaks TLS, redis:// does not)";
  return `Redis at ${shown}: ${what}.`;
}

/** Name, code and message, of causes and of the several attempts of one connection (AggregateError) too. */
function textOf(trouble: unknown): string {
  if (!(trouble instanceof Error)) return String(trouble);
  const code = "code" in trouble ? trouble.code : "";
  const parts = trouble instanceof AggregateError ? trouble.errors.map(textOf) : [];
  return [trouble.name, code, trouble.message, ...parts].join(" ");
}

/**
 * Whether an error says that Redis cannot be counted on now, rather than that we asked something wrong. What was being
 * written may or may not have been; people are told that it was not saved.
 */
export function isRedisAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isRedisAway);
  return (
    error.name === "MaxRetriesPerRequestError" ||
    awayMessages.test(error.message) ||
    (error.name === "ReplyError" && awayReplies.test(error.message)) ||
    isRedisAway(error.cause)
  );
}

/** ioredis has no classes for these; its texts are stable. */
const awayMessages =
  /^(Connection is closed\.|Stream isn't writeable and enableOfflineQueue|Command timed out|Command aborted due to)/;
/** Replies of a server that is there and cannot serve: it loads, it became a replica, its disk or memory is full. */
const awayReplies = /^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|NOREPLICAS|MISCONF|OOM|BUSY )/;

/** Says once what of this server's settings could lose what people gave. Servers that hide them stay unjudged. */
async function warnOfForgetting(redis: Redis, log: Log): Promise<void> {
  try {
    const info = await redis.info();
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? "noeviction";
    if (policy !== "noeviction") {
      log.warn(
        { policy },
        "this Redis may evict data when its memory is full: set maxmemory-policy noeviction",
      );
    }
    if (/^aof_enabled:0/m.test(info)) {
      log.warn(
        "this Redis keeps no append-only file: what people give is lost if it stops. Set appendonly yes",
      );
    }
  } catch (error) {
    if (isRedisAway(error)) throw error;
    log.debug({ err: error }, "this Redis does not show its settings");
  }
}
