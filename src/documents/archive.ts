/** Archives of what people sent: files as they came, a list of them with checksums, and what could not be had. */
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A file that lies on the disk until it is packed. */
export interface Packed {
  readonly path: string;
  readonly name: string;
}

/** Packs files as they are: pictures and voices are compressed already. Texts are given as they are to stand. */
export async function writeArchive(
  path: string,
  files: readonly Packed[],
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.on("error", reject));
  for (const { path: from, name } of files) zip.addFile(from, name, { compress: false });
  for (const [name, text] of texts) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path)), failed]);
}

/**
 * A name that every system can unpack, and that leads nowhere else: without separators, control characters, what Windows
 * forbids, and dots or spaces at its ends.
 */
export function safeName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/gu, "_")
    .replaceAll(/^[. ]+|[. ]+$/g, "");
  const [, stem = "", extension = ""] = /^(.*?)(\.\w{1,8})?$/su.exec(plain) ?? [];
  return `${[...stem].slice(0, 60).join("")}${extension}` || "file";
}
