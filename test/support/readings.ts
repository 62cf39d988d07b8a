import { type Choices, ownProgramme } from "../../src/domain/audience.ts";
import type { Language, Mission, Seat } from "../../src/domain/mission.ts";
import { firstRelease, type MissionInForce, nothingAside, programmeOf } from "../../src/domain/timetable.ts";
import type { BotMessage } from "../../src/messages/message.ts";
import type { Reading } from "../../src/messages/reading.ts";
import { loadSpeeches } from "../../src/messages/speech.ts";

/** The sentences of data/locales, as the bot says them. */
export const speeches = await loadSpeeches();

/** A first revision in force, with the numbers its events get on import. */
export function inForce(mission: Mission, handle = 1): MissionInForce {
  const handles = Object.fromEntries(mission.events.map(({ id }, index) => [id, index + 1]));
  return { programme: programmeOf(mission, 1), handle, handles, aside: nothingAside, release: firstRelease };
}

/** What a message is composed from for somebody. */
export function readingOf(
  mission: MissionInForce,
  seat: Seat,
  { language = "ru", now, choices = {} }: { language?: Language; now: number; choices?: Choices },
): Reading {
  const { programme } = mission;
  const speech = speeches(language, programme.mission.languages[0]);
  return { mission, seat, own: ownProgramme(programme, seat, choices), choices, speech, now };
}

/** A message as one sees it: the text, then a line for each row of buttons. */
export function shown({ text, buttons }: BotMessage): string {
  const rows = buttons?.inline_keyboard.map((row) => row.map((one) => `[${one.text}]`).join(" ")) ?? [];
  return [text.text, ...rows].join("\n");
}

/** What of a text is inside entities: `bold: Title`, `date_time: 10:15`. */
export function entitiesIn({ text }: BotMessage): string[] {
  return text.entities.map(
    ({ type, offset, length }) => `${type}: ${text.text.slice(offset, offset + length)}`,
  );
}
