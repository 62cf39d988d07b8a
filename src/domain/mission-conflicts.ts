/** What a programme may contain but seldom means to: warnings only. */
import type { Event, Mission } from "./mission.ts";
import { spanOf } from "./mission-times.ts";
import { type Finding, finding, pathText } from "./problems.ts";
import { readable, type Salvaged, unreadable } from "./salvage.ts";

type Draft = Salvaged<Mission>;
type DraftEvent = Salvaged<Event>;
/** An event with the time it takes, in epoch milliseconds. */
type Planned = {
  readonly index: number;
  readonly event: DraftEvent;
  readonly start: number;
  readonly end: number;
};

/** Two places at once, choices without a choice, and fields that do nothing. */
export function warnOfConflicts(draft: Draft): Finding[] {
  const planned = [...readable(draft.events)].flatMap(([index, event]): Planned[] => {
    const span = spanOf(draft, event);
    return span ? [{ index, event, ...span }] : [];
  });
  planned.sort((one, other) => one.start - other.start || one.index - other.index);
  return [...overlaps(planned), ...choices(draft, planned), ...idleFields(draft)];
}

/** At most one line for each event: the earliest other event that is still going on when it begins. */
function* overlaps(planned: readonly Planned[]): Generator<Finding> {
  let running: Planned[] = [];
  for (const later of planned) {
    running = running.filter((earlier) => earlier.end > later.start || earlier.start === later.start);
    const earlier = running.find(
      (candidate) => together(candidate, later) && compete(candidate.event, later.event),
    );
    running.push(later);
    if (!earlier) continue;
    // The line stands at the one further down in the file, whichever begins first.
    const [above, below] = [Math.min(earlier.index, later.index), Math.max(earlier.index, later.index)];
    yield finding(["events", below], "overlap", { other: pathText(["events", above]) });
  }
}

function together(one: Planned, other: Planned): boolean {
  return one.start === other.start || (one.start < other.end && other.start < one.end);
}

/** Whether somebody is bound to be at both. Nobody is bound to be at what is optional, or to spend free time anywhere. */
function compete(one: DraftEvent, other: DraftEvent): boolean {
  const events = [one, other];
  if (events.some((event) => event.optional === true || event.kind === "free")) return false;
  const deciding = ["kind", "optional", "groups", "choice", "audience"] as const;
  if (events.some((event) => deciding.some((field) => unreadable(event, field)))) return false;
  if (one.choice !== undefined && one.choice === other.choice) return false;
  // The organisers' own items go on beside everything else.
  const working = events.filter((event) => event.audience === "organisers");
  if (working.length === 1) return false;
  const [groups, others] = [one.groups ?? [], other.groups ?? []];
  // Without groups an event is everybody's.
  return (
    groups.length === 0 ||
    others.length === 0 ||
    groups.some((group) => group !== undefined && others.includes(group))
  );
}

/** Events of one choice are alternatives: there are at least two, and each runs beside another. */
function* choices(draft: Draft, planned: readonly Planned[]): Generator<Finding> {
  if (draft.events?.some((event) => event === undefined || unreadable(event, "choice"))) return;
  const members = new Map<string, number[]>();
  for (const [index, { choice }] of readable(draft.events)) {
    if (choice !== undefined) members.set(choice, [...(members.get(choice) ?? []), index]);
  }
  for (const [choice, indices] of members) {
    const [only] = indices;
    if (indices.length === 1 && only !== undefined) {
      yield finding(["events", only, "choice"], "choice-single", { value: choice });
      continue;
    }
    const timed = planned.filter(({ index }) => indices.includes(index));
    if (timed.length < indices.length) continue;
    const alone = timed.filter((one) => !timed.some((other) => one !== other && together(one, other)));
    yield* alone.map(({ index }) => finding(["events", index, "choice"], "choice-apart", { value: choice }));
  }
}

function* idleFields(draft: Draft): Generator<Finding> {
  for (const [index, event] of readable(draft.events)) {
    const { gathering, kind, to, capacity } = event;
    if (to !== undefined && kind !== undefined && kind !== "transfer" && kind !== "travel") {
      yield finding(["events", index, "to"], "to-idle", { kind });
    }
    if (capacity !== undefined && !Object.hasOwn(event, "choice")) {
      yield finding(["events", index, "capacity"], "capacity-idle");
    }
    // A bus seldom leaves from where it goes; and without a venue there is nothing to fall back on.
    const elsewhere = gathering && (gathering.departs !== undefined || !Object.hasOwn(event, "venue"));
    if (elsewhere && !Object.hasOwn(gathering, "place")) {
      yield finding(["events", index, "gathering"], "gathering-placeless");
    }
  }
}
