import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Mission } from "./domain/mission.ts";
import { readMission } from "./domain/mission-check.ts";
import { problemLine } from "./messages/problems.ts";
import type { Speech } from "./messages/speech.ts";

/** Mission files that cannot be used; the message is a line a mistake, for the person who edits them. */
export class MissionFilesError extends Error {
  override readonly name = "MissionFilesError";
}

/**
 * Reads the missions a file or a folder of JSON files holds.
 * @throws MissionFilesError with every mistake of every file at once, or saying what is not there
 */
export function readMissions(fileOrFolder: string, speech: Speech): Mission[] {
  const files = filesIn(fileOrFolder).filter((file) => existsSync(file));
  if (files.length === 0) {
    throw new MissionFilesError(
      `There is no mission file at «${fileOrFolder}»: set MISSIONS to a file or a folder.`,
    );
  }
  const mistakes: string[] = [];
  const missions = new Map<string, Mission>();
  for (const file of files) {
    const reading = readMission(readFileSync(file));
    const prefix = files.length > 1 ? `${file}: ` : "";
    if (!reading.ok) {
      mistakes.push(...reading.problems.map((problem) => prefix + problemLine(speech.say, problem)));
    } else if (missions.has(reading.mission.id)) {
      mistakes.push(`${file}: another file already has a mission with the id «${reading.mission.id}»`);
    } else {
      missions.set(reading.mission.id, reading.mission);
    }
  }
  if (mistakes.length > 0) throw new MissionFilesError(mistakes.join("\n"));
  return [...missions.values()];
}

/** A folder stands for the JSON files in it. */
export function filesIn(fileOrFolder: string): string[] {
  if (!statSync(fileOrFolder, { throwIfNoEntry: false })?.isDirectory()) return [fileOrFolder];
  const names = readdirSync(fileOrFolder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => path.join(fileOrFolder, name));
}
