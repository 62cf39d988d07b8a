/** How each file that people ask for is made. The libraries for documents are loaded when somebody wants one. */
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileTask, MadeFile, MakesFiles } from "../delivery/made-files.ts";
import { byOrganisation } from "../domain/acquaintances.ts";
import { byUrgency } from "../domain/agreements.ts";
import { reportOf } from "../domain/report-building.ts";
import type { Scan } from "../domain/report-draft.ts";
import { inOrder } from "../domain/seats.ts";
import type { Speech, Speeches } from "../messages/speech.ts";
import { allNotes } from "../storage/note-scan.ts";
import { attendanceIn, reportSources } from "../storage/report-reading.ts";
import { archiveOf, fetched, type MakingParts } from "./archiving.ts";
import { everything } from "./everything.ts";

export function makesFiles(parts: MakingParts): MakesFiles {
  return async function* makes(task) {
    switch (task.kind) {
      case "report":
        yield await reportFile(parts, task);
        return { leftOut: 0 };
      case "all":
        yield await everythingFile(parts, task);
        return { leftOut: 0 };
      case "media":
      case "mine":
        return yield* archiveOf(parts, task);
      default:
        yield await tableFile(parts, task, task.kind);
        return { leftOut: 0 };
    }
  };
}

/** The report, with the pictures that were chosen for it. */
async function reportFile({ store, speeches, api }: MakingParts, task: FileTask): Promise<MadeFile> {
  const { reportDocx } = await import("../documents/report-docx.ts");
  const { pictureFor } = await import("../documents/report-photos.ts");
  const report = reportOf(await reportSources(store, task.mission, task.reading.now));
  const scans: Scan[] = [
    ...[
      ...report.summary,
      ...report.materials,
      ...report.press,
      ...report.remarks.lines,
      ...report.meetings.flatMap(({ lines }) => lines),
    ].flatMap(({ photos }) => photos),
    ...report.documents.flatMap(({ scan }) => scan ?? []),
  ];
  const pictures = new Map();
  for (const fileId of new Set(scans.map((scan) => scan.fileId))) {
    const file = await fetched(api, fileId);
    const picture = file.ok ? await pictureFor(file.bytes) : undefined;
    if (picture !== undefined) pictures.set(fileId, picture);
    task.tell(pictures.size);
  }
  const speech = speechOf(speeches, task);
  const bytes = await reportDocx({ report, speech, pictures });
  const name = `${report.mission.id}-report-${speech.language}.docx`;
  const to = path.join(task.folder, name);
  await writeFile(to, bytes);
  return { path: to, name };
}

async function tableFile(
  { store, speeches }: MakingParts,
  task: FileTask,
  kind: "notes" | "contacts" | "agreements" | "attendance",
): Promise<MadeFile> {
  const { programme } = task.mission;
  const { id } = programme.mission;
  const rows = await import("../documents/result-rows.ts");
  const { writeTable } = await import("../documents/table-xlsx.ts");
  const speech = speechOf(speeches, task);
  const telling = { speech, programme, seats: inOrder(await store.people.seats(id), programme.mission) };
  const found = {
    notes: () => rows.noteRows(allNotes(store, id), telling),
    contacts: async () => rows.contactRows(byOrganisation(await store.acquaintances.all(id)), telling),
    agreements: async () => {
      const { helpers } = await store.reports.draft(id);
      return rows.agreementRows(byUrgency(await store.agreements.all(id)), { ...telling, helpers });
    },
    attendance: async () => rows.attendanceRows(await attendanceIn(store, task.mission), telling),
  };
  const name = `${id}-${kind}.xlsx`;
  const to = path.join(task.folder, name);
  const told = counted(await found[kind](), task.tell);
  await writeTable(to, rows.tableFor(kind, speech, told));
  return { path: to, name };
}

/** Passes rows on, and tells how many there have been. */
async function* counted<R>(rows: AsyncIterable<R> | Iterable<R>, tell: (done: number) => void) {
  let done = 0;
  for await (const row of rows) {
    yield row;
    done += 1;
    tell(done);
  }
}

async function everythingFile({ store }: MakingParts, task: FileTask): Promise<MadeFile> {
  const name = `${task.mission.programme.mission.id}-all.json`;
  const to = path.join(task.folder, name);
  await pipeline(Readable.from(everything(store, task)), createWriteStream(to));
  return { path: to, name };
}

export function speechOf(speeches: Speeches, { language, mission }: FileTask): Speech {
  return speeches(language, mission.programme.mission.languages[0]);
}
