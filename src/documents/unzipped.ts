/** Opening a zip file that somebody sent, without being made to unpack more than one is ready to hold. */
import { inflateRawSync } from "node:zlib";

/** Why a file was not opened. */
export class ZipRefused extends Error {
  readonly reason: "broken" | "big";

  constructor(reason: "broken" | "big") {
    super(`a zip file that is ${reason}`);
    this.reason = reason;
  }
}

/** From the end: signature, …, entries, size and place of the directory, comment (APPNOTE.TXT 4.3.16). */
const END = 0x06054b50;
/** One for each file in the directory (4.3.12), and one before its bytes (4.3.7). */
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const mostEntries = 1000;

/**
 * The files of a zip by their names. What the file says of its sizes is not believed: the unpacking itself stops at
 * `mostBytes` for all files together.
 *
 * @throws ZipRefused when it is no zip file, or would unpack to more.
 */
export function unzipped(bytes: Uint8Array, { mostBytes }: { mostBytes: number }): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return unpack(zip, mostBytes);
  } catch (error) {
    if (error instanceof ZipRefused) throw error;
    const tooBig = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new ZipRefused(tooBig ? "big" : "broken");
  }
}

function unpack(zip: Buffer, mostBytes: number): Map<string, Uint8Array> {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > mostEntries) throw new ZipRefused("big");
  const files = new Map<string, Uint8Array>();
  let left = mostBytes;
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new ZipRefused("broken");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const content = contentOf(zip, at, left);
    left -= content.byteLength;
    files.set(name, content);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

function endOf(zip: Buffer): number {
  // The end record is 22 bytes and a comment of at most 65535.
  const from = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= from; at--) if (zip.readUInt32LE(at) === END) return at;
  throw new ZipRefused("broken");
}

function contentOf(zip: Buffer, entry: number, mostBytes: number): Uint8Array {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new ZipRefused("broken");
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (start + size > zip.length) throw new ZipRefused("broken");
  const packed = zip.subarray(start, start + size);
  if (method === 0 && size > mostBytes) throw new ZipRefused("big");
  if (method === 0) return packed;
  if (method !== 8) throw new ZipRefused("broken");
  // Zero would mean no limit.
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
}
