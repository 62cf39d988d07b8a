/** What an organiser types of an event, as edits: `15:30`, `+20`, `10:15 холл гостиницы`, `ru: …` and `en: …` by line. */
import type { Edit, Settable } from "./edits.ts";
import { zonesOf } from "./event-zones.ts";
import { type Event, languageSchema, type Mission, type Text } from "./mission.ts";
import { minutesTo, shifted } from "./moving.ts";
import { localTimeIn } from "./spoken-times.ts";
import { cleaned, isBlank } from "./words.ts";
import { instantOf, localTimeOf } from "./zones.ts";

export type TypedWhy = "no-time" | "past" | "no-such-time" | "long" | "no-number" | "no-event" | "empty";

export type Typed =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  | { readonly ok: false; readonly why: TypedWhy };

export interface Typing {
  readonly field: string;
  readonly event?: Event | undefined;
  /** The day of a new event. */
  readonly date?: string | undefined;
  readonly text: string;
  /** Programme time, epoch milliseconds. */
  readonly now: number;
  /** An id nobody has yet. */
  readonly fresh: string;
}

const LINE = 300;
const PARAGRAPH = 3000;
const MOST_THINGS = 20;
/** A day: what is moved farther is moved by its date. */
const MOST_MINUTES = 24 * 60;
const paragraphs: readonly string[] = ["description", "brief"];
/** A dash alone empties a field. */
const dash = /^[-–—－ー]$/;

export function typedEdit(mission: Mission, typing: Typing): Typed {
  const text = cleaned(typing.text).trim();
  if (isBlank(text)) return { ok: false, why: "empty" };
  const { event, field } = typing;
  if (field === "new") return newEvent(mission, typing, text);
  if (event === undefined) return { ok: false, why: "no-event" };
  switch (field) {
    case "start":
      return moved(mission, event, text, typing.now);
    case "copy":
      return copied(mission, event, text, typing);
    case "end":
      return ended(mission, event, text);
    case "gathering":
      return gathered(mission, event, text, typing.now);
    case "place":
      return placed(mission, event, text, typing.fresh);
    case "capacity":
      return counted(event, text);
    case "bring":
      return listed(event, text);
    default:
      return worded(event, field as Settable, text);
  }
}

/** A time on the event's own day unless another is said; what has been by `now` is past. */
function timeOn(day: string, zone: string, text: string, now: number) {
  return localTimeIn(text, { now, zone, day });
}

function dayOf(local: string): string {
  return local.slice(0, 10);
}

const refusals = { "not a time": "no-time", past: "past", "does not exist": "no-such-time" } as const;

function moved(mission: Mission, event: Event, text: string, now: number): Typed {
  const by = /^([+＋−–-])\s*(\d{1,4})(?:\s*(?:мин|min|m|分)\.?\p{L}*)?$/u.exec(text.normalize("NFKC"));
  if (by !== null) {
    const minutes = Number(by[2]) * (by[1] === "+" ? 1 : -1);
    if (minutes === 0 || Math.abs(minutes) > MOST_MINUTES) return { ok: false, why: "no-time" };
    const start = instantOf(event.start, zonesOf(mission, event).start).at;
    if (start + minutes * MINUTE <= now) return { ok: false, why: "past" };
    return { ok: true, edits: [{ do: "shift", event: event.id, minutes }] };
  }
  const zone = zonesOf(mission, event).start;
  const time = timeOn(dayOf(event.start), zone, text, now);
  if (!time.ok) return { ok: false, why: refusals[time.why] };
  return { ok: true, edits: [{ do: "start", event: event.id, at: time.local }] };
}

/** The same once more, at another time. */
function copied(mission: Mission, event: Event, text: string, { now, fresh }: Typing): Typed {
  const typed = moved(mission, event, text, now);
  const [move] = typed.ok ? typed.edits : [];
  if (move?.do !== "shift" && move?.do !== "start") return typed;
  const minutes = move.do === "shift" ? move.minutes : minutesTo(mission, event, move.at);
  return { ok: true, edits: [{ do: "add", event: { ...shifted(mission, event, minutes), id: fresh } }] };
}

function ended(mission: Mission, event: Event, text: string): Typed {
  if (dash.test(text)) return { ok: true, edits: [{ do: "end", event: event.id, at: null }] };
  const zone = zonesOf(mission, event).end;
  // It may be over already: then it is said when it really was.
  const day = dayOf(event.end ?? event.start);
  const time = timeOn(day, zone, text, instantOf(`${day}T00:00`, zone).at - 1);
  if (!time.ok) return { ok: false, why: refusals[time.why] };
  const start = instantOf(event.start, zonesOf(mission, event).start).at;
  // An end half a day and more before the start is that of the next morning.
  const night = time.at + NIGHT <= start && clockAlone.test(text) ? DAY : 0;
  return { ok: true, edits: [{ do: "end", event: event.id, at: localTimeOf(time.at + night, zone) }] };
}

/** `10:15 холл гостиницы`: the time, and where if it is said. */
function gathered(mission: Mission, event: Event, text: string, now: number): Typed {
  if (dash.test(text)) return { ok: true, edits: [{ do: "gather", event: event.id, at: null }] };
  const [, said = "", place = ""] = /^(\d{1,2}[:.]\d{2})[\s,]*([\s\S]*)$/.exec(text.normalize("NFKC")) ?? [];
  const zone = zonesOf(mission, event).start;
  const start = instantOf(event.start, zone).at;
  const day = dayOf(event.start);
  const onTheDay = timeOn(day, zone, said, instantOf(`${day}T00:00`, zone).at - 1);
  // Whoever gathers half a day after the start of something gathers for it the evening before.
  const isEve = onTheDay.ok && onTheDay.at - start >= NIGHT;
  const time = timeOn(isEve ? dayOf(localTimeOf(start - DAY, zone)) : day, zone, said, now);
  if (!time.ok) return { ok: false, why: refusals[time.why] };
  if (place.length > LINE) return { ok: false, why: "long" };
  const where = place === "" ? {} : { place: textFrom(place) };
  return { ok: true, edits: [{ do: "gather", event: event.id, at: time.local, ...where }] };
}

/** A venue by its name in any language, else a place the mission has not heard of. */
function placed(mission: Mission, event: Event, text: string, fresh: string): Typed {
  if (text.length > LINE) return { ok: false, why: "long" };
  return { ok: true, edits: [{ do: "place", event: event.id, venue: venueNamed(mission, text, fresh) }] };
}

function venueNamed({ venues = [] }: Mission, text: string, fresh: string) {
  const wanted = text.toLowerCase();
  const known = venues.find(({ name }) => wordsIn(name).some((one) => one.toLowerCase() === wanted));
  const taken = new Set(venues.map(({ id }) => id));
  let id = fresh.replace("event", "place");
  while (taken.has(id)) id = `${id}x`.slice(-40);
  return known?.id ?? { id, name: textFrom(text) };
}

function wordsIn(text: Text): string[] {
  return typeof text === "string" ? [text] : Object.values(text);
}

function counted(event: Event, text: string): Typed {
  if (dash.test(text)) return set(event, "capacity", null);
  const number = Number(text.normalize("NFKC"));
  if (!Number.isInteger(number) || number < 1 || number > 100_000) return { ok: false, why: "no-number" };
  return set(event, "capacity", number);
}

/** What to bring, one after the other. */
function listed(event: Event, text: string): Typed {
  if (dash.test(text)) return set(event, "bring", null);
  const things = text
    .split(/[,\n;、]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (things.length > MOST_THINGS || things.some((one) => one.length > LINE))
    return { ok: false, why: "long" };
  return set(event, "bring", things);
}

function worded(event: Event, field: Settable, text: string): Typed {
  if (dash.test(text) && field !== "title") return set(event, field, null);
  if (text.length > (paragraphs.includes(field) ? PARAGRAPH : LINE)) return { ok: false, why: "long" };
  return set(event, field, textFrom(text));
}

function set(event: Event, field: Settable, value: Event[Settable] | null): Typed {
  return { ok: true, edits: [{ do: "set", event: event.id, field, value }] };
}

/**
 * What is typed stands for every language, so that no reader is left with the old words; lines that begin with `ru:`,
 * `en:` or `ja:` stand for that one.
 */
export function textFrom(text: string): Text {
  const lines = text.split("\n").map((line) => /^(ru|en|ja)\s*[:：]\s*(.+)$/iu.exec(line.trim()));
  if (!lines.every((line) => line !== null)) return text;
  const pairs = lines.flatMap((line) => {
    const language = languageSchema.safeParse(line?.[1]?.toLowerCase());
    return language.success ? [[language.data, line?.[2]?.trim() ?? ""]] : [];
  });
  return Object.fromEntries(pairs);
}

/** `15:30–16:30 Встреча с ректором`, and on a second line the place. */
function newEvent(mission: Mission, { date, now, fresh }: Typing, text: string): Typed {
  const [head = "", ...rest] = text.split("\n");
  const parts = /^(\d{1,2}[:.]\d{2})(?:\s*[-–—~～]\s*(\d{1,2}[:.]\d{2}))?[\s,]+(\S.*)$/u.exec(
    head.normalize("NFKC"),
  );
  const [, from = "", to, title = ""] = parts ?? [];
  if (date === undefined || parts === null) return { ok: false, why: "no-event" };
  const where = rest.join(" ").trim();
  if (title.length > LINE || where.length > LINE) return { ok: false, why: "long" };
  const place = where === "" ? undefined : venueNamed(mission, where, fresh);
  const known = mission.venues?.find(({ id }) => id === place);
  const zone = known?.timezone ?? mission.timezone;
  const start = timeOn(date, zone, from, now);
  if (!start.ok) return { ok: false, why: refusals[start.why] };
  const end = to === undefined ? undefined : timeOn(date, zone, to, instantOf(`${date}T00:00`, zone).at - 1);
  if (end !== undefined && !end.ok) return { ok: false, why: refusals[end.why] };
  // An end before the start is that of the next morning.
  const night = end !== undefined && end.at <= start.at ? DAY : 0;
  const event: Event = {
    id: fresh,
    kind: "meeting",
    title: textFrom(title),
    start: start.local,
    ...(end === undefined ? {} : { end: localTimeOf(end.at + night, zone) }),
    ...(typeof place === "string" ? { venue: place } : {}),
  };
  const edits: Edit[] = [{ do: "add", event }];
  if (typeof place === "object") edits.push({ do: "place", event: event.id, venue: place });
  return { ok: true, edits };
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A time so far on the wrong side of an event's start is meant for the other side of midnight. */
const NIGHT = DAY / 2;
const clockAlone = /^\s*\d{1,2}[:.]\d{2}\s*$/;
