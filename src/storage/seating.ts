import type { Redis } from "ioredis";
import type { Seat } from "../domain/mission.ts";
import { isOrganiser, type Participant } from "../domain/seats.ts";
import { subjectOf } from "./invitations.ts";
import type { Keys } from "./keys.ts";
import { seatForm } from "./missions.ts";
import { LEAVE, MOVE, REWRITE } from "./seating-scripts.ts";

/** What becomes of a change to a seat's own record. */
export type SeatChange =
  | { readonly kind: "changed"; readonly seat: Seat }
  | { readonly kind: "unchanged"; readonly seat: Seat }
  | { readonly kind: "last organiser" }
  | { readonly kind: "gone" };

/** `gone`: somebody has changed it meanwhile, and nothing was done. */
export type LeaveOutcome = "left" | "last organiser" | "gone";
export type MoveOutcome = "moved" | "seat taken" | "last organiser" | "gone";

/** Who sits where, and with which rights. A mission that has an organiser keeps one, however many act at once. */
export class Seating {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Changes a seat's role, groups or vehicle; not the role of the last organiser who joined. */
  async change(mission: string, id: string, change: (seat: Seat) => Seat): Promise<SeatChange> {
    const [seats, participants] = [this.#keys.seats(mission), this.#keys.participants(mission)];
    for (;;) {
      const stored = await this.#redis.hget(seats, id);
      if (stored === null) return { kind: "gone" };
      const was = seatForm.decode(stored);
      const seat = change(was);
      const becomes = seatForm.encode(seat);
      if (becomes === stored) return { kind: "unchanged", seat };
      const demotes = isOrganiser(was) && !isOrganiser(seat) ? 1 : 0;
      const args = [id, stored, becomes, demotes];
      const outcome = await this.#redis.eval(REWRITE, 2, seats, participants, ...args);
      if (outcome === "last organiser") return { kind: "last organiser" };
      if (outcome === "changed") return { kind: "changed", seat };
    }
  }

  /**
   * Takes a person off their seat: their access and every link to the seat end at once; their picks free their places.
   * The seat stays, and whoever takes it next begins afresh. Somebody `replaced` leaves no ticks of readiness behind.
   */
  async leave(
    mission: string,
    { seat, user, joinedAt }: Participant,
    { replaced }: { replaced: boolean },
  ): Promise<LeaveOutcome> {
    const of = subjectOf({ kind: "seat", mission, seat });
    const keys = [
      this.#keys.participants(mission),
      this.#keys.seats(mission),
      this.#keys.user(user),
      this.#keys.choices(mission),
      this.#keys.picked(mission),
      this.#keys.revocations(mission),
      this.#keys.invitationsTo(mission, of),
      this.#keys.ledger(mission, seat),
      this.#keys.notesBySeat(mission, seat),
      this.#keys.openNote(user),
      this.#keys.readiness(mission),
      this.#keys.seen,
      this.#keys.notes(mission),
      this.#keys.notices(mission),
      this.#keys.live(mission),
      this.#keys.prompts(mission, seat),
      this.#keys.sieves(mission),
      this.#keys.nudges(mission),
    ];
    const args = [mission, seat, user, joinedAt, of, replaced ? 1 : 0];
    // The script returns nothing else.
    return (await this.#redis.eval(LEAVE, keys.length, ...keys, ...args)) as LeaveOutcome;
  }

  /**
   * Moves a person to another seat, which must be free: their access, wishes, picks, notes, what they said to prompts and
   * what has been delivered to them go along; both seats stay as they are. Links to the new seat end.
   */
  async move(mission: string, { seat, user, joinedAt }: Participant, to: string): Promise<MoveOutcome> {
    const of = subjectOf({ kind: "seat", mission, seat: to });
    const keys = [
      this.#keys.participants(mission),
      this.#keys.seats(mission),
      this.#keys.user(user),
      this.#keys.choices(mission),
      this.#keys.picked(mission),
      this.#keys.revocations(mission),
      this.#keys.invitationsTo(mission, of),
      this.#keys.ledger(mission, seat),
      this.#keys.ledger(mission, to),
      this.#keys.notesBySeat(mission, seat),
      this.#keys.notesBySeat(mission, to),
      this.#keys.notes(mission),
      this.#keys.notices(mission),
      this.#keys.live(mission),
      this.#keys.drafts(mission),
      this.#keys.sieves(mission),
      this.#keys.nudges(mission),
      this.#keys.prompts(mission, seat),
      this.#keys.prompts(mission, to),
      this.#keys.wakings,
    ];
    const args = [mission, seat, user, joinedAt, of, to];
    // The script returns nothing else.
    return (await this.#redis.eval(MOVE, keys.length, ...keys, ...args)) as MoveOutcome;
  }
}
