import { type Fields, readArguments } from "./arguments.ts";
import type { FloodControl, Load } from "./limits.ts";
import { type Age, refuseNovelties } from "./novelties.ts";
import type { Call, Handlers, Implemented, Method } from "./parameters.ts";
import { parameters } from "./parameters.ts";
import { badRequest, Refusal, tooManyRequests, UnknownField } from "./refusal.ts";
import type { Report } from "./report.ts";
import { unimplemented } from "./unimplemented.ts";

/** Methods that weigh on the limits, and whether on the chat's own as well. Showing that one types does not. */
const weighs: Partial<Record<Method, "chat" | "all">> = {
  deleteMessage: "all",
  deleteMessages: "all",
  pinChatMessage: "all",
  unpinChatMessage: "all",
  unpinAllChatMessages: "all",
};
for (const method of Object.keys(parameters) as Implemented[]) {
  if (/^(?:send(?!ChatAction)|copy|forward|edit)/.test(method)) weighs[method] = "chat";
}

/** Methods' names are case-insensitive. */
const canonical = new Map(
  [...Object.keys(parameters), ...Object.keys(unimplemented)].map((name) => [name.toLowerCase(), name]),
);

/** Finds a method's real name; undefined if the Bot API has none such. */
export const methodNamed = (name: string): string | undefined => canonical.get(name.toLowerCase());

/** Carries out calls: what is known, then what is allowed, then the thing itself. */
export class Dispatch {
  readonly #handlers: Handlers;
  readonly #report: Report;
  readonly #flood: FloodControl | undefined;
  readonly #isGroup: (chat: number) => boolean;
  readonly #age: Age;

  /**
   * Without `flood` there are no limits; `isGroup` tells the chats that have the groups' limit; `age` says what an
   * older server does not have.
   */
  constructor(
    handlers: Handlers,
    report: Report,
    flood: FloodControl | undefined,
    isGroup: (chat: number) => boolean,
    age: Age = { methods: new Set(), lacks: [] },
  ) {
    this.#handlers = handlers;
    this.#report = report;
    this.#flood = flood;
    this.#isGroup = isGroup;
    this.#age = age;
  }

  /**
   * The method's result.
   * @param method as {@link methodNamed} has it
   * @throws {Refusal} with Telegram's answer when there is none
   */
  async perform(method: string, fields: Fields, call: Call): Promise<unknown> {
    if (this.#age.methods.has(method)) throw new Refusal(404, "Not Found: method not found");
    refuseNovelties(this.#age, fields);
    if (!isImplemented(method)) {
      this.#report.unknown.push(method);
      throw badRequest(`the local Bot API does not know ${method}`);
    }
    try {
      const args = readArguments(method, fields);
      this.#weigh(method, args as Weighable);
      const handler = this.#handlers[method] as (args: unknown, call: Call) => unknown;
      const result = await handler(args, call);
      this.#report.count(method);
      return result;
    } catch (error) {
      if (error instanceof UnknownField) {
        this.#report.unknown.push(`${method}.${error.message}`);
        throw badRequest(`the local Bot API does not know parameter «${error.message}» of ${method}`);
      }
      if (error instanceof Refusal && error.code === 429) this.#report.answered429 += 1;
      throw error;
    }
  }

  #weigh(method: Implemented, args: Weighable): void {
    const weight = weighs[method];
    const chat = Number(args.chat_id);
    if (weight === undefined || !Number.isInteger(chat)) return;
    const load: Load = {
      chat,
      isGroup: this.#isGroup(chat),
      messages: messagesIn(args, weight),
      countsInChat: weight === "chat",
      paid: args.allow_paid_broadcast ?? false,
    };
    const now = performance.now();
    this.#report.arrived(chat, now, load.messages);
    const refused = this.#flood?.admit(load, now);
    if (refused !== undefined) throw tooManyRequests(refused.retryAfter);
  }
}

/** What of a call's arguments says how much it weighs. */
interface Weighable {
  readonly chat_id?: number | string;
  readonly media?: unknown;
  readonly message_ids?: readonly number[];
  readonly allow_paid_broadcast?: boolean;
}

/** An album or a batch of copies counts piece by piece, a batch of deletions once. */
function messagesIn({ media, message_ids }: Weighable, weight: "chat" | "all"): number {
  const pieces = Array.isArray(media) ? media : weight === "chat" ? message_ids : undefined;
  return Math.max(1, pieces?.length ?? 1);
}

function isImplemented(method: string): method is Implemented {
  return Object.hasOwn(parameters, method);
}

/** The numeric chat of a call, if it names one. */
export function chatOf(fields: Fields): number | undefined {
  const chat = Number(fields.values.chat_id);
  return Number.isInteger(chat) ? chat : undefined;
}
