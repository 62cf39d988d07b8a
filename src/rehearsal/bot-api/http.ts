import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Activity } from "./activity.ts";
import { readFields } from "./body.ts";
import { chatOf, type Dispatch, methodNamed } from "./dispatch.ts";
import { type Faults, plannedRefusal } from "./faults.ts";
import type { Files } from "./files.ts";
import { Refusal } from "./refusal.ts";

/** What the HTTP edge hands on to. */
export interface Behind {
  readonly token: string;
  readonly dispatch: Dispatch;
  readonly files: Files;
  readonly faults: Faults;
  readonly activity: Activity;
}

const PATH = /^\/(file\/)?bot(\d+:[\w-]+)\/(.+)$/;

/** The paths of https://core.telegram.org/bots/api#making-requests and #getfile. */
export function createHttpServer(behind: Behind): Server {
  const server = createServer((request, response) => {
    answer(request, response, behind).catch((error: unknown) => {
      if (response.destroyed) return;
      reply(response, refusalFor(error));
    });
  });
  // A client may use a connection again after any pause, as with Telegram; closing it first would race with the client.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  behind.faults.broken.on(() => server.closeAllConnections());
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, behind: Behind): Promise<void> {
  const { faults } = behind;
  if (faults.isOut) return cut(response);
  if (faults.delay > 0) await delay(faults.delay);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, file, token, rest = ""] = PATH.exec(decodeURIComponent(pathname)) ?? [];
  if (token === undefined) throw new Refusal(404, "Not Found");
  if (token !== behind.token) throw new Refusal(401, "Unauthorized");
  if (file !== undefined) return sendFile(response, behind.files, rest);
  const method = methodNamed(rest);
  if (method === undefined) throw new Refusal(404, "Not Found: method not found");
  // A poller waits for news; every other call is work under way.
  const done = method === "getUpdates" ? () => {} : behind.activity.begin(method);
  response.once("close", done);
  const closed = new AbortController();
  response.once("close", () => closed.abort());
  const fields = await readFields(request, searchParams);

  const fault = faults.strike(method, chatOf(fields));
  if (fault === "cut before") return cut(response);
  if (fault === "hang") return;
  if (fault === "html 502") return badGateway(response);
  if (typeof fault === "object" && "hang" in fault) {
    await delay(fault.hang);
    return cut(response);
  }
  const planned = fault && plannedRefusal(fault);
  if (planned !== undefined) throw planned;

  const result = await behind.dispatch.perform(method, fields, { closed: closed.signal });
  if (fault === "cut after") return cut(response);
  send(response, 200, "application/json", JSON.stringify({ ok: true, result }));
}

function sendFile(response: ServerResponse, files: Files, path: string): void {
  const file = files.byPath(path);
  if (file === undefined) throw new Refusal(404, "Not Found");
  send(response, 200, file.mime, file.bytes);
}

function reply(response: ServerResponse, refusal: Refusal): void {
  const wait = refusal.parameters?.retry_after;
  if (wait !== undefined) response.setHeader("Retry-After", wait);
  send(response, refusal.code, "application/json", JSON.stringify(refusal));
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

function badGateway(response: ServerResponse): void {
  send(response, 502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
}

function cut(response: ServerResponse): void {
  response.socket?.destroy();
}

/** An error nobody foresaw is this server's own fault, and says so. */
function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(500, `Internal Server Error: ${error instanceof Error ? error.stack : String(error)}`);
}
