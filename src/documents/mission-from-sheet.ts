/** Reading a mission from a workbook: everything that is wrong with it at once, by cell, in words. */
import type { Mission } from "../domain/mission.ts";
import { readMission } from "../domain/mission-check.ts";
import { type Problem, shortened } from "../domain/problems.ts";
import { problemLine } from "../messages/problems.ts";
import type { Speech } from "../messages/speech.ts";
import { type SheetKey, sections } from "./sheet-fields.ts";
import { above, type Place, recordsIn } from "./sheet-records.ts";
import { mostRows, readWorkbook } from "./workbook.ts";

/** A mission, or what keeps the workbook from being one; lines are sentences in the reader's language. */
export type SheetReading =
  | { readonly ok: true; readonly mission: Mission; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[]; readonly warnings: readonly string[] };

/** Reads an .xlsx file made by mission-sheet.ts and filled in by people, whatever language it was made in. Never throws. */
export async function missionFromSheet(bytes: Uint8Array, speech: Speech): Promise<SheetReading> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return refused(speech.say(`sheet-${workbook.because}`, { rows: mostRows }));
  const records = recordsIn(workbook.sheets);
  const { places, found } = records;
  if (found.size === 0) return refused(speech.say("sheet-not-template"));

  const reading = readMission(JSON.stringify(records.mission));
  const line = (problem: Problem) => problemAt(problem, places, speech);
  const unclear = new Set(records.problems.map(({ path }) => path));
  const wrongCells = records.problems.map(({ place, key, value }) =>
    inCell(place, speech.say(key, { value: shortened(value) }), speech),
  );
  const missing = (["events", "mission"] as const).filter((sheet) => !found.has(sheet));
  const missingSheets = missing.map((sheet) =>
    speech.say("sheet-missing", { sheet: speech.say(`sheet-${sheet}`) }),
  );
  const unread = records.unread.map((sheet) => speech.say("sheet-unread", { sheet: shortened(sheet) }));
  const warnings = [...unread, ...reading.warnings.map(line)];
  const problems = [
    ...missingSheets,
    ...wrongCells,
    ...(reading.ok ? [] : reading.problems)
      .filter(({ path, code }) => !(code === "field-missing" && (unclear.has(path) || isOf(missing, path))))
      .map(line),
  ];
  if (!reading.ok || problems.length > 0) return { ok: false, problems, warnings };
  return { ok: true, mission: reading.mission, warnings };
}

function refused(problem: string): SheetReading {
  return { ok: false, problems: [problem], warnings: [] };
}

/** Whether a field stands on a sheet that is missing, of which one line says enough. */
function isOf(missing: readonly SheetKey[], path: string): boolean {
  const section = sections.find((name) => path === name || path.startsWith(`${name}[`));
  return missing.includes(section ?? "mission");
}

function problemAt(problem: Problem, places: ReadonlyMap<string, Place>, speech: Speech): string {
  const values = Object.fromEntries(
    Object.entries(problem.values).map(([name, value]) => {
      const place =
        typeof value === "string" && (name === "other" || name === "first") ? places.get(value) : undefined;
      return [name, place === undefined ? value : speech.say("sheet-place", { ...place })];
    }),
  );
  const place = placeOf(problem.path, places);
  if (place === undefined) return problemLine(speech.say, { ...problem, values });
  return inCell(place, problemLine(speech.say, { ...problem, path: "", values }), speech);
}

/** The cell of a value, or of the nearest thing it is part of. */
function placeOf(path: string, places: ReadonlyMap<string, Place>): Place | undefined {
  for (let here = path; here !== ""; here = above(here)) {
    const place = places.get(here);
    if (place !== undefined) return place;
  }
  return undefined;
}

function inCell({ sheet, cell }: Place, sentence: string, speech: Speech): string {
  return speech.say("sheet-problem", { sheet, cell, sentence });
}
