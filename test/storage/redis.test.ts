import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { connectRedis, isRedisAway, parseRedisUrl, RedisUnusable } from "../../src/storage/redis.ts";
import { testRedis } from "../support/redis.ts";

const { redis, connect } = await testRedis();
const log = createLog("silent");
const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** Something that is no Redis. */
async function listen(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket.on("error", () => {}));
    onConnection(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function complaint(url: string): Promise<string> {
  const error = await connectRedis(url, { log }).catch((reason) => reason);
  expect(error).toBeInstanceOf(RedisUnusable);
  return error.message;
}

test.each([
  ["redis://localhost", { host: "localhost", port: 6379, db: 0 }],
  ["redis://:p%40ss@[::1]:7000/2", { host: "::1", port: 7000, db: 2, password: "p@ss" }],
  [
    "rediss://me:x@redis.example:1",
    { host: "redis.example", username: "me", tls: { servername: "redis.example" } },
  ],
  ["/run/redis.sock", { path: "/run/redis.sock" }],
  ["unix:///run/redis.sock?db=3", { path: "/run/redis.sock", db: 3 }],
  ["redis+unix:///run/my%20redis.sock", { path: "/run/my redis.sock" }],
])("%s is understood", (url, options) => {
  expect(parseRedisUrl(url).options).toMatchObject(options);
});

test.each([
  "localhost:6379",
  "http://localhost",
  "redis://",
  "redis://h:99999",
  "redis://:%ZZ@h",
  "unix://h/run",
  "",
])("%j is not", async (url) => {
  expect(await complaint(url)).toMatch(/^REDIS_URL is not understood: write redis:\/\//);
});

test("says that nothing listens, without the password", async () => {
  const port = await listen(() => {});
  for (const server of servers.splice(0)) server.close();
  const message = await complaint(`redis://:hunter2@127.0.0.1:${port}`);
  expect(message).toBe(
    `Redis at redis://127.0.0.1:${port}: nothing listens there. Start Redis, or correct REDIS_URL.`,
  );
});

test.each([
  ["no Redis", "HTTP/1.1 400 Bad Request\r\n\r\n", /not a Redis/],
  ["a password is missing", "-NOAUTH Authentication required.\r\n", /asks for a password/],
  ["the password is wrong", "-WRONGPASS invalid username-password pair\r\n", /refuses the password/],
])("says that %s", async (_, answer, sentence) => {
  const port = await listen((socket) => socket.on("data", () => socket.write(answer.repeat(5))));
  expect(await complaint(`redis://:x@127.0.0.1:${port}`)).toMatch(sentence);
});

test("says that there is no such database, instead of using another", async () => {
  const { path, host, port } = redis.options;
  const url = path ? `unix://${path}?db=9999` : `redis://${host}:${port}/9999`;
  expect(await complaint(url)).toMatch(/no database of that number/);
});

test("tells that Redis is away from a mistake of ours", async () => {
  const lost = await connect();
  lost.disconnect();
  const away = await lost.get("key").catch((reason) => reason);
  expect(isRedisAway(away)).toBe(true);
  expect(isRedisAway(new Error("could not save", { cause: away }))).toBe(true);
  const ours = await redis.call("NO-SUCH-COMMAND").catch((reason) => reason);
  expect(ours).toBeInstanceOf(Error);
  expect(isRedisAway(ours)).toBe(false);
  expect(isRedisAway(new TypeError("undefined"))).toBe(false);
});
