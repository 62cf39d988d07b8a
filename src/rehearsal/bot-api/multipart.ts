import type { Upload } from "./files.ts";
import { given } from "./given.ts";
import { badRequest } from "./refusal.ts";

export interface Form {
  readonly values: Record<string, string>;
  readonly uploads: Map<string, Upload>;
}

const END_OF_HEADERS = "\r\n\r\n";

/**
 * Reads a multipart/form-data body the way Telegram's own reader does (tdnet/td/net/HttpReader.cpp): names without
 * quotes may hold any characters up to a semicolon. grammY writes file names so, and stricter parsers lose them.
 */
export function readMultipart(body: Buffer, contentType: string): Form {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest("boundary field not found");
  const form: Form = { values: {}, uploads: new Map() };
  for (const part of split(body, `--${boundary}`)) readPart(part, form);
  return form;
}

/** What stands between one delimiter and the next, without the line breaks that belong to the delimiters. */
function split(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = [];
  let from = body.indexOf(delimiter);
  for (;;) {
    const next = body.indexOf(`\r\n${delimiter}`, from + delimiter.length);
    if (from < 0 || next < 0) return parts;
    parts.push(body.subarray(from + delimiter.length + 2, next));
    from = next + 2;
  }
}

function readPart(part: Buffer, form: Form): void {
  const end = part.indexOf(END_OF_HEADERS);
  if (end < 0) throw badRequest("expected headers in multipart/form-data");
  const headers = part.subarray(0, end).toString("utf8");
  const content = part.subarray(end + END_OF_HEADERS.length);
  const disposition = header(headers, "content-disposition");
  const field = parameter(disposition, "name");
  if (field === undefined) throw badRequest("field name in multipart/form-data not found");
  const name = parameter(disposition, "filename");
  if (name === undefined) form.values[field] = content.toString("utf8");
  else form.uploads.set(field, { bytes: content, name, ...given({ mime: header(headers, "content-type") }) });
}

function header(headers: string, name: string): string | undefined {
  const line = headers.split("\r\n").find((candidate) => candidate.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

/** A quoted value with its escapes undone, or a bare one up to the next semicolon; both are percent-decoded. */
function parameter(header = "", name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"((?:\\\\.|[^"\\\\])*)"|([^;]*))`, "s").exec(header);
  if (found === null) return undefined;
  const [, quoted, bare = ""] = found;
  const value = quoted === undefined ? bare.trim() : quoted.replace(/\\(.)/gs, "$1");
  return value.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"),
  );
}
