import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** What one process does; the work can be split over processes and machines. */
export const processRoles = ["chat", "tick", "delivery"] as const;
export type ProcessRole = (typeof processRoles)[number];

/** What Telegram allows in any second: https://core.telegram.org/bots/faq#broadcasting-to-users. */
const mostPerSecond = 30;
/** The ceiling of paid broadcasts: https://core.telegram.org/bots/api#sendmessage, allow_paid_broadcast. */
const mostPaidPerSecond = 1000;

export interface Config {
  readonly botToken: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  /** `undefined`: the embedded server. */
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
  readonly missions: string;
  /** Telegram user ids. */
  readonly organisers: readonly number[];
  /** `undefined`: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
  /** Where HTTP is reached from outside, for people's calendars; without a slash at its end. `undefined`: it is not. */
  readonly publicUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly messagesPerSecond: number;
  /** `undefined`: nothing is sent as a paid broadcast. */
  readonly paidMessagesPerSecond: number | undefined;
  readonly roles: readonly ProcessRole[];
  readonly logLevel: string;
}

/** Everything that is wrong with the environment, a line a mistake, each saying what to do. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join("\n"));
    this.mistakes = mistakes;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

const wholeNumber = (least: number, most: number, what = `a whole number from ${least} to ${most}`) =>
  z
    .string()
    .regex(/^\d+$/, what)
    .transform(Number)
    .refine((n) => n >= least && n <= most, what);

const webAddress = (what: string, allowed: (url: URL) => boolean) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && allowed(new URL(text)), what)
    .transform((text) => text.replace(/\/+$/, ""));

const isLoopback = ({ hostname }: URL) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);

const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item));

/** The messages finish the sentence "NAME must be …". */
const schema = z.object({
  TELEGRAM_API_ROOT: webAddress("the http:// or https:// address of a Bot API server", (url) =>
    /^https?:$/.test(url.protocol),
  ).default("https://api.telegram.org"),
  REDIS_URL: z.string().optional(),
  DATA_DIR: z.string().default("var"),
  MISSIONS: z.string().default("data/missions"),
  ORGANISERS: list(
    wholeNumber(
      1,
      Number.MAX_SAFE_INTEGER,
      "Telegram user ids: numbers separated by commas (@userinfobot tells yours)",
    ),
  ).default([]),
  WEBHOOK_URL: webAddress(
    "a public https:// address that Telegram can reach",
    (url) => url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url)),
  ).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/, "1 to 256 of A-Z, a-z, 0-9, _ and -")
    .optional(),
  PUBLIC_URL: webAddress(
    "the public https:// address at which people's calendars reach this program",
    (url) => url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url)),
  ).optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(8080),
  MESSAGES_PER_SECOND: wholeNumber(
    1,
    mostPerSecond,
    `a whole number from 1 to ${mostPerSecond}; for more see PAID_MESSAGES_PER_SECOND`,
  ).default(28),
  PAID_MESSAGES_PER_SECOND: wholeNumber(1, mostPaidPerSecond).optional(),
  ROLES: list(z.enum(processRoles, `some of ${processRoles.join(", ")}, separated by commas`)).default([
    ...processRoles,
  ]),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: ({ input }) => `trace, debug, info, warn, error, fatal or silent, not ${JSON.stringify(input)}`,
    })
    .default("info"),
});

/**
 * Reads the settings from the environment; an empty variable is an unset one.
 *
 * @throws ConfigError with all mistakes at once
 */
export function readConfig(env: Env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const mistakes: string[] = [];
  const botToken = readToken(given, mistakes);
  const { data, error } = schema.safeParse(given);
  for (const { path, message } of error?.issues ?? []) {
    const line = `${String(path[0])} must be ${message}.`;
    if (!mistakes.includes(line)) mistakes.push(line);
  }
  const roles = [...new Set(data?.ROLES)];
  if (data && !data.REDIS_URL && roles.length < processRoles.length) {
    mistakes.push(
      "ROLES gives this process a part of the work, so it must share a Redis with the others: set REDIS_URL.",
    );
  }
  if (!data || !botToken || mistakes.length > 0) throw new ConfigError(mistakes);
  return {
    botToken,
    apiRoot: data.TELEGRAM_API_ROOT,
    redisUrl: data.REDIS_URL,
    dataDir: data.DATA_DIR,
    missions: data.MISSIONS,
    organisers: data.ORGANISERS,
    webhook: data.WEBHOOK_URL
      ? { url: data.WEBHOOK_URL, secret: data.WEBHOOK_SECRET ?? secretFrom(botToken) }
      : undefined,
    publicUrl: data.PUBLIC_URL ?? data.WEBHOOK_URL,
    host: data.HOST,
    port: data.PORT,
    messagesPerSecond: data.MESSAGES_PER_SECOND,
    paidMessagesPerSecond: data.PAID_MESSAGES_PER_SECOND,
    roles,
    logLevel: data.LOG_LEVEL,
  };
}

/** The token itself is never repeated in a mistake: logs are read by many. */
function readToken(env: Env, mistakes: string[]): string | undefined {
  const { BOT_TOKEN: direct, BOT_TOKEN_FILE: file } = env;
  if (!direct && !file) {
    mistakes.push(
      "BOT_TOKEN is not set: get a token from @BotFather in Telegram and set BOT_TOKEN (or BOT_TOKEN_FILE).",
    );
    return undefined;
  }
  const token = direct?.trim() ?? contentsOf(file ?? "");
  if (token === undefined)
    mistakes.push(`BOT_TOKEN_FILE must be a file this user can read, not ${JSON.stringify(file)}.`);
  else if (!/^\d{1,20}:[\w-]{3,100}$/.test(token)) {
    mistakes.push(
      `${direct ? "BOT_TOKEN" : "BOT_TOKEN_FILE"} does not hold a token: copy all of what @BotFather gave, like 123456:ABC-DEF….`,
    );
    return undefined;
  }
  return token;
}

function contentsOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}

/** The same in every replica without anybody having to choose one; tells nothing of the token. */
function secretFrom(botToken: string): string {
  return createHmac("sha256", botToken).update("attache webhook secret").digest("base64url");
}
