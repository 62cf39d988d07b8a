/** A broadcast sent, updated and recalled by a process that may die at any of its writes; Redis is real. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { TurnedClock } from "../../src/clock.ts";
import { handOverBroadcasts } from "../../src/delivery/broadcast-tasks.ts";
import { settleMember } from "../../src/delivery/member.ts";
import { type DeliveryParts, Later } from "../../src/delivery/parcel.ts";
import type { jobOf } from "../../src/delivery/queue.ts";
import type { Broadcast, BroadcastItem } from "../../src/domain/broadcasts.ts";
import { createLog } from "../../src/log.ts";
import type { Amendment } from "../../src/storage/broadcasts.ts";
import { createStore, type Store } from "../../src/storage/store.ts";
import { delegationWith } from "../support/delegation.ts";
import { at } from "../support/missions.ts";
import { speeches } from "../support/readings.ts";
import { testRedis } from "../support/redis.ts";
import { runs } from "../support/runs.ts";

const log = createLog("silent");
const { redis, prefix } = await testRedis();

const mission = delegationWith({ delegates: 4, events: [{ id: "talks", start: "10:00" }] });
const now = at("09:00");
const recipients = 4;
/** An album, a text, and the line with the button is the text's own. */
const requests = 2;
let worlds = 0;

/** The process dies here. */
class Crash extends Error {}

type Job = ReturnType<typeof jobOf>;

interface Shown {
  readonly chat: number;
  text: string;
}

class World {
  readonly store: Store;
  readonly #jobs = new Map<string, Job>();
  /** Telegram: every message there is, by its number. */
  readonly messages = new Map<number, Shown>();
  /** Requests that sent something, and deaths between one and the ledger. */
  sent = 0;
  crashes = 0;
  #count = 0;
  #life = Number.POSITIVE_INFINITY;

  constructor() {
    worlds += 1;
    this.store = createStore(redis, `${prefix}:${worlds}`);
  }

  static async begin(): Promise<World> {
    const world = new World();
    const { missions, invitations } = world.store;
    await missions.import(mission);
    for (const [place, { id }] of (mission.people ?? []).entries()) {
      const what = { kind: "seat", mission: mission.id, seat: id } as const;
      const code = await invitations.create(what, 1, { now: 0, expiresAt: Number.MAX_SAFE_INTEGER });
      const participant = {
        seat: id,
        user: place + 1,
        chat: place + 1,
        language: "en" as const,
        joinedAt: 0,
      };
      await invitations.take(code, [{ mission: mission.id, participant }], 1);
    }
    return world;
  }

  /** A write takes effect or not, and the process then may no longer be there to know. */
  async #write<T>(effect: () => T | Promise<T>): Promise<T> {
    this.#life -= 0.5;
    if (this.#life <= 0) throw new Crash();
    const result = await effect();
    this.#life -= 0.5;
    if (this.#life <= 0) throw new Crash();
    return result;
  }

  /** Everything the process asks of the world outside; what only reads is the real thing. */
  get #parts(): DeliveryParts {
    const { store } = this;
    const write =
      <A extends unknown[], T>(real: (...args: A) => Promise<T>) =>
      (...args: A) =>
        this.#write(() => real(...args));
    const ledger = {
      of: store.ledger.of.bind(store.ledger),
      endings: store.ledger.endings.bind(store.ledger),
      enter: write(store.ledger.enter.bind(store.ledger)),
    };
    const { broadcasts } = store;
    const guarded = {
      due: broadcasts.due.bind(broadcasts),
      find: broadcasts.find.bind(broadcasts),
      confirmed: broadcasts.confirmed.bind(broadcasts),
      shown: broadcasts.shown.bind(broadcasts),
      amend: write(broadcasts.amend.bind(broadcasts)),
      handedOver: write(broadcasts.handedOver.bind(broadcasts)),
      setShown: write(broadcasts.setShown.bind(broadcasts)),
    };
    const queue = {
      addBulk: (jobs: Job[]) =>
        this.#write(() => {
          for (const job of jobs) this.#jobs.set(job.opts.jobId ?? "", job);
        }),
    };
    const parts = { store: { ...store, ledger, broadcasts: guarded }, queue, api: this.#api, speeches, log };
    // This is all that a tick and a delivery ask of them.
    return { ...parts, clock: new TurnedClock(now), paid: false, cardEvery: 0 } as unknown as DeliveryParts;
  }

  get #api() {
    const post = (chat: number, texts: readonly string[]) =>
      this.#write(() => {
        this.sent += 1;
        return texts.map((text) => {
          this.#count += 1;
          this.messages.set(this.#count, { chat, text });
          return { message_id: this.#count };
        });
      });
    const edit = (message: number, text: string) =>
      this.#write(() => {
        const there = this.messages.get(message);
        if (there === undefined) throw new Error("nothing there to edit");
        there.text = text;
      });
    return {
      sendMessage: async (chat: number, text: string) => (await post(chat, [text]))[0],
      sendMediaGroup: (chat: number, media: readonly { caption?: string }[]) =>
        post(
          chat,
          media.map(({ caption = "" }) => caption),
        ),
      editMessageText: (_: number, message: number, text: string) => edit(message, text),
      editMessageCaption: (_: number, message: number, { caption = "" }: { caption?: string }) =>
        edit(message, caption),
      deleteMessages: (_: number, ids: readonly number[]) =>
        this.#write(() => {
          for (const id of ids) this.messages.delete(id);
        }),
    };
  }

  /** Looks what is due, and works the queue off, unless the process dies. */
  async round(life = Number.POSITIVE_INFINITY): Promise<void> {
    this.#life = life;
    const parts = this.#parts;
    try {
      await handOverBroadcasts(parts.store, parts.queue, now);
      while (this.#jobs.size > 0) for (const [id, job] of [...this.#jobs]) await this.#work(parts, id, job);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.crashes += 1;
    }
  }

  async #work(parts: DeliveryParts, id: string, { name, data }: Job): Promise<void> {
    try {
      await settleMember(parts, name, data);
      this.#jobs.delete(id);
    } catch (error) {
      // It stays in the queue.
      if (!(error instanceof Later)) throw error;
    }
  }

  async amend(change: (was: Broadcast) => Amendment): Promise<void> {
    await this.store.broadcasts.amend(mission.id, "b1", change);
  }

  /** What delegates have before them. */
  get copies(): string[] {
    return [...this.messages.values()].filter(({ chat }) => chat > 1).map(({ text }) => text);
  }
}

const words = (first: string, second: string): BroadcastItem[] => {
  const photo = (key: string, text?: string) => {
    const media = { kind: "photo", fileId: key } as const;
    return { key, at: now, message: 1, album: "a", media, ...(text === undefined ? {} : { text }) };
  };
  return [photo("m1", first), photo("m2"), { key: "m3", at: now, message: 3, text: second }];
};

const deaths = fc.array(
  fc.integer({ min: 1, max: 40 }).map((halves) => halves / 2),
  { maxLength: 5 },
);

test("wherever the process dies, everybody gets everything, and only what was in flight twice", async () => {
  let repeats = 0;
  await fc.assert(
    fc.asyncProperty(deaths, deaths, deaths, async (sending, updating, recalling) => {
      const world = await World.begin();
      const { broadcasts, ledger } = world.store;
      const head = {
        id: "b1",
        by: "organiser-1",
        createdAt: now,
        version: 1,
        items: words("Plan", "Be there"),
      };
      await broadcasts.begin(mission.id, {
        ...head,
        state: "draft",
        audience: { kind: "all" },
        important: true,
      });
      await world.amend((was) => ({ to: { ...was, state: "scheduled", at: now }, due: { send: now } }));

      for (const life of sending) await world.round(life);
      const crashesSending = world.crashes;
      await world.round();
      const seats = ["delegate-1", "delegate-2", "delegate-3", "delegate-4"];
      const endings = await ledger.endings(mission.id, seats, ["broadcast/b1.0", "broadcast/b1.1"]);
      for (const [seat, entries] of endings) {
        expect(
          entries.map((entry) => entry?.outcome),
          seat,
        ).toEqual(["delivered", "delivered"]);
      }
      const surplus = world.copies.filter((text) => text !== "").length - recipients * requests;
      expect(surplus).toBeGreaterThanOrEqual(0);
      expect(surplus).toBeLessThanOrEqual(crashesSending);
      repeats += surplus;

      await world.amend((was) => {
        const to = { ...was, items: words("New plan", "Be here"), version: was.version + 1 };
        return { to, due: { update: now } };
      });
      for (const life of updating) await world.round(life);
      await world.round();
      for (const text of ["New plan", "Be here"]) {
        expect(world.copies.filter((copy) => copy === text)).toHaveLength(recipients);
      }

      await world.amend((was) => ({
        to: { ...was, state: "recalled", recalledAt: now },
        due: { recall: now },
      }));
      for (const life of recalling) await world.round(life);
      await world.round();
      expect(world.copies.filter((copy) => ["New plan", "Be here"].includes(copy))).toEqual([]);
    }),
    { numRuns: runs(25) },
  );
  // It has really happened.
  expect(repeats).toBeGreaterThan(0);
});
