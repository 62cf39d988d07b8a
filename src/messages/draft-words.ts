/** What is worded otherwise in an event, as organisers see it: how it was, and how it is now. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { EventChange } from "../domain/changes.ts";
import type { Event } from "../domain/mission.ts";
import type { Programme } from "../domain/timetable.ts";
import { changeBlock } from "./change-block.ts";
import { clip } from "./limits.ts";
import type { Reading } from "./reading.ts";

/** So much of a text shows what has become of it. */
const WORDS = 60;

/** The fields that are worded otherwise. */
export function changedWords(was: Event, is: Event) {
  return wordings.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
}

/** What people are not rung for, organisers see all the same. */
export function differenceBlock(reading: Reading, change: EventChange): FormattedString {
  const { speech } = reading;
  const block = changeBlock(reading, change);
  if (change.before === undefined || change.after === undefined) return block;
  const [was, is] = [change.before.event, change.after.event];
  const words = changedWords(was, is);
  if (words.length === 0) return block;
  const lines = words.map((name) => {
    if (name === "title") return speech.say("draft-renamed", { before: speech.text(was.title) });
    const field = speech.say(`field-${name}`);
    const before = wordsFor(reading, change.earlier, was, name);
    const after = wordsFor(reading, reading.mission.programme, is, name);
    // What differs only far behind cannot be shown in a line.
    return before === undefined || after === undefined || before === after
      ? speech.say("draft-reworded", { field })
      : speech.say("draft-reworded-from", { field, before, after });
  });
  return FormattedString.join([block, ...lines], "\n");
}

/** A field in a few words; nothing for what takes more than a few. */
function wordsFor(
  { speech }: Reading,
  { mission }: Programme,
  event: Event,
  field: (typeof wordings)[number],
): string | undefined {
  switch (field) {
    case "fixed":
    case "optional":
      return speech.say(event[field] ? "draft-yes" : "draft-no");
    case "audience":
      return speech.say(event.audience === "organisers" ? "draft-organisers" : "draft-everybody");
    case "groups": {
      const titles = (mission.groups ?? [])
        .filter(({ id }) => event.groups?.includes(id))
        .map(({ title }) => clip(speech.text(title), WORDS));
      return titles.length === 0 ? speech.say("draft-everybody") : speech.list(titles);
    }
    case "capacity":
      return event.capacity === undefined ? speech.say("news-unsaid") : String(event.capacity);
    case "documents":
    case "roles":
    case "contact":
      return undefined;
    default: {
      const text = event[field];
      return text === undefined ? speech.say("news-unsaid") : clip(speech.text(text), WORDS);
    }
  }
}

const wordings = [
  "title",
  "description",
  "interpreter",
  "host",
  "brief",
  "weather",
  "capacity",
  "fixed",
  "optional",
  "groups",
  "audience",
  "documents",
  "roles",
  "contact",
] as const satisfies readonly (keyof Event)[];
