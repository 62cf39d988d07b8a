import { afterEach, expect, test } from "vitest";
import { createRoutes, type HttpServer, startServer } from "../../src/server/server.ts";

const running: HttpServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(checks: Parameters<typeof createRoutes>[0]["checks"] = {}): Promise<HttpServer> {
  const app = createRoutes({ checks, metrics: () => ({ attache_sent_total: 3, attache_queue: 1.5 }) });
  const server = await startServer({ host: "127.0.0.1", port: 0, app });
  running.push(server);
  return server;
}

const get = ({ port }: HttpServer, path: string) => fetch(`http://127.0.0.1:${port}${path}`);

test("is healthy as long as it lives", async () => {
  expect((await get(await start({ redis: () => false }), "/healthz")).status).toBe(200);
});

test("is ready when every part is, and else says which is not", async () => {
  expect((await get(await start({ redis: async () => true, polling: () => true }), "/readyz")).status).toBe(
    200,
  );
  const never = () => new Promise<boolean>(() => {});
  const failing = () => Promise.reject(new Error("away"));
  const answer = await get(await start({ redis: failing, polling: never, delivery: () => true }), "/readyz");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    ready: false,
    checks: { redis: false, polling: false, delivery: true },
  });
});

test("shows its figures to Prometheus", async () => {
  const answer = await get(await start(), "/metrics");
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await answer.text()).toBe(
    "# TYPE attache_sent_total counter\nattache_sent_total 3\n# TYPE attache_queue gauge\nattache_queue 1.5\n",
  );
});

test("says in a sentence that its port is taken", async () => {
  const { port } = await start();
  const second = startServer({
    host: "127.0.0.1",
    port,
    app: createRoutes({ checks: {}, metrics: () => ({}) }),
  });
  await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program`);
});
