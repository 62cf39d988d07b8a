import type { Upload } from "./files.ts";
import { type Arguments, type Implemented, parameters } from "./parameters.ts";
import { badRequest, UnknownField } from "./refusal.ts";

/** A call as it came: fields of any encoding, and the files beside them. */
export interface Fields {
  readonly values: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** What Telegram says when these are missing; for the others it names the parameter. */
const missing: Readonly<Record<string, string>> = {
  chat_id: "chat_id is empty",
  message_id: "message identifier is not specified",
  message_ids: "message identifiers are not specified",
};

/**
 * Reads a method's arguments.
 * @throws {UnknownField} for a parameter the method does not have here
 * @throws {Refusal} for one that is missing or cannot be read
 */
export function readArguments<M extends Implemented>(method: M, fields: Fields): Arguments<M> {
  const kinds: Readonly<Record<string, string>> = parameters[method];
  const args: Record<string, unknown> = {};
  for (const [name, upload] of fields.uploads) {
    if (kinds[name]?.startsWith("file")) args[name] = upload;
  }
  for (const [name, value] of Object.entries(fields.values)) {
    if (value === undefined || value === null) continue;
    const kind = kinds[name];
    if (kind === undefined) throw new UnknownField(name);
    args[name] = read(kind.replace("!", ""), name, value, fields.uploads);
  }
  for (const [name, kind] of Object.entries(kinds)) {
    if (!kind.endsWith("!") || (args[name] !== undefined && args[name] !== "")) continue;
    if (kind === "file!") throw badRequest(`there is no ${name.replace("_", " ")} in the request`);
    throw badRequest(missing[name] ?? `parameter "${name}" is required`);
  }
  return args as Arguments<M>;
}

function read(kind: string, name: string, value: unknown, uploads: ReadonlyMap<string, Upload>): unknown {
  switch (kind) {
    case "flag":
      return value === true || /^(?:true|1|yes|t|y)$/i.test(String(value));
    case "number":
      return number(name, value);
    case "chat":
      return /^-?\d+$/.test(String(value)) ? Number(value) : String(value);
    case "text":
      return String(value);
    case "file":
      return attached(value, uploads);
    default:
      return attached(typeof value === "string" ? parsed(name, value) : value, uploads);
  }
}

function number(name: string, value: unknown): number {
  const result = Number(value);
  if (!Number.isFinite(result) || value === "") throw badRequest(`can't parse "${name}" as Number`);
  return result;
}

function parsed(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}

/** The value with every "attach://…" in it replaced by the file: https://core.telegram.org/bots/api#sending-files */
function attached(value: unknown, uploads: ReadonlyMap<string, Upload>): unknown {
  if (typeof value === "string") {
    if (!value.startsWith("attach://")) return value;
    const upload = uploads.get(value.slice("attach://".length));
    if (upload === undefined) throw badRequest("wrong file identifier/HTTP URL specified");
    return upload;
  }
  if (Array.isArray(value)) return value.map((item) => attached(item, uploads));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, attached(member, uploads)]));
}
