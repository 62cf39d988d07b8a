/**
 * Archives of attachments: downloaded one at a time, packed in parts that Telegram takes, each with a list and checksums.
 * Of all files at most one is in memory, and on the disk at most one part twice.
 */
import { createHash } from "node:crypto";
import { rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import { type Download, download } from "../delivery/files.ts";
import type { FileTask, MadeFile } from "../delivery/made-files.ts";
import { withSending } from "../delivery/sending.ts";
import type { Speech, Speeches } from "../messages/speech.ts";
import type { Store } from "../storage/store.ts";
import { wantedBy } from "./attachments.ts";
import { ownTables } from "./own-tables.ts";

/** What files are made from. */
export interface MakingParts {
  readonly store: Store;
  readonly speeches: Speeches;
  readonly api: Api;
  /** How large a file may be that is sent, in bytes; the rehearsal and tests make it small. */
  readonly partBytes: number;
}

const TRIES = 3;
/** What a zip needs for each file beside its bytes, and for the list in it (PKZIP APPNOTE 4.3). */
const AROUND_A_FILE = 1000;

interface Listed {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: string;
}

interface LeftOut {
  readonly name: string;
  readonly why: "too big" | "no answer";
}

/** A part being filled. */
interface Part {
  readonly files: { path: string; name: string }[];
  readonly list: Listed[];
  bytes: number;
}

/** The parts of an archive, one after another; at the end, how many files could not be had. */
export async function* archiveOf(
  parts: MakingParts,
  task: FileTask,
): AsyncGenerator<MadeFile, { leftOut: number }> {
  const { folder, tell } = task;
  const speech = parts.speeches(task.language, task.mission.programme.mission.languages[0]);
  const leftOut: LeftOut[] = [];
  let part: Part = { files: [], list: [], bytes: 0 };
  let number = 0;
  let done = 0;
  const close = async (isLast: boolean) => {
    number += 1;
    const packed = await pack(task, part, { number, isLast, leftOut, speech });
    part = { files: [], list: [], bytes: 0 };
    return packed;
  };
  for (const made of task.kind === "mine" ? await ownTables(parts.store, task, speech) : []) {
    const { size } = await stat(made.path);
    part.files.push(made);
    part.bytes += size + AROUND_A_FILE;
  }
  for await (const wanted of wantedBy(parts.store, task)) {
    const file = await fetched(parts.api, wanted.fileId);
    done += 1;
    tell(done);
    if (!file.ok) {
      leftOut.push({ name: wanted.name, why: file.why });
      continue;
    }
    const size = file.bytes.byteLength + AROUND_A_FILE;
    if (part.bytes > 0 && part.bytes + size > parts.partBytes) yield await close(false);
    const kept = path.join(folder, `file-${done}`);
    await writeFile(kept, file.bytes);
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    part.files.push({ path: kept, name: wanted.name });
    part.list.push({
      name: wanted.name,
      bytes: file.bytes.byteLength,
      sha256,
      kind: wanted.kind,
      ...wanted.about,
    });
    part.bytes += size;
  }
  if (part.files.length > 0 || leftOut.length > 0) yield await close(true);
  return { leftOut: leftOut.length };
}

async function pack(
  { mission, reading, folder, kind }: FileTask,
  part: Part,
  {
    number,
    isLast,
    leftOut,
    speech,
  }: { number: number; isLast: boolean; leftOut: readonly LeftOut[]; speech: Speech },
): Promise<MadeFile> {
  const { writeArchive } = await import("../documents/archive.ts");
  const { id } = mission.programme.mission;
  const manifest = {
    mission: id,
    part: number,
    madeAt: new Date(reading.now).toISOString(),
    files: part.list,
    ...(isLast ? { leftOut } : {}),
  };
  const texts = new Map([["manifest.json", `${JSON.stringify(manifest, null, 2)}\n`]]);
  if (isLast) texts.set("contents.txt", contents(leftOut, speech));
  // One that is the only part needs no number.
  const name = isLast && number === 1 ? `${id}-${kind}.zip` : `${id}-${kind}-${number}.zip`;
  const to = path.join(folder, name);
  await writeArchive(to, part.files, texts);
  await Promise.all(part.files.map((file) => rm(file.path, { force: true })));
  return { path: to, name };
}

/** What could not be had, and why, in the reader's words. */
function contents(leftOut: readonly LeftOut[], speech: Speech): string {
  const lines =
    leftOut.length === 0
      ? [speech.say("archive-all")]
      : [
          `${speech.say("archive-left-out")}:`,
          ...leftOut.map(
            ({ name, why }) =>
              `- ${name}: ${speech.say(why === "too big" ? "archive-big" : "archive-no-answer")}`,
          ),
        ];
  return `${[...lines, speech.say("archive-checksums")].join("\n")}\n`;
}

/** Downloads a file; what Telegram did not answer is asked again a few times. */
export async function fetched(api: Api, fileId: string): Promise<Download> {
  for (let tries = 1; ; tries++) {
    const file = await withSending({ priority: "card" }, () => download(api, fileId));
    if (file.ok || file.why === "too big" || tries === TRIES) return file;
    await sleep(tries * 500);
  }
}
