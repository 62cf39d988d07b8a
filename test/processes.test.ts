/** Several real processes of the program on one Redis, some of them killed. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { afterAll, expect, it } from "vitest";
import { createLog } from "../src/log.ts";
import { startBotApi } from "../src/rehearsal/bot-api/server.ts";
import { type Person, person } from "../src/rehearsal/people.ts";
import { startEmbeddedRedis } from "../src/storage/embedded.ts";
import { connectRedis } from "../src/storage/redis.ts";
import { createStore } from "../src/storage/store.ts";
import { missionWith } from "./support/missions.ts";
import { Program } from "./support/program.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const log = createLog("silent");
const folder = await mkdtemp(path.join(tmpdir(), "attache-processes-"));
const server = await startEmbeddedRedis({ dataDir: folder, log });
const redis = await connectRedis(server.url, { log });
const store = createStore(redis);
const api = await startBotApi({ limits: false });
const programs: Program[] = [];

afterAll(async () => {
  await Promise.all(programs.map((program) => program.end("SIGKILL")));
  await api.stop();
  redis.disconnect();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A gathering in ten minutes, of which everybody was to be reminded five minutes ago. */
const call = Math.floor(Date.now() / MINUTE) * MINUTE + 10 * MINUTE;
const local = (at: number) =>
  DateTime.fromMillis(at, { zone: "Asia/Krasnoyarsk" }).toFormat("yyyy-MM-dd'T'HH:mm");
const seats = ["a", "b", "c", "d", "e", "f"];
const mission = missionWith({
  // Near midnight, where the mission is, a digest would be due beside the reminder.
  digest: null,
  people: seats.map((id) => ({ id, position: `Delegate ${id}` })),
  events: [
    {
      id: "signing",
      title: "The signing",
      start: local(call + 30 * MINUTE),
      gathering: { at: local(call), place: "lobby" },
      reminders: ["PT15M"],
    },
  ],
});
const missions = path.join(folder, "visit.json");
await writeFile(missions, JSON.stringify(mission));

/** Takes a seat an hour ago; the mission was last looked through then. */
async function delegate(seat: string): Promise<Person> {
  const newcomer = person(api, { firstName: seat, languageCode: "en" });
  const { id: user, chatId: chat } = newcomer;
  const code = await store.invitations.create({ kind: "seat", mission: "visit", seat }, 1, {
    now: Date.now(),
    expiresAt: Date.now() + HOUR,
  });
  const participant = { seat, user, chat, language: "en", joinedAt: Date.now() - HOUR } as const;
  expect(await store.invitations.take(code, [{ mission: "visit", participant }], 0)).toBe("taken");
  await newcomer.sends("/help", { wait: false });
  return newcomer;
}

function launch(roles: string): Program {
  const program = new Program(
    {
      BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      REDIS_URL: server.url,
      MISSIONS: missions,
      ORGANISERS: "1",
      ROLES: roles,
    },
    "quick",
  );
  programs.push(program);
  return program;
}

const saidTo = ({ room }: Person) =>
  room.history().flatMap(({ message }) => (message.from?.is_bot ? [message.text ?? ""] : []));
const count = (texts: readonly string[], part: string) => texts.filter((text) => text.includes(part)).length;

/** Everybody sends so many words, one after another, while `meanwhile` happens in the middle of it. */
async function everybodySends(
  people: readonly Person[],
  words: readonly string[],
  meanwhile: () => Promise<unknown>,
) {
  let happening: Promise<unknown> | undefined;
  for (const [round, word] of words.entries()) {
    for (const [place, one] of people.entries()) {
      await one.sends(`${word}, says ${place}`, { wait: false });
      await sleep(5);
      if (round === 1 && place === 2) happening = meanwhile();
    }
  }
  await happening;
  await api.idle(20_000);
}

it("share the work, and whoever dies loses nothing", { timeout: 60_000 }, async () => {
  await store.missions.import(mission);
  await store.ticks.set("visit", { revision: 1, upTo: Date.now() - HOUR });
  const people = await Promise.all(seats.map(delegate));

  const split = ["chat,tick", "chat,delivery", "tick,delivery"].map(launch);
  await Promise.all(split.map((program) => program.isUp()));
  await api.idle(20_000);
  await expect
    .poll(async () => Promise.all(split.map(async (one) => (await one.get("/readyz")).json())))
    .toEqual([
      { ready: true, checks: { redis: true, polling: true, tick: true } },
      { ready: true, checks: { redis: true, polling: true, delivery: true } },
      { ready: true, checks: { redis: true, tick: true, delivery: true } },
    ]);

  // Two tick, two deliver: each reminder once.
  await expect
    .poll(() => people.map((one) => count(saidTo(one), "Gather at")), { timeout: 10_000 })
    .toEqual(seats.map(() => 1));

  // One polls; killed in the middle, it is followed by its spare.
  const chats = split.slice(0, 2);
  const polling = await Promise.all(chats.map((one) => one.polls()));
  expect(polling.filter(Boolean)).toHaveLength(1);
  const poller = chats[polling.indexOf(true)];
  const spare = chats[polling.indexOf(false)];
  const killed = performance.now();
  await everybodySends(people, ["one", "two"], async () => {
    await poller?.end("SIGKILL");
    await expect.poll(() => spare?.polls(), { timeout: 8000 }).toBe(true);
    expect(performance.now() - killed).toBeLessThan(6000);
  });

  // Stopped in the middle, it ends what it has begun, and the next is there at once.
  const next = launch("chat");
  await next.isUp();
  await everybodySends(people, ["three", "four"], async () => {
    expect(await spare?.end("SIGTERM")).toBe(0);
    await expect.poll(() => next.polls(), { timeout: 2000 }).toBe(true);
  });

  for (const one of people) {
    expect(await redis.hlen(store.keys.unplaced(one.id))).toBe(4);
    // What was in hand when its process was killed may have been answered twice.
    expect(count(saidTo(one), "Save this as a note?")).toBeGreaterThanOrEqual(4);
    expect(count(saidTo(one), "Gather at")).toBe(1);
  }
  expect(await store.updates.asideCount()).toBe(0);
  expect(api.report.pollConflicts).toBeLessThanOrEqual(1);
  const logs = programs.map((program) => program.log).join("\n");
  expect(logs).not.toMatch(/"level":50|says 1/);
});
