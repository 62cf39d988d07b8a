import type { Redis } from "ioredis";
import type { Seat } from "../domain/mission.ts";
import { isOrganiser, type Participant } from "../domain/seats.ts";
import { subjectOf } from "./invitations.ts";
import type { Keys } from "./keys.ts";
import { seatForm } from "./missions.ts";
import { run } from "./script.ts";
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
      const keys = { seats, participants };
      const args = { seat: id, was: stored, is: becomes, demotes };
      const outcome = await run(this.#redis, REWRITE, keys, args);
      if (outcome === "last organiser") return { kind: "last organiser" };
      if (outcome === "changed") return { kind: "changed", seat };
    }
  }

  /**
   * Takes a person off their seat: their access and every link to the seat end at once; their picks free their places.
   * The seat stays, and whoever takes it next begins afresh: what was confirmed is not theirs, and what was asked is
   * closed by the seat that takes the person off, at programme time `at`. Somebody `replaced` leaves no ticks of
   * readiness behind.
   */
  async leave(
    mission: string,
    { seat, user, joinedAt }: Participant,
    { replaced, by, at }: { replaced: boolean; by: string; at: number },
  ): Promise<LeaveOutcome> {
    const invited = subjectOf({ kind: "seat", mission, seat });
    const keys = {
      ...this.#sharedKeys(mission, user),
      invitations: this.#keys.invitationsTo(mission, invited),
      ledger: this.#keys.ledger(mission, seat),
      notesBySeat: this.#keys.notesBySeat(mission, seat),
      openNote: this.#keys.openNote(user),
      prompts: this.#keys.prompts(mission, seat),
      openQuestions: this.#keys.openQuestions(mission),
      readiness: this.#keys.readiness(mission),
      seen: this.#keys.seen,
    };
    const args = {
      ...{ mission, seat, user, joinedAt, invited, by, at, replaced: replaced ? 1 : 0 },
      confirmed: this.#keys.confirmed(mission, "*"),
    };
    // The script returns nothing else.
    return (await run(this.#redis, LEAVE, keys, args)) as LeaveOutcome;
  }

  /**
   * Moves a person to another seat, which must be free: their access, wishes, picks, notes, contacts, agreements,
   * questions, what they said to prompts, what has been delivered to them and what they have confirmed go along; both
   * seats stay as they are. Links to the new seat end, and what was said for whoever would take it.
   */
  async move(mission: string, { seat, user, joinedAt }: Participant, to: string): Promise<MoveOutcome> {
    const invited = subjectOf({ kind: "seat", mission, seat: to });
    const keys = {
      ...this.#sharedKeys(mission, user),
      invitations: this.#keys.invitationsTo(mission, invited),
      ledgerFrom: this.#keys.ledger(mission, seat),
      ledgerTo: this.#keys.ledger(mission, to),
      notesFrom: this.#keys.notesBySeat(mission, seat),
      notesTo: this.#keys.notesBySeat(mission, to),
      promptsFrom: this.#keys.prompts(mission, seat),
      promptsTo: this.#keys.prompts(mission, to),
      spokenFor: this.#keys.spokenFor(mission),
      drafts: this.#keys.drafts(mission),
      acquaintances: this.#keys.acquaintances(mission),
      agreements: this.#keys.agreements(mission),
      agreementsFrom: this.#keys.agreementsOf(mission, seat),
      agreementsTo: this.#keys.agreementsOf(mission, to),
      agreementsDue: this.#keys.agreementsDue,
      agreementChanges: this.#keys.agreementChanges,
      wakings: this.#keys.wakings,
    };
    const confirmed = this.#keys.confirmed(mission, "*");
    const args = { mission, from: seat, to, user, joinedAt, invited, confirmed };
    // The script returns nothing else.
    return (await run(this.#redis, MOVE, keys, args)) as MoveOutcome;
  }

  /** Where it is kept who sits where, and what hangs on it. */
  #sharedKeys(mission: string, user: number) {
    return {
      participants: this.#keys.participants(mission),
      seats: this.#keys.seats(mission),
      seatsOfUser: this.#keys.user(user),
      choices: this.#keys.choices(mission),
      picked: this.#keys.picked(mission),
      revocations: this.#keys.revocations(mission),
      notes: this.#keys.notes(mission),
      notices: this.#keys.notices(mission),
      live: this.#keys.live(mission),
      sieves: this.#keys.sieves(mission),
      nudges: this.#keys.nudges(mission),
      broadcasts: this.#keys.broadcasts(mission),
      questions: this.#keys.questions(mission),
    };
  }
}
