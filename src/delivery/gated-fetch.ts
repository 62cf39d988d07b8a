import type { ApiClientOptions } from "grammy";
import type { Gate, Request } from "./gate.ts";
import { presentSending } from "./sending.ts";
import {
  createTransport,
  type TelegramFetch,
  type TelegramRequest,
  type TelegramResponse,
} from "./transport.ts";

/** Longer than anything may wait at the gate: grammY's own time-out starts before that wait. */
const grammyTimeoutSeconds = 24 * 60 * 60;
/** A person waits for an answer; up to this long it is better to send it late than to say it failed. */
const answerPatienceMs = 5000;
const mostResends = 2;

/** What grammY needs so that each of its requests, wherever it is made, passes the gate once. */
export function clientOptions(gate: Gate, apiRoot: string): ApiClientOptions {
  return { apiRoot, timeoutSeconds: grammyTimeoutSeconds, fetch: gatedFetch(gate, createTransport()) };
}

/**
 * A fetch that asks the gate first. A 429 makes everybody concerned wait; it is then returned as any answer, for the
 * caller to try again, unless it was an answer to a person and the wait is short: that one is sent again here.
 */
export function gatedFetch(gate: Gate, send: TelegramFetch): TelegramFetch {
  return async (url, call = {}) => {
    const read = await readRequest(url, call);
    if (!read) return send(url, call);
    const { request, body } = read;
    const sending = presentSending();
    for (let resends = 0; ; resends += 1) {
      const attempt = () => send(url, { ...call, ...(body !== undefined && { body }) });
      const response = await gate.through(request, sending, attempt, call.signal);
      if (response.status !== 429) return response;
      const wait = await retryAfterMs(response);
      await gate.refused(request, wait);
      const resend = sending.priority === "answer" && wait <= answerPatienceMs && typeof body === "string";
      if (!resend || resends === mostResends) return response;
    }
  };
}

/** Telegram counts what appears in chats. "Typing…" does not; questions and settings are not limited so. */
const countsInChat = /^(?:send(?!ChatAction)|copy|forward|edit)/i;
const countsInAll =
  /^(?:deleteMessages?|pinChatMessage|unpinChatMessage|unpinAllChatMessages|stopPoll|setMessageReaction)$/i;

/** What the gate needs to know, and the body to send in place of the one that was read; `undefined` if it may just go. */
async function readRequest(
  url: string | URL,
  { body }: TelegramRequest,
): Promise<{ request: Request; body: TelegramRequest["body"] } | undefined> {
  const method = String(url).split("?")[0]?.split("/").at(-1) ?? "";
  const inChat = countsInChat.test(method);
  if (!inChat && !countsInAll.test(method)) return undefined;
  if (body === undefined || typeof body === "string") {
    const { chat_id, media, message_ids, allow_paid_broadcast } = JSON.parse(body ?? "{}") as Fields;
    const weight = inChat ? (media ?? message_ids)?.length : 1;
    const chat = chat_id === undefined ? undefined : String(chat_id);
    return {
      request: {
        chat,
        countsInChat: inChat,
        weight: Math.max(1, weight ?? 1),
        paid: allow_paid_broadcast === true,
      },
      body,
    };
  }
  const { head, whole } = await peek(body);
  const chat = formField(head, "chat_id");
  const paid = formField(head, "allow_paid_broadcast") === "true";
  const weight = head.match(/"type":"(?:photo|video|audio|document|animation|live_photo)"/g)?.length;
  const isAlbum = /mediagroup$/i.test(method);
  return { request: { chat, countsInChat: inChat, weight: isAlbum ? (weight ?? 1) : 1, paid }, body: whole };
}

interface Fields {
  readonly chat_id?: number | string;
  readonly media?: { readonly length?: number };
  readonly message_ids?: readonly number[];
  readonly allow_paid_broadcast?: boolean;
}

/** grammY writes the fields first and the files after them, and chat_id before everything. */
const mostFields = 64 * 1024;

/** Reads a multipart form up to its first file. */
async function peek(
  body: AsyncIterable<Uint8Array>,
): Promise<{ head: string; whole: AsyncIterable<Uint8Array> }> {
  const chunks = body[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let head = "";
  while (head.length < mostFields && !head.includes(";filename=")) {
    const { done, value } = await chunks.next();
    if (done) break;
    seen.push(value);
    head += Buffer.from(value).toString("utf8");
  }
  async function* whole() {
    yield* seen;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  return { head, whole: whole() };
}

function formField(form: string, name: string): string | undefined {
  return new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(form)?.[1];
}

/** https://core.telegram.org/bots/api#responseparameters; a proxy's own 429 may lack it. */
async function retryAfterMs(response: TelegramResponse): Promise<number> {
  const answer = (await response.json().catch(() => ({}))) as { parameters?: { retry_after?: number } };
  return (answer.parameters?.retry_after ?? 1) * 1000;
}
