import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";

export type Checks = Readonly<Record<string, () => boolean | Promise<boolean>>>;

/** What the program shows of itself by HTTP. */
export interface ServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Name → whether that part does its work: `redis`, `polling`. All must, for traffic to be sent here. */
  readonly checks: Checks | (() => Checks);
  /** The present figures: name → value, names in Prometheus' manner, counters ending in `_total`. */
  readonly metrics: () => Readonly<Record<string, number>> | Promise<Readonly<Record<string, number>>>;
}

export interface HttpServer {
  /** The port it listens on. */
  readonly port: number;
  stop(): Promise<void>;
}

/** A check that takes longer than this has failed; probes give up after a second or so themselves. */
const checkTimeoutMs = 1000;
/** How long a request may still take when the server stops. */
const answerWithinMs = 1000;

/**
 * The routes: `/healthz` (the process lives), `/readyz` (all its parts work, else 503 and which do not), `/metrics`
 * (Prometheus text). Further routes, such as the webhook, are added by the caller.
 */
export function createRoutes({ checks, metrics }: Pick<ServerOptions, "checks" | "metrics">): Hono {
  const routes = new Hono();
  routes.get("/healthz", (c) => c.text("ok\n"));
  routes.get("/readyz", async (c) => {
    const results = await Promise.all(
      Object.entries(typeof checks === "function" ? checks() : checks).map(
        async ([name, check]) => [name, await passes(check)] as const,
      ),
    );
    const ready = results.every(([, passed]) => passed);
    return c.json({ ready, checks: Object.fromEntries(results) }, ready ? 200 : 503);
  });
  routes.get("/metrics", async (c) => {
    // https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
    return c.body(metricsText(await metrics()), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
    });
  });
  return routes;
}

/**
 * Listens for HTTP.
 *
 * @throws an Error whose one sentence says what to change when the port or the host cannot be used
 */
export async function startServer(
  options: Pick<ServerOptions, "host" | "port"> & { app: Hono },
): Promise<HttpServer> {
  const { host, port, app } = options;
  const { server, bound } = await new Promise<{ server: ServerType; bound: number }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address) =>
      resolve({ server, bound: address.port }),
    );
    server.once("error", (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, host, port))));
  });
  return {
    port: bound,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if (!("closeIdleConnections" in server)) return;
        // Requests in hand are answered; connections kept alive by probes and proxies would hold us for minutes.
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), answerWithinMs).unref();
      }),
  };
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken by another program: stop that one, or set PORT.`;
  if (code === "EACCES") return `This user may not listen on port ${port}: set PORT to 1024 or higher.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `${host} is not an address of this machine: set HOST.`;
  return `Cannot listen on ${host}, port ${port}: ${message}.`;
}

async function passes(check: () => boolean | Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, checkTimeoutMs, false);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function metricsText(metrics: Readonly<Record<string, number>>): string {
  return Object.entries(metrics)
    .map(
      ([name, value]) =>
        `# TYPE ${name} ${name.endsWith("_total") ? "counter" : "gauge"}\n${name} ${value}\n`,
    )
    .join("");
}
