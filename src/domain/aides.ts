/**
 * Aides: whoever assists a principal is told of both their programmes in their own chat, so that the principal needs no
 * Telegram. An event of both is one event.
 */
import { type Choices, type OwnEvent, ownProgramme } from "./audience.ts";
import type { Seat } from "./mission.ts";
import type { Programme } from "./timetable.ts";
import type { Wishes } from "./wishes.ts";

/** Whom somebody assists, what was picked for them, and what they wish or their aide has said for them. */
export interface Principal {
  readonly seat: Seat;
  readonly choices: Choices;
  readonly wishes?: Wishes;
}

/** The principal of a seat among all of a mission, if it has one. */
export function principalOf(
  { id, aideOf }: Seat,
  seats: readonly Seat[],
  choices: ReadonlyMap<string, Choices>,
): Principal | undefined {
  if (aideOf === undefined) return undefined;
  const seat = seats.find((one) => one.id === aideOf && one.id !== id);
  return seat && { seat, choices: choices.get(seat.id) ?? {} };
}

/** The seats of those who assist somebody. */
export function aidesOf({ id }: Pick<Seat, "id">, seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => seat.aideOf === id && seat.id !== id);
}

/** The seats in which somebody is asked for these ones: those of them who have joined, and their aides. */
export function reachedThrough(
  seats: ReadonlySet<string>,
  members: readonly { readonly seat: Seat }[],
): string[] {
  return members
    .filter(({ seat: { id, aideOf } }) => seats.has(id) || (aideOf !== undefined && seats.has(aideOf)))
    .map(({ seat }) => seat.id);
}

/** Whether one may be made the aide of another: nobody assists themselves, be it through others. */
export function mayAssist(aide: string, principal: string, seats: readonly Seat[]): boolean {
  const seen = new Set([aide]);
  for (let id: string | undefined = principal; id !== undefined; ) {
    if (seen.has(id)) return false;
    seen.add(id);
    id = seats.find((seat) => seat.id === id)?.aideOf;
  }
  return true;
}

/** Both programmes as one, in the programme's order; each event says whose it is where it is not only one's own. */
export function withPrincipal(
  programme: Programme,
  own: readonly OwnEvent[],
  principal: readonly OwnEvent[],
): OwnEvent[] {
  const mine = new Map(own.map((timed) => [timed.event.id, timed]));
  const theirs = new Map(principal.map((timed) => [timed.event.id, timed]));
  return programme.events.flatMap(({ event: { id } }): OwnEvent[] => {
    const [one, other] = [mine.get(id), theirs.get(id)];
    if (one !== undefined) return [other === undefined ? one : { ...one, of: "both" }];
    return other === undefined ? [] : [{ ...other, of: "principal" }];
  });
}

/** What an aide is told of: their own programme and their principal's. */
export function combinedProgramme(
  programme: Programme,
  { seat, choices, principal }: { seat: Seat; choices: Choices; principal?: Principal | undefined },
): OwnEvent[] {
  const own = ownProgramme(programme, seat, choices);
  if (principal === undefined) return own;
  return withPrincipal(programme, own, ownProgramme(programme, principal.seat, principal.choices));
}

/**
 * What is due to somebody by their own programme and by their principal's, each derived by itself and each identity
 * once: what both are owed comes as soon as either is, as long as it matters to either. Whoever becomes an aide (`since`)
 * is owed nothing that was already due to the principal.
 */
export function dueToBoth<
  D extends { readonly identity: string; readonly dueAt: number; readonly expiresAt: number },
>(
  programme: Programme,
  { seat, choices, principal }: { seat: Seat; choices: Choices; principal?: Principal | undefined },
  since: number | undefined,
  derive: (own: readonly OwnEvent[], ofPrincipal: boolean) => readonly D[],
): D[] {
  const own = derive(ownProgramme(programme, seat, choices), false);
  if (principal === undefined) return [...own];
  const theirs = derive(ownProgramme(programme, principal.seat, principal.choices), true).filter(
    ({ dueAt }) => since === undefined || dueAt > since,
  );
  const due = new Map(own.map((one) => [one.identity, one]));
  for (const one of theirs) {
    const mine = due.get(one.identity);
    due.set(one.identity, {
      ...(mine ?? one),
      dueAt: Math.min(one.dueAt, mine?.dueAt ?? one.dueAt),
      expiresAt: Math.max(one.expiresAt, mine?.expiresAt ?? one.expiresAt),
    });
  }
  return [...due.values()].sort((a, b) => a.dueAt - b.dueAt);
}
