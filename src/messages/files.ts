/** Files: what can be had, what is wrong with one, a mission that is new. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { FilePeople } from "../domain/file-people.ts";
import { daysWith, type MissionInForce, type Programme } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { differenceLines } from "./drafts.ts";
import { filePeopleLines } from "./file-people.ts";
import { TEXT_LIMIT } from "./limits.ts";
import { resultKinds } from "./making.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { dates } from "./times.ts";

export const exportKinds = ["general", "working", "xlsx", "template", "json"] as const;
export type ExportKind = (typeof exportKinds)[number];

export function isExportKind(text: string): text is ExportKind {
  return exportKinds.some((kind) => kind === text);
}

export function exportsMenu(reading: Reading): BotMessage {
  const { mission, speech } = reading;
  return {
    text: plain(speech.say("export-which", { revision: mission.programme.revision })),
    buttons: rows(
      ...exportKinds.map((what) =>
        button(speech.say(`export-${what}`), press("export", { mission: mission.handle, what })),
      ),
      ...resultKinds.map((what) =>
        button(speech.say(`file-kind-${what}`), press("result", { mission: mission.handle, what })),
      ),
      backToDesk(reading),
    ),
  };
}

/** Every mistake of a file, as many as one message holds. */
export function fileProblems({ speech }: Reading, problems: readonly string[]): BotMessage {
  const heading = speech.say("file-problems", { count: problems.length });
  const lines: string[] = [];
  let room = TEXT_LIMIT - heading.length - 200;
  for (const problem of problems) {
    room -= problem.length + 3;
    if (room < 0) break;
    lines.push(`• ${problem}`);
  }
  const more = problems.length - lines.length;
  return {
    text: FormattedString.join(
      [
        FormattedString.b(heading),
        ...lines,
        ...(more > 0 ? [speech.say("file-problems-more", { count: more })] : []),
        speech.say("file-problems-end"),
      ],
      "\n",
    ),
  };
}

/** A mission nobody has heard of yet. */
export function offerMission(speech: Speech, { mission, events }: Programme, draft: string): BotMessage {
  const days = daysWith(events);
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.text(mission.title)),
        dates(first, last, speech.language),
        speech.say("file-new-mission", { events: events.length, seats: mission.people?.length ?? 0 }),
      ],
      "\n",
    ),
    buttons: rows(button(speech.say("button-add-mission"), press("addMission", { draft }))),
  };
}

/** Its people and the choice have the rest of the message. */
const DIFFERENCES_ROOM = 2400;

/** The file on the server is not what is in force: nothing is overwritten until an organiser says so. */
export function fileDiffers(reading: Reading, file: MissionInForce, people?: FilePeople): BotMessage {
  const { mission, speech } = reading;
  const act = (what: string) => press("fileDiffers", { mission: mission.handle, what });
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("file-differs")),
        ...differenceLines(reading, mission, file, DIFFERENCES_ROOM),
        ...(people === undefined ? [] : filePeopleLines(reading, people, false)),
        speech.say("file-differs-choose"),
      ],
      "\n\n",
    ),
    buttons: rows(
      button(speech.say("button-file-take"), act("take")),
      button(speech.say("button-file-leave"), act("leave")),
    ),
  };
}
