/**
 * The real tick, the real deciding and sending, and a real Redis, with crashes between Telegram and Redis: what each
 * person reads in the end is what is in force for them, and nothing came for nothing.
 */
import fc from "fast-check";
import { GrammyError } from "grammy";
import { expect, test } from "vitest";
import { TurnedClock } from "../../src/clock.ts";
import { settleMember } from "../../src/delivery/member.ts";
import { type DeliveryParts, Later } from "../../src/delivery/parcel.ts";
import type { jobOf } from "../../src/delivery/queue.ts";
import { Tick } from "../../src/delivery/tick.ts";
import { type OwnEvent, optionsOf, ownProgramme } from "../../src/domain/audience.ts";
import type { Draftable } from "../../src/domain/edits.ts";
import type { Mission } from "../../src/domain/mission.ts";
import { sameTold, toldOf } from "../../src/domain/news.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import type { Member } from "../../src/domain/seats.ts";
import { leaveOf, nothingAside, spanOf } from "../../src/domain/timetable.ts";
import { createLog } from "../../src/log.ts";
import { changeBlock } from "../../src/messages/change-block.ts";
import { gatheringLine, placeOf } from "../../src/messages/event-lines.ts";
import { span } from "../../src/messages/times.ts";
import { hasEnded, type LedgerEntry } from "../../src/storage/ledger.ts";
import { seatForm } from "../../src/storage/missions.ts";
import { encodeParticipant } from "../../src/storage/people.ts";
import { createStore, type Store } from "../../src/storage/store.ts";
import { anyMission, personIds, someGroups } from "../support/arbitraries.ts";
import { anyChange, type Change, changed } from "../support/changes.ts";
import { speeches } from "../support/readings.ts";
import { testRedis } from "../support/redis.ts";
import { runs } from "../support/runs.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const log = createLog("silent");
const { redis, prefix } = await testRedis();
const speech = speeches("en");
let worlds = 0;

/** The process dies here. */
class Crash extends Error {}

interface Sent {
  readonly id: number;
  readonly chat: number;
  readonly at: number;
  text: string;
  isGone: boolean;
  /** What its buttons open: an approved programme comes as its first day, the others a tap away. */
  opens?: ReadonlyMap<string, string>;
}

/** Telegram's side: chats that keep what was sent, and may be blocked. */
class Chats {
  readonly sent: Sent[] = [];
  readonly blocked = new Set<number>();

  send(chat: number, text: string, at: number): Sent {
    if (this.blocked.has(chat)) refuse(403, "Forbidden: bot was blocked by the user");
    const message = { id: this.sent.length + 1, chat, at, text, isGone: false };
    this.sent.push(message);
    return message;
  }

  find(id: number): Sent {
    const message = this.sent.find((one) => one.id === id && !one.isGone);
    return message ?? refuse(400, "Bad Request: message to delete not found");
  }

  /** What somebody can still read, oldest first. */
  in(chat: number): Sent[] {
    return this.sent.filter((one) => one.chat === chat && !one.isGone);
  }
}

function refuse(error_code: number, description: string): never {
  throw new GrammyError(description, { ok: false, error_code, description }, "sendMessage", {});
}

class World {
  readonly clock: TurnedClock;
  readonly chats = new Chats();
  readonly #mission: Mission;
  readonly #store: Store;
  readonly #states: Draftable[];
  readonly #jobs = new Map<string, ReturnType<typeof jobOf>>();
  /** What each was shown when they joined. */
  readonly #shown = new Map<string, ReadonlyMap<string, string>>();
  #joined = 0;
  #tick: Tick;
  /** How many more writes the process has to live; it dies before or after the last. */
  #life = Number.POSITIVE_INFINITY;
  crashes = 0;
  notices = 0;
  reminders = 0;
  replaced = 0;

  constructor(mission: Mission) {
    worlds += 1;
    this.#mission = mission;
    this.#store = createStore(redis, `${prefix}:${worlds}`);
    this.#states = [{ mission, aside: nothingAside }];
    this.clock = new TurnedClock(0);
    this.#tick = new Tick(this.#parts());
  }

  async begin(): Promise<void> {
    await this.#store.missions.import(this.#mission);
    const { programme } = await this.#inForce();
    this.clock.turn(spanOf(programme).from - 1.5 * DAY);
    for (const seat of this.#mission.people ?? []) await this.joins(personIds.indexOf(seat.id));
    await this.round();
  }

  async #inForce() {
    const inForce = await this.#store.missions.inForce(this.#mission.id);
    if (inForce === undefined) throw new Error("The mission was imported");
    return inForce;
  }

  /** Somebody takes the seat, and is shown the programme. */
  async joins(index: number): Promise<void> {
    const id = personIds[index] ?? "";
    const { keys, people, notices, stirred } = this.#store;
    const { programme } = await this.#inForce();
    const seat = await people.seat(this.#mission.id, id);
    if (seat === undefined) return;
    // Another person each time, with a chat of their own.
    this.#joined += 1;
    const chat = 1000 * this.#joined + index;
    const participant = {
      ...{ seat: id, user: chat, chat, language: "en" as const, joinedAt: this.clock.now() },
      told: toldOf(seat, programme.revision),
    };
    await redis.hset(keys.participants(this.#mission.id), id, encodeParticipant(participant));
    await redis.del(keys.ledger(this.#mission.id, id));
    await notices.forget(this.#mission.id, id);
    await stirred.add(this.#mission.id, id);
    this.#shown.set(id, await this.#linesFor({ seat, participant }));
  }

  /** What of an event has to be read somewhere: when it is, or that it waits, where to gather, and where it is. */
  async #linesFor({ seat, participant }: Member): Promise<Map<string, string>> {
    const inForce = await this.#inForce();
    const choices = await this.#store.choices.of(this.#mission.id, participant.seat);
    const own = ownProgramme(inForce.programme, seat, choices).filter(
      (one) => leaveOf(one) > this.clock.now(),
    );
    return new Map(own.map((timed) => [timed.event.id, linesOf(timed).join("\n")]));

    function linesOf(timed: OwnEvent): string[] {
      const place = placeOf(inForce, timed, speech);
      if (timed.held) return ["⏳", ...(place === undefined ? [] : [place])];
      return [
        span(timed, "en").text,
        ...(timed.event.gathering === undefined ? [] : [gatheringLine(timed, speech).text]),
        ...(place === undefined ? [] : [place]),
      ];
    }
  }

  async release(changes: readonly Change[], atOnce: boolean): Promise<void> {
    const state = changed(this.#states, changes, this.clock.now());
    if (state === undefined) return;
    const { programme } = await this.#inForce();
    const owner = "somebody";
    const draft = {
      ...{ id: owner, base: programme.revision, edits: [], atOnce, lastUpdate: 0 },
      how: "change" as const,
    };
    const { stored } = await this.#store.drafts.save(this.#mission.id, owner, draft);
    const release = { at: this.clock.now(), atOnce, how: "change" as const };
    const outcome = await this.#store.missions.release(this.#mission.id, {
      ...{ base: programme.revision, state, release, from: { owner, stored } },
    });
    expect(outcome.kind).toBe("released");
    this.#states.push(state);
  }

  async regroup(index: number, groups: string[]): Promise<void> {
    const id = personIds[index] ?? "";
    const seat = await this.#store.people.seat(this.#mission.id, id);
    if (seat === undefined) return;
    await redis.hset(this.#store.keys.seats(this.#mission.id), id, seatForm.encode({ ...seat, groups }));
    await this.#store.stirred.add(this.#mission.id, id);
  }

  /** Picks where nothing is still to be told: whoever picks sees what is in force. */
  async pick(index: number, which: number): Promise<void> {
    const member = await this.#store.people.member(this.#mission.id, personIds[index] ?? "");
    if (member === undefined || !(await this.#isTold(member))) return;
    const { programme } = await this.#inForce();
    const options = optionsOf(programme, member.seat, "tables");
    const picked = options[which % Math.max(1, options.length)];
    if (picked === undefined) return;
    await this.#store.choices.pick(this.#mission.id, member.seat.id, "tables", picked.event.id);
    // What they see is as good as told.
    const { id } = member.seat;
    const lines = await this.#linesFor(member);
    this.#shown.set(id, new Map([...(this.#shown.get(id) ?? []), ...lines]));
    await this.#store.notices.forget(this.#mission.id, id);
    for (const message of this.chats.in(member.participant.chat)) message.isGone = true;
    this.#shown.set(id, lines);
  }

  async confirm(index: number): Promise<void> {
    const id = personIds[index] ?? "";
    const notice = await this.#store.notices.of(this.#mission.id, id);
    if (notice !== undefined) {
      await this.#store.notices.confirm(this.#mission.id, id, notice.revision, this.clock.now());
    }
  }

  async blocks(index: number): Promise<void> {
    const member = await this.#store.people.member(this.#mission.id, personIds[index] ?? "");
    if (member !== undefined) this.chats.blocked.add(member.participant.chat);
  }

  /** Whoever writes again can be written to again. */
  async returns(index: number): Promise<void> {
    const id = personIds[index] ?? "";
    const member = await this.#store.people.member(this.#mission.id, id);
    if (member === undefined) return;
    this.chats.blocked.delete(member.participant.chat);
    if (await this.#store.people.setReachable(this.#mission.id, id))
      await this.#store.stirred.add(this.#mission.id, id);
  }

  /** One round: look what is due, and work the queue off; it may die at any write. */
  async round(life = Number.POSITIVE_INFINITY): Promise<void> {
    this.#life = life;
    try {
      await this.#tick.run();
      while (this.#jobs.size > 0) for (const [id, job] of [...this.#jobs]) await this.#work(id, job);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.crashes += 1;
      this.#tick = new Tick(this.#parts());
      return;
    }
    await this.#expectNothingOwed();
  }

  async waits(minutes: number): Promise<void> {
    this.clock.turn(this.clock.now() + minutes * MINUTE);
    await this.round();
  }

  async #work(id: string, { name, data }: ReturnType<typeof jobOf>): Promise<void> {
    try {
      await settleMember(this.#parts(), name, data);
      this.#jobs.delete(id);
    } catch (error) {
      // It stays in the queue.
      if (!(error instanceof Later)) throw error;
    }
  }

  async #write<T>(effect: () => Promise<T> | T): Promise<T> {
    this.#life -= 0.5;
    if (this.#life <= 0) throw new Crash();
    const result = await effect();
    this.#life -= 0.5;
    if (this.#life <= 0) throw new Crash();
    return result;
  }

  /** The process with everything it asks of the world outside; it may die at any of its writes. */
  #parts(): DeliveryParts {
    const { chats, clock } = this;
    const { ledger, notices, people, ticks, stirred } = this.#store;
    const mortal = <T extends object>(thing: T, writes: readonly (keyof T)[]): T =>
      new Proxy(thing, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== "function") return value;
          const call = (...args: unknown[]) => value.apply(target, args);
          return writes.some((write) => write === name)
            ? (...args: unknown[]) => this.#write(() => call(...args))
            : call;
        },
      });
    const store = {
      ...this.#store,
      ticks: mortal(ticks, ["set"]),
      stirred: mortal(stirred, ["settle"]),
      notices: mortal(notices, ["set", "hasReplaced"]),
      people: mortal(people, ["setTelling", "setTold", "setUnreachable"]),
      ledger: {
        of: (mission: string, seat: string) => ledger.of(mission, seat),
        enter: (mission: string, seat: string, entries: ReadonlyMap<string, LedgerEntry>) =>
          this.#write(async () => {
            await this.#expectFresh(seat, entries);
            await ledger.enter(mission, seat, entries);
          }),
      },
    };
    const queue = {
      addBulk: (jobs: ReturnType<typeof jobOf>[]) =>
        this.#write(() => {
          for (const job of jobs)
            this.#jobs.set(job.opts.jobId ?? "", this.#jobs.get(job.opts.jobId ?? "") ?? job);
        }),
    };
    const api = {
      sendMessage: (chat: number, text: string) =>
        this.#write(async () => {
          const message = chats.send(chat, text, clock.now());
          await this.#expectTrue(chat, text);
          const reader = (await people.members(this.#mission.id)).find(
            ({ participant }) => participant.chat === chat,
          );
          if (isApproval(text) && reader !== undefined) message.opens = await this.#linesFor(reader);
          return { message_id: message.id };
        }),
      deleteMessage: (_: number, id: number) =>
        this.#write(() => {
          this.replaced += 1;
          chats.find(id).isGone = true;
        }),
      pinChatMessage: async () => true,
      unpinChatMessage: async () => true,
      editMessageText: (_: number, id: number, text: string) =>
        this.#write(() => {
          chats.find(id).text = text;
        }),
    };
    return { ...{ store, queue, api, clock, speeches, log }, paid: false } as unknown as DeliveryParts;
  }

  async #expectFresh(seat: string, entries: ReadonlyMap<string, LedgerEntry>): Promise<void> {
    const before = await this.#store.ledger.of(this.#mission.id, seat);
    for (const [identity, { outcome, message }] of entries) {
      const was = before.get(identity);
      // Of a digest it is also noted what it says by now, and whether it is on top of the chat.
      if (was?.outcome === "delivered" && was.message === message) continue;
      // Who could not be reached is told when they return.
      if (was?.outcome === "unreachable") continue;
      expect(hasEnded(was, this.clock.now()), `${seat}, ${identity} ended before`).toBe(false);
      if (identity.startsWith("change/") && outcome === "delivered") this.notices += 1;
      if (!identity.includes("/") && outcome === "delivered") this.reminders += 1;
    }
  }

  /** What is sent is true at that moment, and meant for whom it is sent to. */
  async #expectTrue(chat: number, text: string): Promise<void> {
    const members = await this.#store.people.members(this.#mission.id);
    const member = members.find(({ participant }) => participant.chat === chat);
    if (member === undefined || text.includes("cannot be reached")) return;
    const { seat } = member;
    const inForce = await this.#inForce();
    const { programme } = inForce;
    const choices = await this.#store.choices.of(this.#mission.id, seat.id);
    const own = ownProgramme(programme, seat, choices);
    const isTheirs = (id: string) => own.some(({ event }) => event.id === id);
    for (const block of text.split("\n\n")) {
      const id = eventIn(block);
      if (id === undefined) continue;
      const { event } = programme.events.find((one) => one.event.id === id) ?? {};
      if (seat.role !== "organiser" && !/^(❌|➖)/.test(block)) {
        expect(event?.audience, `${seat.id} is told of ${id}: ${block}`).not.toBe("organisers");
        expect(programme.mission.state, "a draft").not.toBe("draft");
      }
      if (/^❌/.test(block)) expect(event, `${id} was called off`).toBeUndefined();
      else if (/^➖/.test(block)) expect(isTheirs(id), block).toBe(false);
      else expect(isTheirs(id), `${seat.id} is told of ${id}: ${block}`).toBe(true);
      if (text.startsWith("⏰")) {
        const timed = own.find((one) => one.event.id === id);
        expect(block, "a reminder of what is in force").toContain(timed && span(timed, "en").text);
      }
      if (text.startsWith("🔁") && event !== undefined && isTheirs(id)) {
        const timed = own.find((one) => one.event.id === id);
        const reading = { ...{ mission: inForce, seat, own, choices, speech }, now: this.clock.now() };
        const same = timed && { id, earlier: programme, before: timed, after: timed, fields: [] };
        expect(block, "says nothing").not.toBe(same && changeBlock(reading, same).text);
      }
    }
  }

  async #isTold({ seat, participant }: Member): Promise<boolean> {
    const { programme } = await this.#inForce();
    return sameTold(participant.told ?? toldOf(seat, 1), toldOf(seat, programme.revision));
  }

  async #expectNothingOwed(): Promise<void> {
    const { programme } = await this.#inForce();
    const now = this.clock.now();
    for (const { seat, participant } of await this.#store.people.members(this.#mission.id)) {
      const [choices, ledger] = await Promise.all([
        this.#store.choices.of(this.#mission.id, seat.id),
        this.#store.ledger.of(this.#mission.id, seat.id),
      ]);
      for (const reminder of remindersOf(programme, ownProgramme(programme, seat, choices))) {
        const { identity, dueAt, expiresAt } = reminder;
        if (dueAt <= participant.joinedAt || now < dueAt || expiresAt <= now) continue;
        expect(hasEnded(ledger.get(identity), now), `${seat.id}, ${identity} has ended`).toBe(true);
      }
    }
  }

  /** Put together, what can be read since one joined is the programme in force. */
  async expectKnown(): Promise<void> {
    for (const member of await this.#store.people.members(this.#mission.id)) {
      const { seat, participant } = member;
      expect(await this.#isTold(member), `${seat.id} is told`).toBe(true);
      const lines = await this.#linesFor(member);
      const known = new Map(this.#shown.get(seat.id));
      const told = this.chats.in(participant.chat).filter(({ text }) => /^(🔁|✅)/.test(text));
      for (const { text, opens } of told) {
        if (isApproval(text)) for (const [id, lines] of opens ?? []) known.set(id, lines);
        for (const block of text.split("\n\n")) {
          const id = eventIn(block);
          if (id === undefined) continue;
          if (/^(❌|➖)/.test(block)) known.delete(id);
          else known.set(id, block);
        }
      }
      for (const [id, needed] of lines) {
        const read = known.get(id) ?? "";
        for (const line of needed.split("\n")) expect(read, `${seat.id}, ${id}`).toContain(line);
      }
    }
  }
}

function isApproval(text: string): boolean {
  return text.startsWith("✅");
}

/** Titles are made of the ids, whatever is added to them. */
function eventIn(block: string): string | undefined {
  return /Event (\d+)/.exec(block)?.[1]?.replace(/^/, "event-");
}

type Step =
  | {
      readonly do: "release";
      readonly changes: readonly Change[];
      readonly atOnce: boolean;
      readonly life: number | null;
    }
  | { readonly do: "wait"; readonly minutes: number }
  | { readonly do: "confirm" | "join" | "block" | "return"; readonly who: number }
  | { readonly do: "regroup"; readonly who: number; readonly groups: string[] }
  | { readonly do: "pick"; readonly who: number; readonly which: number };

const who = fc.nat({ max: personIds.length - 1 });
const life = fc.option(
  fc.integer({ min: 1, max: 30 }).map((halves) => halves / 2),
  { freq: 2 },
);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("release" as const),
      changes: fc.array(anyChange, { minLength: 1, maxLength: 3 }),
      atOnce: fc.constantFrom(false, false, true),
      life,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      minutes: fc.nat({ max: 40 }).map((n) => n * 15),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("confirm" as const, "join" as const, "block" as const, "return" as const),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("regroup" as const), who, groups: someGroups }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pick" as const), who, which: fc.nat({ max: 7 }) }) },
);

async function play(world: World, step: Step): Promise<void> {
  if (step.do === "wait") return world.waits(step.minutes);
  if (step.do === "release") await world.release(step.changes, step.atOnce);
  else if (step.do === "regroup") await world.regroup(step.who, step.groups);
  else if (step.do === "pick") await world.pick(step.who, step.which);
  else if (step.do === "confirm") await world.confirm(step.who);
  else if (step.do === "join") await world.joins(step.who);
  else if (step.do === "block") await world.blocks(step.who);
  else await world.returns(step.who);
  await world.round(step.do === "release" ? (step.life ?? undefined) : undefined);
}

test("what people read in the end is what is in force for them", { timeout: runs(120_000) }, async () => {
  const counts: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(
      anyMission,
      fc.array(anyStep, { minLength: 1, maxLength: 14, size: "max" }),
      async (mission, story) => {
        const world = new World(mission);
        await world.begin();
        for (const step of story) await play(world, step);
        for (const index of personIds.keys()) await world.returns(index);
        for (let hours = 0; hours < 24; hours += 6) await world.waits(6 * 60);
        await world.expectKnown();
        const { crashes, notices, reminders, replaced } = world;
        for (const [what, times] of Object.entries({ crashes, notices, reminders, replaced }))
          counts[what] = (counts[what] ?? 0) + times;
      },
    ),
    { numRuns: runs(30) },
  );
  // All of this has happened.
  for (const [what, times] of Object.entries(counts)) expect(times, what).toBeGreaterThan(0);
});
