import { type Reminder, type Settlement, settle } from "../../src/domain/reminders.ts";

export type Outcome = "delivered" | "superseded" | "expired";

/** One message: the reminders in it, and when it went out (programme time, epoch milliseconds). */
export interface Sent {
  readonly at: number;
  readonly reminders: readonly Reminder[];
}

/** What became of one person's reminders, settled as the worker settles them; every message gets through. */
export class Deliveries {
  /** By identity, as the ledger keeps them. */
  readonly outcomes = new Map<string, Outcome>();
  readonly sent: Sent[] = [];

  /** @throws when something ends that has already ended */
  settle(reminders: readonly Reminder[], { now, since }: { now: number; since: number }): Settlement {
    const ended = (identity: string) => this.outcomes.has(identity);
    const settlement = settle(reminders, { now, since, ended });
    this.#enter(settlement.superseded, "superseded");
    this.#enter(settlement.expired, "expired");
    this.#enter(settlement.send, "delivered");
    if (settlement.send.length > 0) this.sent.push({ at: now, reminders: settlement.send });
    return settlement;
  }

  #enter(reminders: readonly Reminder[], outcome: Outcome): void {
    for (const { identity } of reminders) {
      const before = this.outcomes.get(identity);
      if (before !== undefined) throw new Error(`${identity} ends as ${outcome}, and had ended as ${before}`);
      this.outcomes.set(identity, outcome);
    }
  }
}
