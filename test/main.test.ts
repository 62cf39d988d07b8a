import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startBotApi } from "../src/rehearsal/bot-api/server.ts";
import { person } from "../src/rehearsal/people.ts";
import { Program, spawnProgram, type Way } from "./support/program.ts";
import { krasnoyarsk } from "./support/stage.ts";

const api = await startBotApi({ limits: false });
const folder = await mkdtemp(path.join(tmpdir(), "attache-main-"));

afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

let started = 0;

/** The real program with a folder of its own. */
function start(env: Record<string, string>, way: Way = "bundled"): ChildProcessWithoutNullStreams {
  started += 1;
  return spawnProgram({ DATA_DIR: path.join(folder, `var-${started}`), ...env }, way);
}

/** Runs it to its end. */
async function run(env: Record<string, string>): Promise<{ code: number; errors: string[] }> {
  const program = start(env);
  let errors = "";
  program.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(program, "exit")) as [number];
  return { code, errors: errors.trim().split("\n") };
}

describe.concurrent("what cannot start says why and what to do", () => {
  it("without a token", async () => {
    const { code, errors } = await run({});
    expect(code).toBe(1);
    expect(errors).toEqual([
      "BOT_TOKEN is not set: get a token from @BotFather in Telegram and set BOT_TOKEN (or BOT_TOKEN_FILE).",
    ]);
  });

  it("with a wrong token", async () => {
    const { code, errors } = await run({
      BOT_TOKEN: "123456:somebody-elses-token",
      TELEGRAM_API_ROOT: api.url,
    });
    expect(code).toBe(1);
    expect(errors).toEqual(["Telegram does not know this BOT_TOKEN: copy it again from @BotFather."]);
  });

  it("with five mistakes in the mission file: five lines", async () => {
    const [first, second, ...others] = krasnoyarsk.events;
    const file = path.join(folder, "broken.json");
    const broken = {
      ...krasnoyarsk,
      timezone: "Asia/Krasnojarsk",
      events: [
        { ...first, kind: "fligth", end: undefined },
        { ...second, venue: "nowhere", end: "2016-11-17T08:00" },
        ...others,
      ],
      collor: "#000000",
    };
    await writeFile(file, JSON.stringify(broken));
    const { code, errors } = await run({ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url, MISSIONS: file });
    expect(code).toBe(1);
    expect(errors).toHaveLength(5);
    expect(errors.join("\n")).toContain("events[1].end: before its start (08:15 → 08:00)");
  });

  it("with a REDIS_URL that leads nowhere", async () => {
    const { code, errors } = await run({
      BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      REDIS_URL: "redis://127.0.0.1:1",
    });
    expect(code).toBe(1);
    expect(errors).toEqual([
      "Redis at redis://127.0.0.1:1: nothing listens there. Start Redis, or correct REDIS_URL.",
    ]);
  });
});

describe.concurrent("the real process", () => {
  it("prints a claim link, serves the organiser, and stops cleanly on SIGTERM", async () => {
    const program = start({ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url }, "usual");
    let log = "";
    program.stdout.on("data", (chunk: Buffer) => (log += chunk.toString()));
    await expect.poll(() => log, { timeout: 15_000 }).toContain("Attaché is at your service");
    const link = /https:\/\/t\.me\/[^"]+/.exec(log)?.[0];

    const organiser = person(api, { firstName: "Организатор", languageCode: "ru" });
    await organiser.opens(link);
    await organiser.taps("✅");
    await organiser.sees("Добро пожаловать");
    await organiser.sends("/missions");
    await organiser.sees("Какую миссию показать?");

    program.kill("SIGTERM");
    const [code] = (await once(program, "exit")) as [number];
    expect(code).toBe(0);
    expect(log).not.toContain(api.token);
    expect(log).not.toContain("/missions");
  });

  it("waits for a Telegram that cannot be reached, shows that it does, and can be stopped meanwhile", async () => {
    const program = new Program(
      {
        BOT_TOKEN: api.token,
        TELEGRAM_API_ROOT: "http://127.0.0.1:1",
        DATA_DIR: path.join(folder, "waiting"),
      },
      "bundled",
    );
    await expect.poll(() => program.log, { timeout: 15_000 }).toContain("Telegram cannot be reached");
    expect((await program.get("/healthz")).status).toBe(200);
    expect(await (await program.get("/readyz")).json()).toEqual({
      ready: false,
      checks: { redis: true, telegram: false },
    });
    expect(await program.end("SIGTERM")).toBe(0);
    expect(program.log).not.toContain(api.token);
  });
});
