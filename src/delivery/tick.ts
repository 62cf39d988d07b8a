import { CLOCK_SKEW, type Clock } from "../clock.ts";
import { aidesOf, principalOf } from "../domain/aides.ts";
import { type Choices, concerns } from "../domain/audience.ts";
import { cardInstantsOf, eventsTurningAt } from "../domain/day-card.ts";
import { digestInstantsOf } from "../domain/digests.ts";
import type { Seat } from "../domain/mission.ts";
import { newsInstantsOf } from "../domain/news.ts";
import { promptInstantsOf } from "../domain/prompts.ts";
import { eventsDueAt, instantsOf, mayBeDue } from "../domain/reminders.ts";
import type { Member } from "../domain/seats.ts";
import { surveyInstantsOf } from "../domain/survey.ts";
import type { MissionInForce, Programme } from "../domain/timetable.ts";
import type { Store } from "../storage/store.ts";
import type { TickMark } from "../storage/ticks.ts";
import { AgreementTick } from "./agreements.ts";
import { handOverBroadcasts } from "./broadcast-tasks.ts";
import { queueCards } from "./days.ts";
import { type DeliveryQueue, delegationChat, jobOf } from "./queue.ts";
import { gatheringsDueAt, queueGatherings } from "./roll-calls.ts";

/** The longest lead a mission file may have; a new revision is looked through that far back. */
const LONGEST_LEAD = 7 * 24 * 60 * 60 * 1000;

/** A notice waits for an evening, and so for less than this. */
const GATHERED_FOR = 24 * 60 * 60 * 1000;

/** Whom somebody assists does not depend on what was picked. */
const NONE: ReadonlyMap<string, Choices> = new Map();

/** When something can be due under a revision. */
interface Instants {
  readonly revision: number;
  readonly reminders: readonly number[];
  readonly digests: readonly number[];
  readonly news: readonly number[];
  readonly prompts: readonly number[];
  readonly surveys: readonly number[];
  /** When the card of the day shows something otherwise than before. */
  readonly cards: readonly number[];
}

/** What falls due now, of each kind. */
type Due = Omit<Instants, "revision">;

/**
 * The tick: hands people with something due to the queue. It costs what is due, not what exists, and may run anywhere
 * any number of times: the same find makes the same job, and the ledger ends each delivery once.
 */
export class Tick {
  readonly #store: Store;
  readonly #queue: DeliveryQueue;
  readonly #clock: Clock;
  readonly #agreements: AgreementTick;
  readonly #instants = new Map<string, Instants>();

  constructor({ store, queue, clock }: { store: Store; queue: DeliveryQueue; clock: Clock }) {
    this.#store = store;
    this.#queue = queue;
    this.#clock = clock;
    this.#agreements = new AgreementTick({ store, queue, clock });
  }

  /** Looks once, and returns the next instant (programme time) at which there is something to look for, if any. */
  async run(): Promise<number | undefined> {
    const now = this.#clock.now();
    const [missions, marks] = await Promise.all([this.#store.missions.all(), this.#store.ticks.all()]);
    let next = Number.POSITIVE_INFINITY;
    await this.#handOverStirred(missions);
    await this.#handOverWoken(missions, now);
    next = (await this.#store.prompts.next(now)) ?? next;
    for (const inForce of missions) {
      const { programme } = inForce;
      const { mission, revision } = programme;
      const mark = marks.get(mission.id);
      const { reminders, digests, news, prompts, surveys, cards } = await this.#instantsOf(inForce);
      const from = lookFrom(mark, revision, now);
      const dueNow = (instants: readonly number[]) => instants.filter((at) => from < at && at <= now);
      // A release is itself an instant at which everybody may be owed news.
      const released = mark !== undefined && mark.revision !== revision ? [now] : [];
      const due = {
        reminders: dueNow(reminders),
        digests: dueNow(digests),
        news: [...dueNow(news), ...released],
        prompts: dueNow(prompts),
        surveys: dueNow(surveys),
        cards: dueNow(cards),
      };
      const found = Object.values(due).some((instants) => instants.length > 0);
      if (found) await this.#handOver(programme, due);
      await queueGatherings(
        this.#store,
        this.#queue,
        inForce,
        gatheringsDueAt(programme, new Set(due.reminders)),
      );
      // An older mark would not show that the clock has been set back since.
      const isOld = from !== mark?.upTo || mark.revision !== revision || mark.upTo < now - CLOCK_SKEW;
      if (found || isOld) {
        await this.#store.ticks.set(mission.id, { revision, upTo: now });
      }
      for (const instants of [reminders, digests, news, prompts, surveys, cards]) {
        next = Math.min(next, instants.find((at) => at > now) ?? next);
      }
    }
    next = Math.min(next, (await handOverBroadcasts(this.#store, this.#queue, now)) ?? next);
    next = Math.min(next, (await this.#agreements.run(missions)) ?? next);
    return Number.isFinite(next) ? next : undefined;
  }

  /** Queues everybody whom something due at these instants concerns; the worker knows what exactly they are owed. */
  async #handOver(programme: Programme, due: Due): Promise<void> {
    const { id } = programme.mission;
    const [members, seats] = await Promise.all([
      this.#store.people.members(id),
      this.#store.people.seats(id),
    ]);
    const instants = new Set(due.reminders);
    const events = eventsDueAt(programme, instants);
    const reminded = members.filter(({ seat, participant: { wishes, wishedBefore } }) =>
      events.some(
        (timed) =>
          [seat, principalOf(seat, seats, NONE)?.seat].some((one) => one && concerns(timed.event, one)) &&
          // What they wished before may still be owed.
          [wishes, wishedBefore].some((wished) => mayBeDue(programme, timed, wished ?? {}, instants)),
      ),
    );
    const job = (kind: "reminder" | "digest" | "news" | "prompt" | "survey", instants: readonly number[]) => {
      const dueAt = Math.max(...instants);
      return ({ seat }: Member) => jobOf(kind, { mission: id, seat: seat.id, dueAt }, String(dueAt));
    };
    await this.#queue.addBulk([
      ...(due.news.length > 0 ? members.map(job("news", due.news)) : []),
      ...(due.news.length > 0 ? await this.#chatsOwed(id, Math.max(...due.news)) : []),
      ...reminded.map(job("reminder", due.reminders)),
      ...(due.digests.length > 0 ? members.map(job("digest", due.digests)) : []),
      ...(due.prompts.length > 0 ? members.map(job("prompt", due.prompts)) : []),
      ...(due.surveys.length > 0 ? members.map(job("survey", due.surveys)) : []),
    ]);
    const turning = eventsTurningAt(programme, new Set(due.cards));
    const readers = members.filter(({ seat }) =>
      [seat, principalOf(seat, seats, NONE)?.seat].some(
        (one) => one && turning.some((event) => concerns(event, one)),
      ),
    );
    await queueCards(
      { store: this.#store, queue: this.#queue },
      id,
      readers.map(({ seat }) => seat.id),
      Math.max(...due.cards),
    );
  }

  /** The delegation's chat is told of a release like the members. */
  async #chatsOwed(mission: string, dueAt: number) {
    if ((await this.#store.chats.bound(mission, "delegation")) === undefined) return [];
    return [jobOf("news", { mission, seat: delegationChat, dueAt }, String(dueAt))];
  }

  /** Those about whom something changed that no instant announces. */
  async #handOverStirred(missions: readonly MissionInForce[]): Promise<void> {
    const stirred = await this.#store.stirred.all();
    if (stirred.length === 0) return;
    const known = new Set(missions.map(({ programme }) => programme.mission.id));
    const ours = stirred.filter(({ mission }) => known.has(mission));
    const all = new Map<string, Seat[]>();
    for (const { mission, seat, nonce } of ours) {
      const seats = all.get(mission) ?? (await this.#store.people.seats(mission));
      all.set(mission, seats);
      // What has changed for somebody has changed for their aides.
      const aides = aidesOf({ id: seat }, seats);
      const concerned = [seat, ...aides.map(({ id }) => id)];
      // What is theirs now may have been due already: the first reminder of a day that has another first event, its card.
      const jobs = (one: string) =>
        (["news", "reminder", "digest"] as const).map((kind) => jobOf(kind, { mission, seat: one }, nonce));
      await this.#queue.addBulk(concerned.flatMap(jobs));
      // What they still have on their screens may be from before.
      await queueCards({ store: this.#store, queue: this.#queue }, mission, concerned);
    }
    await this.#store.stirred.settle(stirred);
  }

  /** Those whose prompts had to wait. */
  async #handOverWoken(missions: readonly MissionInForce[], now: number): Promise<void> {
    const woken = await this.#store.prompts.due(now);
    if (woken.length === 0) return;
    const known = new Set(missions.map(({ programme }) => programme.mission.id));
    const jobs = woken
      .filter(({ mission }) => known.has(mission))
      .map(({ mission, seat, at }) => jobOf("prompt", { mission, seat, dueAt: at }, `woken-${at}`));
    await this.#queue.addBulk(jobs);
    await this.#store.prompts.settle(woken);
  }

  async #instantsOf({ programme, release }: MissionInForce): Promise<Instants> {
    const { mission, revision } = programme;
    const known = this.#instants.get(mission.id);
    if (known?.revision === revision) return known;
    const instants = {
      revision,
      reminders: instantsOf(programme),
      digests: digestInstantsOf(programme),
      prompts: promptInstantsOf(programme),
      surveys: surveyInstantsOf(programme),
      news: await this.#newsInstantsOf(mission.id, revision, release.at - GATHERED_FOR),
      cards: cardInstantsOf(programme),
    };
    this.#instants.set(mission.id, instants);
    return instants;
  }

  /** Those of a revision, and of the ones before it that may still be gathering for the evening. */
  async #newsInstantsOf(mission: string, revision: number, since: number): Promise<number[]> {
    const { missions } = this.#store;
    const instants: number[] = [];
    for (let number = revision; number > 1; number -= 1) {
      const [before, after] = await Promise.all([
        missions.revision(mission, number - 1),
        missions.revision(mission, number),
      ]);
      if (before === undefined || after === undefined || after.release.at < since) break;
      instants.push(...newsInstantsOf(before.programme, after.programme, after.release));
    }
    return instants;
  }
}

/** From where on to look: what was due before the mission was first seen is owed to nobody. */
function lookFrom(mark: TickMark | undefined, revision: number, now: number): number {
  if (mark === undefined) return now;
  // A mark further ahead than clocks differ means that the clock has been set back.
  return mark.revision === revision && mark.upTo <= now + CLOCK_SKEW ? mark.upTo : now - LONGEST_LEAD;
}
