import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came, in machine time. */
export interface Arrival {
  readonly at: number;
  readonly method: string;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const ok: Answer = { status: 200, body: { ok: true, result: { message_id: 1 } } };

export function tooMany(retryAfter: number): Answer {
  const description = `Too Many Requests: retry after ${retryAfter}`;
  return {
    status: 429,
    body: { ok: false, error_code: 429, description, parameters: { retry_after: retryAfter } },
  };
}

/** Stands where Telegram stands, notes what comes when, and answers as it is told. */
export class Listener {
  readonly arrivals: Arrival[] = [];
  readonly #server = createServer(async (request, response) => {
    const at = performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const method = request.url?.split("/").at(-1) ?? "";
    const arrival = { at, method, body: Buffer.concat(chunks).toString() };
    this.arrivals.push(arrival);
    const answer = await this.answer(arrival);
    response
      .writeHead(answer.status, { "content-type": "application/json" })
      .end(JSON.stringify(answer.body));
  });
  answer: (arrival: Arrival) => Answer | Promise<Answer> = () => ok;

  /** @returns its address */
  async listen(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** When those came that match. */
  times(which: RegExp): number[] {
    return this.arrivals.filter(({ body }) => which.test(body)).map(({ at }) => at);
  }
}

/** The most of `times` that lie within one span of so many milliseconds, wherever it begins. */
export function mostWithin(ms: number, times: readonly number[]): number {
  return Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + ms).length));
}
