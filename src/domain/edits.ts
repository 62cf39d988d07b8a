/**
 * Edits: what an organiser does to a programme, one step at a time. They gather in a draft and are applied in order to
 * the programme in force, so that a draft made on an older revision can be laid upon a newer one.
 */
import { zonesOf } from "./event-zones.ts";
import type { Event, Mission, Text } from "./mission.ts";
import { readMission } from "./mission-check.ts";
import { minutesTo, type Stays, shifted, unshown, untellable } from "./moving.ts";
import type { Problem } from "./problems.ts";
import type { Aside } from "./timetable.ts";
import { instantOf, localTimeOf } from "./zones.ts";

/** A programme as organisers work on it: the mission file, and what stands beside it. */
export interface Draftable {
  readonly mission: Mission;
  readonly aside: Aside;
}

/** The fields of an event that are set as they are; times, places and states have edits of their own. */
export const settable = [
  "title",
  "room",
  "dressCode",
  "bring",
  "description",
  "interpreter",
  "host",
  "brief",
  "weather",
  "groups",
  "vehicles",
  "fixed",
  "optional",
  "capacity",
  "status",
  "audience",
] as const satisfies readonly (keyof Event)[];
export type Settable = (typeof settable)[number];

export type Edit =
  /**
   * Moves an event with its gathering and its end; it may be fixed, for a person decides here. Minutes, not zero. What
   * has been already `stays`: the gathering, or the bus's departure as well.
   */
  | {
      readonly do: "shift";
      readonly event: string;
      readonly minutes: number;
      readonly stays?: Stays;
    }
  /** The same, to a local time of the zone where it starts: `2016-11-17T15:30`. */
  | { readonly do: "start"; readonly event: string; readonly at: string }
  /** Ends it at another local time of the zone where it ends, or leaves the end open. */
  | { readonly do: "end"; readonly event: string; readonly at: string | null }
  /** Gathers for it at another local time of the zone where it starts; the departure keeps its distance. */
  | { readonly do: "gather"; readonly event: string; readonly at: string | null; readonly place?: Text }
  /** Another venue of the mission, or a place the mission has not heard of, by its name. */
  | {
      readonly do: "place";
      readonly event: string;
      readonly venue: string | { readonly id: string; readonly name: Text };
    }
  | {
      readonly do: "set";
      readonly event: string;
      readonly field: Settable;
      readonly value: Event[Settable] | null;
    }
  | { readonly do: "cancel" | "restore" | "hold" | "resume"; readonly event: string }
  | { readonly do: "add"; readonly event: Event }
  | { readonly do: "approve" }
  /** The whole programme, from a file or from an earlier revision. */
  | { readonly do: "replace"; readonly with: Draftable };

/**
 * The edit that puts another mission file in the place of what is in force. What the file leaves out can be restored, as
 * if it had been called off; what is held stays so.
 */
export function replacement({ mission: before, aside }: Draftable, mission: Mission): Edit {
  const stays = new Set(mission.events.map(({ id }) => id));
  const cancelled = [...aside.cancelled, ...before.events].filter(({ id }) => !stays.has(id));
  const held = aside.held.filter((id) => stays.has(id));
  return { do: "replace", with: { mission, aside: { held, cancelled } } };
}

export type Applied =
  | { readonly ok: true; readonly state: Draftable }
  /** The event is not in the programme (any more). */
  | { readonly ok: false; readonly why: "event gone"; readonly edit: Edit }
  /** The programme would no longer be one; the problems are those a file would have. */
  | { readonly ok: false; readonly why: "problems"; readonly problems: readonly Problem[] };

/** Applies edits in order, and checks what comes of them as a mission file is checked. */
export function applyEdits(state: Draftable, edits: readonly Edit[]): Applied {
  let now = state;
  for (const edit of edits) {
    const next = apply(now, edit);
    if (next === undefined) return { ok: false, why: "event gone", edit };
    const problems = clockProblems(now.mission, edit);
    if (problems.length > 0) return { ok: false, why: "problems", problems };
    now = next;
  }
  const reading = readMission(JSON.stringify(now.mission));
  if (!reading.ok) return { ok: false, why: "problems", problems: reading.problems };
  return { ok: true, state: { mission: reading.mission, aside: now.aside } };
}

/** What the check of a file cannot see any more, because moving has already turned it into another time. */
function clockProblems(mission: Mission, edit: Edit): Problem[] {
  if (edit.do !== "shift" && edit.do !== "start") return [];
  const event = mission.events.find(({ id }) => id === edit.event);
  if (event === undefined) return [];
  if (edit.do === "shift") return untellable(mission, event, edit.minutes, edit.stays);
  const skipped = unshown(mission, event, edit.at);
  return skipped.length > 0 ? skipped : untellable(mission, event, minutesTo(mission, event, edit.at));
}

function apply(state: Draftable, edit: Edit): Draftable | undefined {
  const { mission, aside } = state;
  if (edit.do === "replace") return edit.with;
  if (edit.do === "approve") return { mission: { ...mission, state: "approved" }, aside };
  if (edit.do === "add") {
    const taken = mission.events.some(({ id }) => id === edit.event.id);
    return taken ? undefined : { mission: { ...mission, events: [...mission.events, edit.event] }, aside };
  }
  if (edit.do === "restore") return restored(state, edit.event);
  const event = mission.events.find(({ id }) => id === edit.event);
  if (event === undefined) return undefined;
  switch (edit.do) {
    case "shift":
      return begun(withEvent(state, shifted(mission, event, edit.minutes, edit.stays)), event.id);
    case "start":
      return begun(withEvent(state, shifted(mission, event, minutesTo(mission, event, edit.at))), event.id);
    case "end":
      return withEvent(state, without(event, "end", edit.at));
    case "gather":
      return withEvent(state, gathered(mission, event, edit.at, edit.place));
    case "place":
      return placed(state, event, edit.venue);
    case "set":
      return withEvent(state, without(event, edit.field, edit.value));
    case "cancel":
      return cancelled(state, event);
    case "hold":
      return {
        mission,
        aside: { ...aside, held: [...aside.held.filter((id) => id !== event.id), event.id] },
      };
    case "resume":
      return begun(state, event.id);
  }
}

function withEvent({ mission, aside }: Draftable, event: Event): Draftable {
  const events = mission.events.map((one) => (one.id === event.id ? event : one));
  return { mission: { ...mission, events }, aside };
}

/** An event with a field set, or without it where there is nothing to set. */
function without<F extends keyof Event>(event: Event, field: F, value: Event[F] | null): Event {
  const { [field]: _, ...rest } = event;
  const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  // What stays has every field but one, which is given back unless it is optional.
  return (empty ? rest : { ...event, [field]: value }) as Event;
}

/** Once it has a time, an event is no longer held. */
function begun({ mission, aside }: Draftable, event: string): Draftable {
  return { mission, aside: { ...aside, held: aside.held.filter((id) => id !== event) } };
}

function cancelled({ mission, aside }: Draftable, event: Event): Draftable {
  return {
    mission: { ...mission, events: mission.events.filter(({ id }) => id !== event.id) },
    aside: {
      held: aside.held.filter((id) => id !== event.id),
      // An id can have been cancelled before and given anew since: what was in force last is what comes back.
      cancelled: [...aside.cancelled.filter(({ id }) => id !== event.id), event],
    },
  };
}

function restored({ mission, aside }: Draftable, id: string): Draftable | undefined {
  const event = aside.cancelled.find((one) => one.id === id);
  if (event === undefined || mission.events.some((one) => one.id === id)) return undefined;
  return {
    mission: { ...mission, events: [...mission.events, event] },
    aside: { ...aside, cancelled: aside.cancelled.filter((one) => one !== event) },
  };
}

function placed(state: Draftable, event: Event, venue: Extract<Edit, { do: "place" }>["venue"]): Draftable {
  const { mission, aside } = state;
  // A room belongs to the place it is in.
  const { room: _, ...rest } = event;
  if (typeof venue === "string") return withEvent(state, { ...rest, venue });
  const zone = zonesOf(mission, event).start;
  const fresh = { ...venue, ...(zone === mission.timezone ? {} : { timezone: zone }) };
  return withEvent(
    { mission: { ...mission, venues: [...(mission.venues ?? []), fresh] }, aside },
    {
      ...rest,
      venue: venue.id,
    },
  );
}

function gathered(mission: Mission, event: Event, at: string | null, place: Text | undefined): Event {
  if (at === null) return without(event, "gathering", null);
  const { start: zone } = zonesOf(mission, event);
  const before = event.gathering;
  const { departs, ...was } = before ?? { at };
  const moved =
    before?.departs === undefined
      ? undefined
      : localTimeOf(
          instantOf(before.departs, zone).at + instantOf(at, zone).at - instantOf(before.at, zone).at,
          zone,
        );
  return {
    ...event,
    gathering: {
      ...was,
      at,
      ...(moved === undefined ? {} : { departs: moved }),
      ...(place === undefined ? {} : { place }),
    },
  };
}
