/** People of a mission: seats, and the participants who took them. */
import type { Language, Mission, Seat, Text } from "./mission.ts";
import type { Told } from "./news.ts";
import { type Programme, spanOf } from "./timetable.ts";
import type { Wishes } from "./wishes.ts";

/** A person who took a seat by invitation. Times are programme time, in epoch milliseconds. */
export interface Participant {
  readonly seat: string;
  readonly user: number;
  /** The private chat with the bot. */
  readonly chat: number;
  readonly language: Language;
  readonly joinedAt: number;
  /** Since when (programme time) Telegram refuses messages to them; it does until they write again. */
  readonly unreachableSince?: number;
  readonly wishes?: Wishes;
  /** When they last changed them, and what they wished before. */
  readonly wishedAt?: number;
  readonly wishedBefore?: Wishes;
  /** Since when they assist somebody, where that was decided after they had joined. */
  readonly assistsSince?: number;
  /** What of the programme they were last told; without it, the first revision. */
  readonly told?: Told;
  /** What they were about to be told when it was last sent; after a crash they may have read it, or not. */
  readonly telling?: Told;
}

/**
 * What of a list a participant is owed: nothing that was due before they joined, nor what only a change of their wishes
 * has made due before that change. What they were owed already stays owed.
 */
export function owedTo<D extends { readonly identity: string; readonly dueAt: number }>(
  { joinedAt, wishes, wishedAt, wishedBefore }: Participant,
  listFor: (wishes: Wishes | undefined) => readonly D[],
): D[] {
  const list = listFor(wishes).filter(({ dueAt }) => dueAt > joinedAt);
  if (wishedAt === undefined || list.every(({ dueAt }) => dueAt > wishedAt)) return list;
  const before = new Set(listFor(wishedBefore).map(({ identity }) => identity));
  return list.filter(({ dueAt, identity }) => dueAt > wishedAt || before.has(identity));
}

/** Who somebody is in a mission: the seat with its rights, and the person in it. */
export interface Member {
  readonly seat: Seat;
  readonly participant: Participant;
}

/** A seat, and whoever is in it. */
export interface Place {
  readonly seat: Seat;
  readonly participant?: Participant;
  /** What their aide has said for somebody who has not joined. */
  readonly spokenFor?: Wishes;
}

/** Whether somebody has joined in a place. */
export function isTaken(place: Place): place is Place & Member {
  return place.participant !== undefined;
}

/** What is wished at a place: by whoever is in it, else for them. */
export function wishesAt({ participant, spokenFor }: Place): Wishes | undefined {
  return participant === undefined ? spokenFor : participant.wishes;
}

/** Seats by their ids. */
export function bySeat(seats: readonly Seat[]): Map<string, Seat> {
  return new Map(seats.map((seat) => [seat.id, seat]));
}

export function isOrganiser(seat: Seat): boolean {
  return seat.role === "organiser";
}

/** Seats in the order of the mission file, which is the order of protocol; those made in chat come after. */
export function inOrder(seats: readonly Seat[], { people = [] }: Mission): Seat[] {
  const places = new Map(people.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Seat) => places.get(id) ?? people.length;
  return [...seats].sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
}

/** A seat made for somebody who is not in the file: an organiser, or a guest of a group. */
export function extraSeat(
  id: string,
  position: Text,
  { organiser, group }: { organiser?: boolean; group?: string },
): Seat {
  return {
    id,
    position,
    ...(organiser ? { role: "organiser" as const } : {}),
    ...(group === undefined ? {} : { groups: [group] }),
  };
}

/** The mission a person has switched to, unless that one is over while another is on; else by date. */
export function meantMission<P extends { programme: Programme }>(
  missions: readonly P[],
  chosen: string | undefined,
  now: number,
): P | undefined {
  const byDate = currentMission(missions, now);
  const wished = missions.find(({ programme }) => programme.mission.id === chosen);
  if (wished === undefined || byDate === undefined) return byDate;
  const isOver = spanOf(wished.programme).to <= now;
  return isOver && spanOf(byDate.programme).from <= now ? byDate : wished;
}

/** Which of several missions a person means: the one that is on, else the next to begin, else the last that ended. */
export function currentMission<P extends { programme: Programme }>(
  missions: readonly P[],
  now: number,
): P | undefined {
  const spans = missions.map((mission) => ({ mission, ...spanOf(mission.programme) }));
  const on = spans.filter(({ from, to }) => from <= now && now < to).sort((a, b) => b.from - a.from);
  const ahead = spans.filter(({ from }) => from > now).sort((a, b) => a.from - b.from);
  const over = spans.filter(({ to }) => to <= now).sort((a, b) => b.to - a.to);
  return [...on, ...ahead, ...over][0]?.mission;
}
