import type { CallbackQuery } from "@grammyjs/types";
import { badRequest } from "./refusal.ts";
import type { Room } from "./room.ts";
import type { Toast, World } from "./world.ts";

/** https://core.telegram.org/bots/api#answercallbackquery */
const ANSWER_LENGTH = 200;

interface Tap {
  readonly query: CallbackQuery;
  readonly room: Room;
  readonly at: number;
  answered: boolean;
}

/** Taps on buttons, each of which wants one answer, and soon: until then the button shows a clock. */
export class Callbacks {
  readonly #taps = new Map<string, Tap>();
  readonly #world: World;
  readonly #lifetime: number;
  answeredTwice = 0;

  /** @param lifetime how long a tap can be answered, in milliseconds of machine time */
  constructor(world: World, lifetime: number) {
    this.#world = world;
    this.#lifetime = lifetime;
  }

  tapped(query: CallbackQuery, room: Room): void {
    this.#taps.set(query.id, { query, room, at: performance.now(), answered: false });
  }

  get neverAnswered(): number {
    return [...this.#taps.values()].filter((tap) => !tap.answered).length;
  }

  /** @throws {Refusal} for a tap unknown, answered or too old, and for too long a text */
  answer(id: string, toast: Toast): void {
    const tap = this.#taps.get(id);
    if (tap?.answered) this.answeredTwice += 1;
    if (tap === undefined || tap.answered || performance.now() - tap.at > this.#lifetime) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    if ([...toast.text].length > ANSWER_LENGTH) throw badRequest("MESSAGE_TOO_LONG");
    tap.answered = true;
    const { message } = tap.query;
    const shown = message && tap.room.find(message.message_id)?.message;
    this.#world.accounts.get(tap.query.from.id)?.toasts.push({ room: tap.room, toast });
    this.#world.tell(tap.room, "callbackAnswered", shown, tap.query.from, toast);
  }
}
