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
import { safeName } from "../documents/archive.ts";
import { type Acquaintance, byOrganisation, hasMet, type Meeting } from "../domain/acquaintances.ts";
import { byUrgency, isMine } from "../domain/agreements.ts";
import type { NoteItem, Sieve } from "../domain/notes.ts";
import { inOrder, type Member } from "../domain/seats.ts";
import { localTimeOf } from "../domain/zones.ts";
import type { Speech, Speeches } from "../messages/speech.ts";
import { allNotes } from "../storage/note-scan.ts";
import type { Store } from "../storage/store.ts";

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

/** Something to be downloaded, and how it is to be known. */
interface Wanted {
  readonly fileId: string;
  readonly name: string;
  readonly kind: string;
  readonly about: Readonly<Record<string, string>>;
}

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
  for (const made of task.kind === "mine" ? await ownTables(parts, task, speech) : []) {
    const { size } = await stat(made.path);
    part.files.push(made);
    part.bytes += size + AROUND_A_FILE;
  }
  for await (const wanted of wantedBy(parts, task)) {
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

/** Whatever was attached: to notes; for organisers also the pictures of business cards, and scans of what was signed. */
async function* wantedBy({ store }: MakingParts, task: FileTask): AsyncGenerator<Wanted> {
  const { mission, member, kind } = task;
  const { programme } = mission;
  const { id, timezone } = programme.mission;
  const isMine = kind === "mine";
  const sieve: Sieve = isMine ? { seat: member.seat.id, present: true } : {};
  const zones = new Map(programme.events.map(({ event, endZone }) => [event.id, endZone]));
  let number = 0;
  const named = (folder: string, stem: string, extension: string) => {
    number += 1;
    return `${folder}/${stem}-${number}${extension}`;
  };
  for await (const { id: note, event, seat, items } of allNotes(store, id, sieve)) {
    for (const item of items) {
      if (item.media === undefined) continue;
      const at = localTimeOf(item.at, zones.get(event ?? "") ?? timezone);
      const folder = `notes/${at.slice(0, 10)}/${event ?? "mission"}`;
      yield {
        fileId: item.media.fileId,
        name: named(folder, `${at.slice(11).replace(":", "")}-${seat}`, extensionOf(item.media)),
        kind: item.media.kind,
        about: {
          note,
          author: seat,
          at,
          ...(event === undefined ? {} : { event }),
          ...(item.media.name === undefined ? {} : { original: item.media.name }),
        },
      };
    }
  }
  for (const card of await store.acquaintances.all(id)) {
    if (isMine && !hasMet(member, card)) continue;
    for (const { kind: sort, fileId } of card.photos ?? []) {
      const name = named(
        "cards",
        safeName(card.name ?? card.organisation ?? "card"),
        extensionOf({ kind: sort }),
      );
      yield { fileId, name, kind: sort, about: { contact: card.id } };
    }
  }
  if (isMine) return;
  for (const [document, { title = "document", scan }] of (await store.reports.draft(id)).documents) {
    if (scan === undefined) continue;
    yield {
      fileId: scan.fileId,
      name: named("documents", safeName(title), extensionOf(scan)),
      kind: scan.kind,
      about: { document, ...(scan.name === undefined ? {} : { original: scan.name }) },
    };
  }
}

/** By what Telegram makes of each kind; a file keeps the ending it was sent with. */
function extensionOf({ kind, name }: Pick<NonNullable<NoteItem["media"]>, "kind" | "name">): string {
  const own = /\.[A-Za-z0-9]{1,8}$/.exec(name ?? "")?.[0]?.toLowerCase();
  const usual = {
    photo: ".jpg",
    voice: ".ogg",
    video: ".mp4",
    videoNote: ".mp4",
    animation: ".mp4",
    audio: ".mp3",
    document: ".bin",
  };
  return own ?? usual[kind];
}

/** A person's own notes, contacts and agreements as tables beside their attachments; only those with anything in them. */
async function ownTables({ store }: MakingParts, task: FileTask, speech: Speech): Promise<MadeFile[]> {
  const { mission, member, folder } = task;
  const { programme } = mission;
  const { id } = programme.mission;
  const rows = await import("../documents/result-rows.ts");
  const { writeTable } = await import("../documents/table-xlsx.ts");
  const telling = { speech, programme, seats: inOrder(await store.people.seats(id), programme.mission) };
  const sieve: Sieve = { seat: member.seat.id, present: true };
  const { notes } = await store.notes.page(id, { seat: member.seat.id, from: 0, most: 1 });
  const cards = (await store.acquaintances.all(id)).filter((card) => hasMet(member, card));
  const agreements = (await store.agreements.all(id)).filter((one) => isMine(member, one));
  const own = byOrganisation(cards).map((card) => ({
    ...card,
    // What others remarked is theirs.
    meetings: ownRemarks(card, member),
  }));
  const tables = [
    ...(notes.length === 0 ? [] : [["notes", rows.noteRows(allNotes(store, id, sieve), telling)] as const]),
    ...(own.length === 0 ? [] : [["contacts", rows.contactRows(own, telling)] as const]),
    ...(agreements.length === 0
      ? []
      : [
          [
            "agreements",
            rows.agreementRows(byUrgency(agreements), { ...telling, helpers: new Map<string, string>() }),
          ] as const,
        ]),
  ];
  const made: MadeFile[] = [];
  for (const [kind, found] of tables) {
    const name = `${kind}.xlsx`;
    const to = path.join(folder, name);
    await writeTable(to, rows.tableFor(kind, speech, found));
    made.push({ path: to, name });
  }
  return made;
}

/** Where somebody was met, with the remarks of one who met them. */
function ownRemarks(
  { meetings: [first, ...more] }: Acquaintance,
  { participant }: Member,
): Acquaintance["meetings"] {
  const own = ({ remark, ...meeting }: Meeting): Meeting =>
    meeting.user === participant.user && remark !== undefined ? { ...meeting, remark } : meeting;
  return [own(first), ...more.map(own)];
}
