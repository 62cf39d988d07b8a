/** Reminders of agreements and assignments: whom the tick finds, and what one owner is owed. */
import type { Clock } from "../clock.ts";
import { agreementRemindersOf, isSounding, nextAgreementInstant } from "../domain/agreement-reminders.ts";
import { keeperSeat } from "../domain/agreements.ts";
import { zoneOfHome } from "../domain/event-zones.ts";
import { owedTo } from "../domain/seats.ts";
import { type MissionInForce, spanOf } from "../domain/timetable.ts";
import { agreementReminder } from "../messages/agreement-reminder.ts";
import type { Store } from "../storage/store.ts";
import { isDisturbing } from "./disturbing.ts";
import { deliver, enter, type Recipient, written } from "./parcel.ts";
import { type DeliveryQueue, jobOf } from "./queue.ts";

/**
 * Hands the owners who may be owed a reminder to the queue. It costs what is due: who is next stands in an index, which
 * is made anew when this process starts and when the clock has been set back.
 */
export class AgreementTick {
  readonly #store: Store;
  readonly #queue: DeliveryQueue;
  readonly #clock: Clock;
  #lookedAt = Number.POSITIVE_INFINITY;

  constructor({ store, queue, clock }: { store: Store; queue: DeliveryQueue; clock: Clock }) {
    this.#store = store;
    this.#queue = queue;
    this.#clock = clock;
  }

  /** Looks once, and returns the next instant (programme time) at which there is something to look for, if any. */
  async run(missions: readonly MissionInForce[]): Promise<number | undefined> {
    const now = this.#clock.now();
    if (now < this.#lookedAt) await this.#lookAtEverybody(missions, now);
    this.#lookedAt = now;
    const { owners, next } = await this.#store.agreements.due(now);
    if (owners.length === 0) return next;
    await this.#queue.addBulk(owners.map((owner) => jobOf("agreements", owner, String(owner.dueAt))));
    for (const { mission, seat } of owners) {
      const programme = missions.find((one) => one.programme.mission.id === mission)?.programme;
      const zone = programme && zoneOfHome(programme.mission);
      await this.#lookNext({ mission, seat }, zone, now);
    }
    return (await this.#store.agreements.due(now)).next;
  }

  async #lookNext(
    owner: { mission: string; seat: string },
    zone: string | undefined,
    now: number,
  ): Promise<void> {
    const { agreements } = this.#store;
    // Read before the list: a change in between leaves the owner to be looked at again.
    const changes = await agreements.changes(owner.mission);
    const list = zone === undefined ? [] : await agreements.ofOwner(owner.mission, owner.seat);
    await agreements.lookNext(
      owner,
      zone === undefined ? undefined : nextAgreementInstant(list, { zone, now }),
      changes,
    );
  }

  /** Everybody who owns something is looked at now; the ledger knows what they have had. */
  async #lookAtEverybody(missions: readonly MissionInForce[], now: number): Promise<void> {
    for (const { programme } of missions) {
      const { id } = programme.mission;
      const changes = await this.#store.agreements.changes(id);
      if (changes === "0") continue;
      const owners = new Set((await this.#store.agreements.all(id)).map(keeperSeat));
      for (const seat of owners) await this.#store.agreements.lookNext({ mission: id, seat }, now, changes);
    }
  }
}

/** Sends an owner what is due of theirs in one message; the week's list says all there is, so the rest goes with it. */
export async function settleAgreements(recipient: Recipient): Promise<void> {
  const { parts, mission, reading, seat, participant, ended } = recipient;
  const { now } = reading;
  const file = mission.programme.mission;
  const list = await parts.store.agreements.ofOwner(file.id, seat.id);
  const reminders = agreementRemindersOf(list, { zone: zoneOfHome(file), now });
  const due = owedTo(participant, (wishes) => (wishes?.muteAll ? [] : reminders)).filter(
    ({ identity, dueAt }) => dueAt <= now && !ended(identity),
  );
  await enter(
    recipient,
    due.filter(({ expiresAt }) => expiresAt <= now),
    { outcome: "expired" },
  );
  const owed = due.filter(({ expiresAt }) => expiresAt > now);
  if (owed.length === 0) return;
  await deliver(recipient, {
    identities: owed.map(({ identity }) => identity),
    send: written(agreementReminder(reading, list, owed)),
    silent: isDisturbing(recipient) || !isSounding(owed, { now, span: spanOf(mission.programme) }),
    priority: "digest",
    expiresAt: Math.min(...owed.map(({ expiresAt }) => expiresAt)),
  });
}
