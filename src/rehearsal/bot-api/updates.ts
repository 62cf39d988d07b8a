import type { Update } from "@grammyjs/types";
import { Signal } from "./signal.ts";

export type UpdateKind = Exclude<keyof Update, "update_id">;
export type News = Omit<Update, "update_id">;

/** Sent only when asked for: https://core.telegram.org/bots/api#getting-updates */
const onlyOnRequest: readonly string[] = ["chat_member", "message_reaction", "message_reaction_count"];

/** What has happened and the bot has not confirmed yet. An update leaves only when the bot says it is done. */
export class UpdateQueue {
  /** Whenever something comes or is confirmed. */
  readonly changed = new Signal<void>();
  readonly #all = new Map<number, Update>();
  #pending: Update[] = [];
  /** Updates to be delivered a second time; what is handed out of them is confirmed by the next request. */
  #again: Update[] = [];
  #handedOutAgain = new Set<Update>();
  #allowed: readonly string[] | undefined;
  #next = 100_000;

  /** Adds news for the bot; returns the update's id, or undefined if the bot does not want this kind. */
  push(news: News): number | undefined {
    const kind = Object.keys(news)[0] ?? "";
    const wanted = this.#allowed ? this.#allowed.includes(kind) : !onlyOnRequest.includes(kind);
    if (!wanted) return undefined;
    this.#next += 1;
    const update: Update = { update_id: this.#next, ...structuredClone(news) };
    this.#all.set(update.update_id, update);
    this.#pending.push(update);
    this.changed.emit();
    return update.update_id;
  }

  /** Delivers an update once more, confirmed or not. */
  redeliver(updateId: number): void {
    const update = this.#all.get(updateId);
    if (update === undefined) throw new Error(`There was no update ${updateId}.`);
    this.#again.push(update);
    this.changed.emit();
  }

  /** Which kinds the bot wants: an empty list means the usual ones, none at all the same as before. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds !== undefined) this.#allowed = kinds.length === 0 ? undefined : kinds;
  }

  get allowed(): readonly UpdateKind[] | undefined {
    return this.#allowed as readonly UpdateKind[] | undefined;
  }

  /** What still waits, in order. */
  get waiting(): Update[] {
    return [...this.#again, ...this.#pending];
  }

  /** The newest update's id. */
  get lastId(): number {
    return this.#next;
  }

  isPending(updateId: number): boolean {
    return this.waiting.some((update) => update.update_id === updateId);
  }

  /**
   * getUpdates: confirms everything below a positive offset; a negative one forgets all but the last −offset.
   * @param limit 1–100
   */
  fetch(offset: number, limit: number): Update[] {
    const before = this.waiting.length;
    this.#again = this.#again.filter((update) => !this.#handedOutAgain.has(update));
    if (offset > 0) this.#pending = this.#pending.filter((update) => update.update_id >= offset);
    if (offset < 0) this.#pending = this.#pending.slice(offset);
    const batch = this.waiting.slice(0, limit);
    this.#handedOutAgain = new Set(this.#again.slice(0, limit));
    if (this.waiting.length !== before) this.changed.emit();
    return batch;
  }

  /** A webhook has answered for this one. */
  confirm(update: Update): void {
    const again = this.#again.indexOf(update);
    if (again >= 0) this.#again.splice(again, 1);
    else this.#pending = this.#pending.filter((other) => other !== update);
    this.changed.emit();
  }

  /** Forgets everything that waits. */
  drop(): void {
    this.#again = [];
    this.#pending = [];
    this.changed.emit();
  }
}

/** What an update is about, in a few words, for error messages. */
export function describeUpdate(update: Update): string {
  const { update_id, ...news } = update;
  const kind = Object.keys(news)[0] ?? "nothing";
  const words = news.message?.text ?? news.callback_query?.data ?? news.edited_message?.text;
  return `update ${update_id} (${kind}${words === undefined ? "" : ` «${words}»`})`;
}
