import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Fields } from "./arguments.ts";
import { readMultipart } from "./multipart.ts";
import { badRequest } from "./refusal.ts";

/** What a request says, in any of the four ways of https://core.telegram.org/bots/api#making-requests. */
export async function readFields(request: IncomingMessage, query: URLSearchParams): Promise<Fields> {
  const body = await buffer(request);
  const type = request.headers["content-type"] ?? "";
  const { values, uploads } = readBody(body, type);
  return { values: { ...Object.fromEntries(query), ...values }, uploads };
}

function readBody(body: Buffer, type: string): Fields {
  if (type.startsWith("multipart/form-data")) return readMultipart(body, type);
  const text = body.toString("utf8");
  const values = type.startsWith("application/json")
    ? readJson(text)
    : Object.fromEntries(new URLSearchParams(text));
  return { values, uploads: new Map() };
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // Told below, as for a body that is JSON but no object.
  }
  throw badRequest("can't parse JSON object");
}
