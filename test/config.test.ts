import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

const BOT_TOKEN = "123456:ABCdefGHIjklMNOpqrSTUvwxYZ012345678";

function mistakesIn(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

test("a token is all it needs", () => {
  expect(readConfig({ BOT_TOKEN })).toEqual({
    botToken: BOT_TOKEN,
    apiRoot: "https://api.telegram.org",
    redisUrl: undefined,
    dataDir: "var",
    missions: "data/missions",
    organisers: [],
    webhook: undefined,
    publicUrl: undefined,
    host: "127.0.0.1",
    port: 8080,
    messagesPerSecond: 28,
    paidMessagesPerSecond: undefined,
    roles: ["chat", "tick", "delivery"],
    logLevel: "info",
  });
});

test("an empty variable is an unset one", () => {
  expect(readConfig({ BOT_TOKEN, PORT: "", ORGANISERS: " " })).toEqual(readConfig({ BOT_TOKEN }));
});

test("the token may stand in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "attache-config-"));
  const file = join(folder, "token");
  writeFileSync(file, `${BOT_TOKEN}\n`);
  expect(readConfig({ BOT_TOKEN_FILE: file }).botToken).toBe(BOT_TOKEN);
  rmSync(folder, { recursive: true });
  expect(mistakesIn({ BOT_TOKEN_FILE: file })).toEqual([
    expect.stringMatching(/^BOT_TOKEN_FILE must be a file/),
  ]);
});

describe("mistakes", () => {
  test("without a token there is one sentence, and it says where to get one", () => {
    expect(mistakesIn({})).toEqual([expect.stringMatching(/BOT_TOKEN is not set.*@BotFather/)]);
  });

  test("are told all at once, a line each", () => {
    const mistakes = mistakesIn({
      BOT_TOKEN: "secret",
      TELEGRAM_API_ROOT: "ftp://example.org",
      ORGANISERS: "1,anna,ben",
      WEBHOOK_URL: "http://example.org",
      WEBHOOK_SECRET: "ключ",
      PORT: "99999",
      MESSAGES_PER_SECOND: "31",
      PAID_MESSAGES_PER_SECOND: "1001",
      ROLES: "chat,cook",
      LOG_LEVEL: "loud",
    });
    expect(mistakes.map((line) => line.split(" ")[0])).toEqual([
      "BOT_TOKEN",
      "TELEGRAM_API_ROOT",
      "ORGANISERS",
      "WEBHOOK_URL",
      "WEBHOOK_SECRET",
      "PORT",
      "MESSAGES_PER_SECOND",
      "PAID_MESSAGES_PER_SECOND",
      "ROLES",
      "LOG_LEVEL",
    ]);
    expect(mistakes.join()).not.toContain("secret,");
  });

  test("a part of the roles needs a Redis to share", () => {
    expect(mistakesIn({ BOT_TOKEN, ROLES: "chat" })).toEqual([expect.stringMatching(/set REDIS_URL/)]);
    expect(mistakesIn({ BOT_TOKEN, ROLES: "chat", REDIS_URL: "redis://localhost" })).toEqual([]);
    expect(mistakesIn({ BOT_TOKEN, ROLES: "delivery, chat, tick" })).toEqual([]);
  });
});

test("calendars are served where the webhook is, unless another address is given", () => {
  const WEBHOOK_URL = "https://bot.example.org/attache/";
  const publicUrl = (env: Record<string, string>) => readConfig({ BOT_TOKEN, ...env }).publicUrl;
  expect(publicUrl({ WEBHOOK_URL })).toBe("https://bot.example.org/attache");
  expect(publicUrl({ WEBHOOK_URL, PUBLIC_URL: "https://days.example.org/" })).toBe(
    "https://days.example.org",
  );
  expect(mistakesIn({ BOT_TOKEN, PUBLIC_URL: "http://days.example.org" })).toEqual([
    expect.stringMatching(/^PUBLIC_URL must be the public https/),
  ]);
});

describe("the webhook's secret", () => {
  const WEBHOOK_URL = "https://example.org/";
  const secretOf = (env: Record<string, string>) =>
    readConfig({ BOT_TOKEN, WEBHOOK_URL, ...env }).webhook?.secret;

  test("is the given one", () => {
    expect(secretOf({ WEBHOOK_SECRET: "s3cret_-" })).toBe("s3cret_-");
  });

  test("else the same in every replica, another for another bot, and fit for Telegram", () => {
    expect(secretOf({})).toBe(secretOf({}));
    expect(secretOf({})).not.toBe(secretOf({ BOT_TOKEN: `${BOT_TOKEN}9` }));
    expect(secretOf({})).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });
});
