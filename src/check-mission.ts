/**
 * `npm run check-mission -- FILE|FOLDER… [--language en|ru|ja]`
 *
 * One line for each problem on stdout and exit code 1; or a summary of the mission and its warnings and exit code 0.
 * What is not about a mission (no file named, no such file) goes to stderr, with exit code 2.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Event, type Language, languageSchema, type Mission, textIn } from "./domain/mission.ts";
import { readMission } from "./domain/mission-check.ts";
import { problemLine } from "./messages/problems.ts";
import { loadSpeeches, type Speech } from "./messages/speech.ts";
import { filesIn } from "./mission-files.ts";

const exit = { ok: 0, problems: 1, unusable: 2 };

/** Checks one file, says what there is to say, and answers with the exit code. */
function check(file: string, prefix: string, { say, language }: Speech): number {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    console.error(say("check-file-missing", { file }));
    return exit.unusable;
  }
  const reading = readMission(bytes);
  const warnings = reading.warnings.map((warning) => `warning: ${problemLine(say, warning)}`);
  if (!reading.ok) {
    for (const problem of reading.problems) console.log(`${prefix}${problemLine(say, problem)}`);
    for (const warning of warnings) console.error(`${prefix}${warning}`);
    return exit.problems;
  }
  for (const line of [...summary(say, reading.mission, language), ...warnings])
    console.log(`${prefix}${line}`);
  return exit.ok;
}

function summary(say: Speech["say"], mission: Mission, language: Language): string[] {
  const days = daysOf(mission.events);
  return [
    textIn(mission.title, language, mission.languages[0]),
    say("check-dates", { first: days[0] ?? "", last: days.at(-1) ?? "", zone: mission.timezone }),
    say("check-counts", {
      events: mission.events.length,
      days: days.length,
      people: mission.people?.length ?? 0,
      groups: mission.groups?.length ?? 0,
      venues: mission.venues?.length ?? 0,
    }),
  ];
}

/** The dates on which events begin, in order. */
function daysOf(events: readonly Event[]): string[] {
  return [...new Set(events.map((event) => event.start.slice(0, 10)))].sort();
}

/** Reads the command line; undefined where it cannot be used as it is. */
function commandLine(): { files: string[]; language: Language } | undefined {
  try {
    const options = { language: { type: "string", default: "en" } } as const;
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const language = languageSchema.safeParse(values.language);
    return language.success && positionals.length > 0
      ? { files: positionals, language: language.data }
      : undefined;
  } catch {
    return undefined;
  }
}

const speeches = await loadSpeeches();
const command = commandLine();
if (command) {
  const { language } = command;
  const files = command.files.flatMap(filesIn);
  const codes = files.map((file) => check(file, files.length > 1 ? `${file}: ` : "", speeches(language)));
  process.exitCode = Math.max(...codes);
} else {
  console.error(speeches("en").say("check-usage"));
  process.exitCode = exit.unusable;
}
