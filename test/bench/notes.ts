/**
 * `npm run bench:notes` measures how long 10,000 notes take to be listed, searched, filtered and exported, and how much
 * memory that needs at its peak.
 */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { everything } from "../../src/chat/everything.ts";
import { noteRows, tableFor } from "../../src/documents/result-rows.ts";
import { writeTable } from "../../src/documents/table-xlsx.ts";
import { marks, type Sieve } from "../../src/domain/notes.ts";
import { emptyDraft } from "../../src/domain/report-draft.ts";
import { firstRelease, nothingAside, programmeOf } from "../../src/domain/timetable.ts";
import { createLog } from "../../src/log.ts";
import { loadSpeeches } from "../../src/messages/speech.ts";
import { startEmbeddedRedis } from "../../src/storage/embedded.ts";
import { allNotes, proposedNotes, sift } from "../../src/storage/note-scan.ts";
import { connectRedis } from "../../src/storage/redis.ts";
import { candidatesOf } from "../../src/storage/report-reading.ts";
import { createStore } from "../../src/storage/store.ts";
import { krasnoyarsk } from "../support/missions.ts";
import { readingOf } from "../support/readings.ts";
import { printTable, type Row } from "./figures.ts";

const NOTES = 10_000;
const AUTHORS = 40;
/** The example's own id, since its programme is what notes are told about. */
const MISSION = "krasnoyarsk";
const MEGABYTE = 1024 * 1024;

const log = createLog("silent");
const folder = await mkdtemp(join(tmpdir(), "attache-bench-"));
const server = await startEmbeddedRedis({ dataDir: folder, log });
const redis = await connectRedis(server.url, { log });
const store = createStore(redis, "bench");

/** Every tenth note is as long as Telegram's messages get; the others are a few sentences. */
async function write(): Promise<void> {
  // Not what is measured: nobody waits for the disk here.
  await redis.config("SET", "appendfsync", "no");
  for (let from = 0; from < NOTES; from += 500) {
    await Promise.all(Array.from({ length: 500 }, (_, i) => writeOne(from + i)));
  }
}

async function writeOne(n: number): Promise<void> {
  const begun = { id: `n-${n}`, seat: `seat-${n % AUTHORS}`, createdAt: n, event: `event-${n % 25}` };
  const text =
    n % 10 === 0 ? `Протокол ${n} ${"слово ".repeat(680)}` : `Договорились о визите № ${n}. `.repeat(4);
  await store.notes.keep(MISSION, n % AUTHORS, begun, { key: `m${n}`, at: n, text });
  await store.notes.keep(MISSION, n % AUTHORS, begun, {
    ...{ key: `m${n}-2`, at: n + 1 },
    media: { kind: "photo", fileId: `file-${n}-${"x".repeat(60)}` },
  });
  const mark = marks[n % 7];
  if (mark !== undefined) await store.notes.amend(MISSION, begun.id, () => ({ marks: [mark] }));
}

/** Does something, and says how long it took and how far the memory in use rose above what it was before. */
async function measure(what: string, act: () => Promise<number>): Promise<Row> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const start = performance.now();
  const found = await act();
  const ms = performance.now() - start;
  clearInterval(watch);
  peak = Math.max(peak, process.memoryUsage.rss());
  const growth = (peak - before) / MEGABYTE;
  return { what, found, "time, ms": ms, "peak RSS growth, MB": growth, "peak RSS, MB": peak / MEGABYTE };
}

const mission = {
  ...{ handle: 1, handles: {}, aside: nothingAside, release: firstRelease },
  programme: programmeOf(krasnoyarsk, 1),
};
const telling = { speech: (await loadSpeeches())("ru"), programme: mission.programme, seats: [] };

async function exportTable(): Promise<number> {
  const file = join(folder, "notes.xlsx");
  let rows = 0;
  async function* counted() {
    for await (const row of noteRows(allNotes(store, MISSION), telling)) {
      rows += 1;
      yield row;
    }
  }
  await writeTable(file, tableFor("notes", telling.speech, counted()));
  return rows;
}

async function exportJson(): Promise<number> {
  let notes = 0;
  const reading = readingOf(mission, { id: "one", position: "one" }, { now: 0 });
  const member = {
    seat: reading.seat,
    participant: { seat: "one", user: 1, chat: 1, language: "ru", joinedAt: 0 },
  } as const;
  const tell = (done: number) => {
    notes = done;
  };
  const task = { ...({ kind: "all", language: "ru", mission, member, reading, folder } as const), tell };
  await pipeline(Readable.from(everything(store, task)), createWriteStream(join(folder, "all.json")));
  return notes;
}

const page = (from: number) => ({ from, most: 6 });
const sifted = (sieve: Sieve) => async () => (await sift(store, MISSION, sieve, page(0))).total;

try {
  await write();
  const rows = [
    await measure("first page", async () => (await store.notes.page(MISSION, page(0))).total),
    await measure("last page", async () => (await store.notes.page(MISSION, page(NOTES - 6))).total),
    await measure("one author's", sifted({ seat: "seat-7" })),
    await measure("by event and mark", sifted({ event: "event-3", mark: "agreement" })),
    await measure("proposed for the press", async () => (await proposedNotes(store, MISSION)).length),
    await measure("searched, few found", sifted({ words: "протокол 9990" })),
    await measure("searched, most found", sifted({ words: "ДОГОВОРИЛИСЬ" })),
    await measure("searched, none found", sifted({ words: "nowhere" })),
    await measure("picked for the report", async () => {
      const all = await candidatesOf(store, mission, emptyDraft, "meetings");
      return all.length;
    }),
    await measure("exported as an Excel workbook", exportTable),
    await measure("exported as JSON", exportJson),
    await measure("read one by one", async () => {
      let count = 0;
      for await (const note of allNotes(store, MISSION)) count += note.items.length > 0 ? 1 : 0;
      return count;
    }),
  ];
  printTable(`${NOTES} notes of two messages each, ${AUTHORS} authors`, rows);
} finally {
  redis.disconnect();
  await server.stop();
  await rm(folder, { recursive: true });
}
