/** What of an event is typed in words, and what is on or off. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { TimedEvent } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { gatheringTime } from "./event-lines.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { handleOf, type Reading } from "./reading.ts";

const TEAMS_ON_A_PAGE = 10;

/** What can be typed of an event, in the order of the menu; `field-…` in the locales names each. */
export const typedFields = [
  "title",
  "end",
  "gathering",
  "room",
  "dressCode",
  "bring",
  "description",
  "interpreter",
  "host",
  "brief",
  "weather",
  "capacity",
] as const;
export type TypedField = (typeof typedFields)[number];
/** What is asked for in words by buttons of its own. */
export type AskedField = TypedField | "start" | "place" | "copy" | "new";

export function isAskedField(text: string): text is AskedField {
  return [...typedFields, "start", "place", "new"].some((field) => field === text);
}

/** Everything else about an event: what is typed, and what is on or off; groups and vehicles, however many, in pages. */
export function fieldsMenu(reading: Reading, timed: TimedEvent, from = 0): BotMessage {
  const { mission, speech } = reading;
  const { event } = timed;
  const ids = { mission: mission.handle, event: handleOf(mission, event.id) };
  const toggle = (label: string, on: boolean, what: string) =>
    button(`${on ? "☑️" : "▫️"} ${label}`, press("changeToggle", { ...ids, what }));
  const { groups = [], vehicles = [] } = mission.programme.mission;
  const teams = [
    ...groups.map(({ id, title }, index) => ({
      label: speech.say("field-group", { group: speech.text(title) }),
      on: event.groups?.includes(id) ?? false,
      what: `g${index}`,
    })),
    ...vehicles.map(({ id, name }, index) => ({
      label: `🚌 ${speech.text(name)}`,
      on: event.vehicles?.includes(id) ?? false,
      what: `v${index}`,
    })),
  ];
  return {
    text: FormattedString.join(
      [FormattedString.b(speech.text(event.title)), speech.say("change-more-ask")],
      "\n",
    ),
    buttons: rows(
      ...pairs(
        typedFields.map((field) =>
          button(speech.say(`field-${field}`), press("changeField", { ...ids, field })),
        ),
      ),
      toggle(speech.say("field-fixed"), event.fixed ?? false, "fixed"),
      toggle(speech.say("field-optional"), event.optional ?? false, "optional"),
      ...teams.slice(from, from + TEAMS_ON_A_PAGE).map(({ label, on, what }) => toggle(label, on, what)),
      pager({ from, size: TEAMS_ON_A_PAGE, total: teams.length }, (start) =>
        press("changeTeams", { ...ids, from: start }),
      ),
      button(speech.say("button-change-stop"), press("changeEvent", ids)),
    ),
  };
}

/** Short words fit two in a row. */
function pairs<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 2) }, (_, row) => list.slice(2 * row, 2 * row + 2));
}

/** The value an event has now, to be typed anew. */
export function askField(
  reading: Reading,
  field: AskedField,
  { event, current }: { event?: TimedEvent | undefined; current?: string | undefined },
): BotMessage {
  const { mission, speech } = reading;
  const back =
    event === undefined
      ? press("change", { mission: mission.handle })
      : press("changeEvent", { mission: mission.handle, event: handleOf(mission, event.event.id) });
  return {
    text: FormattedString.join(
      [
        ...(event === undefined ? [] : [FormattedString.b(speech.text(event.event.title))]),
        speech.say(`ask-${field}`),
        ...(current === undefined || current === "" ? [] : [speech.say("ask-now", { current })]),
        ...(clearable.includes(field) ? [speech.say("ask-clear")] : []),
      ],
      "\n",
    ),
    buttons: rows(button(speech.say("button-change-stop"), back)),
  };
}

/** What an event may be without. */
const clearable: readonly AskedField[] = typedFields.filter((field) => field !== "title");

/** What a field says now, in the reader's language. */
export function currentOf({ speech }: Reading, timed: TimedEvent, field: AskedField): string | undefined {
  const { event } = timed;
  switch (field) {
    case "start":
    case "place":
    case "copy":
    case "new":
      return undefined;
    case "end":
      return event.end?.slice(11);
    case "gathering": {
      if (event.gathering === undefined) return undefined;
      const { place } = event.gathering;
      const time = gatheringTime(timed, speech);
      return speech.list(place === undefined ? [time] : [time, speech.text(place)]);
    }
    case "capacity":
      return event.capacity === undefined ? undefined : String(event.capacity);
    case "bring":
      return event.bring === undefined ? undefined : speech.list(event.bring.map((one) => speech.text(one)));
    default: {
      const text = event[field];
      return text === undefined ? undefined : speech.text(text);
    }
  }
}
