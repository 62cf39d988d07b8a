/**
 * At the door: who is asked for notes after an event, and when. Derived like reminders; a prompt waits until its person
 * has a quarter of an hour.
 */
import { attending, awayFrom } from "./absences.ts";
import type { OwnEvent } from "./audience.ts";
import { type Digest, digestsOf, morningHourOf } from "./digests.ts";
import type { ChosenEscorts } from "./escorts.ts";
import { heldFollowers } from "./held.ts";
import type { Seat } from "./mission.ts";
import { askedOf, isAsked } from "./note-takers.ts";
import { MERGE_WINDOW, remindersOf, unhushed } from "./reminders.ts";
import { rollCardsOf } from "./roll-calls.ts";
import { endOf, nextDay, type Programme, type TimedEvent, zoneAt } from "./timetable.ts";
import { isQuiet, type Wishes } from "./wishes.ts";
import { dateIn, instantOf } from "./zones.ts";

const QUARTER = 15 * 60_000;
/** On one day a person gets at most so many messages, and so many of them with a sound. */
const MESSAGES_A_DAY = 12;
const SOUNDS_A_DAY = 8;

export interface Prompt {
  /** `prompt/event.end`; the slash keeps it apart from reminders. */
  readonly identity: string;
  readonly eventId: string;
  readonly dueAt: number;
  /** Noon of the next day, where the event ended; one that comes in a digest expires with it. */
  readonly expiresAt: number;
  /** Falls into another event, or beside what sounds by itself, or the day has had its share of sounds. */
  readonly silent: boolean;
  /** The evening digest it comes in, where the day leaves no quarter of an hour free before that. */
  readonly within?: string;
}

/** What stands before every identity of one event's prompts, whenever it ended and however often it was put off. */
export function promptsBegin(eventId: string): string {
  return `prompt/${eventId}.`;
}

/** The event an identity asks about, if it is that of a prompt. */
export function askedAbout(identity: string): string | undefined {
  return /^prompt\/([a-z0-9-]+)\./.exec(identity)?.[1];
}

/**
 * Every prompt of one person, in the order of their events' ends. What is held, or waits with something held, has not
 * ended and asks nothing; nor does what they did not come to. Whether somebody was asked before a move is the ledger's to say.
 */
export function promptsOf(
  programme: Programme,
  own: readonly OwnEvent[],
  seat: Seat,
  wishes: Wishes = {},
  chosen: ChosenEscorts = {},
): Prompt[] {
  if (wishes.muteAll || programme.mission.state === "draft") return [];
  const waiting = heldFollowers(own);
  const attended = attending(own, { away: awayFrom(wishes) });
  const asked = attended
    .filter((timed) => isAsked(timed, seat) && !waiting.has(timed.event.id))
    .sort((a, b) => endOf(a) - endOf(b) || (a.event.id < b.event.id ? -1 : 1));
  if (asked.length === 0) return [];
  const plan = new Plan(programme, attended, wishes, rollCardsOf(programme, own, seat, chosen));
  return asked.flatMap((timed) => plan.place(timed) ?? []);
}

/** The instants at which somebody is first to be thought of, whoever it is: a quarter of an hour after each event. */
export function promptInstantsOf({ events }: Programme): number[] {
  const asking = events.filter(({ event }) => askedOf(event) !== "nobody");
  return [...new Set(asking.map(firstMoment))].sort((a, b) => a - b);
}

export function firstMoment(timed: TimedEvent): number {
  return endOf(timed) + QUARTER;
}

/** Whether a prompt at that instant falls into something else where a sound would disturb. */
export function isAmidst(own: readonly OwnEvent[], eventId: string, at: number): boolean {
  return own.some(
    (timed) =>
      timed.event.id !== eventId &&
      !unhushed.includes(timed.event.kind) &&
      timed.start <= at &&
      at < endOf(timed),
  );
}

/** Whether a reminder or a digest sounds within ten minutes of that instant: of what comes so close together one sound is enough. */
export function soundsBeside(
  programme: Programme,
  own: readonly OwnEvent[],
  wishes: Wishes,
  at: number,
): boolean {
  return soundsOf(programme, own, wishes).some((sound) => Math.abs(sound - at) <= MERGE_WINDOW);
}

function soundsOf(programme: Programme, own: readonly OwnEvent[], wishes: Wishes): number[] {
  const reminders = messagesOf(programme, own, wishes).filter(({ sounds }) => sounds);
  return [...digestsOf(programme, own, wishes).map(({ dueAt }) => dueAt), ...reminders.map(({ at }) => at)];
}

export function expiryOf(timed: TimedEvent): number {
  return instantOf(`${nextDay(dateIn(timed.endZone, endOf(timed)))}T12:00`, timed.endZone).at;
}

/** One person's days, as prompts find a place in them. */
class Plan {
  readonly #programme: Programme;
  readonly #own: readonly OwnEvent[];
  readonly #wishes: Wishes;
  readonly #evenings: readonly Digest[];
  readonly #sounds: readonly number[];
  readonly #taken: number[] = [];
  /** How many messages each day has so far, and how many of them sound. */
  readonly #days = new Map<string, { all: number; sounding: number }>();

  constructor(programme: Programme, own: readonly OwnEvent[], wishes: Wishes, rollCards: readonly number[]) {
    this.#programme = programme;
    this.#own = own;
    this.#wishes = wishes;
    this.#sounds = soundsOf(programme, own, wishes);
    const digests = digestsOf(programme, own, wishes);
    this.#evenings = digests.filter(({ kind }) => kind === "evening");
    for (const { dueAt } of digests) this.#count(dueAt, true);
    for (const { at, sounds } of messagesOf(programme, own, wishes)) this.#count(at, sounds);
    for (const at of rollCards) this.#count(at, false);
  }

  /** Where an event's prompt goes: its first free quarter before the evening digest, else with that; else the first after. */
  place(timed: OwnEvent): Prompt | undefined {
    const first = firstMoment(timed);
    const expiresAt = expiryOf(timed);
    const about = {
      identity: `${promptsBegin(timed.event.id)}${endOf(timed)}`,
      eventId: timed.event.id,
      expiresAt,
    };
    const evening = this.#evenings.find(({ dueAt }) => first <= dueAt && dueAt < expiresAt);
    const dueAt = this.#freeFrom(first, evening?.dueAt ?? expiresAt);
    if (dueAt === undefined) {
      if (evening === undefined) return undefined;
      const { dueAt, expiresAt, identity } = evening;
      return { ...about, dueAt, expiresAt, silent: false, within: identity };
    }
    this.#taken.push(dueAt);
    const silent =
      this.#on(dueAt).sounding >= SOUNDS_A_DAY ||
      isAmidst(this.#own, timed.event.id, dueAt) ||
      this.#sounds.some((sound) => Math.abs(sound - dueAt) <= MERGE_WINDOW);
    this.#count(dueAt, !silent);
    return { ...about, dueAt, silent };
  }

  #freeFrom(first: number, before: number): number | undefined {
    for (let at = first; at < before; ) {
      const until = this.#busyUntil(at);
      if (until <= at) return at;
      at = until;
    }
    return undefined;
  }

  /** When to look again; the instant itself where the person has the quarter that begins then. */
  #busyUntil(at: number): number {
    const event = this.#own.find(
      (timed) => timed.event.kind !== "free" && timed.call < at + QUARTER && at < endOf(timed),
    );
    if (event !== undefined) return endOf(event);
    const prompt = this.#taken.find((taken) => Math.abs(taken - at) < QUARTER);
    if (prompt !== undefined) return prompt + QUARTER;
    const { quiet } = this.#wishes;
    if (quiet !== undefined && isQuiet(quiet, at, this.#zoneAt(at))) return at + QUARTER;
    if (this.#on(at).all < MESSAGES_A_DAY) return at;
    return instantOf(`${nextDay(this.#dayAt(at))}T${morningHourOf(this.#programme)}`, this.#zoneAt(at)).at;
  }

  #count(at: number, sounds: boolean): void {
    const { all, sounding } = this.#on(at);
    this.#days.set(this.#dayAt(at), { all: all + 1, sounding: sounding + Number(sounds) });
  }

  #on(at: number): { all: number; sounding: number } {
    return this.#days.get(this.#dayAt(at)) ?? { all: 0, sounding: 0 };
  }

  #dayAt(at: number): string {
    return dateIn(this.#zoneAt(at), at);
  }

  #zoneAt(at: number): string {
    return zoneAt(this.#own, at, this.#programme.mission.timezone);
  }
}

/** The messages a person's reminders come in when all goes well. */
function messagesOf(
  programme: Programme,
  own: readonly OwnEvent[],
  wishes: Wishes,
): { at: number; sounds: boolean }[] {
  const messages: { at: number; sounds: boolean }[] = [];
  for (const { dueAt, silent } of remindersOf(programme, own, wishes)) {
    const last = messages.at(-1);
    if (last !== undefined && dueAt <= last.at + MERGE_WINDOW) last.sounds ||= !silent;
    else messages.push({ at: dueAt, sounds: !silent });
  }
  return messages;
}
