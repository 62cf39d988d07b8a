import type { ConversationContextStorage, ConversationData, VersionedState } from "@grammyjs/conversations";
import type { MiddlewareFn } from "grammy";
import type { Scenes } from "../storage/scenes.ts";
import type { ChatContext } from "./context.ts";

type State = VersionedState<ConversationData>;

/**
 * What a try does to a chat's scenes is kept when the try succeeds: the next one after a failure finds them as they
 * were, where the plugin would have ended a scene that failed.
 */
export class SceneDrafts {
  readonly #scenes: Scenes<State>;
  /** By the try's context; null: no scene is left. */
  readonly #drafts = new WeakMap<object, State | null>();

  constructor(scenes: Scenes<State>) {
    this.#scenes = scenes;
  }

  /** For the plugin. */
  readonly adapter: ConversationContextStorage<ChatContext, ConversationData>["adapter"] = {
    read: ({ chatId }) => (chatId === undefined ? undefined : this.#scenes.read(String(chatId))),
    write: (ctx, state) => void this.#drafts.set(ctx, state),
    delete: (ctx) => void this.#drafts.set(ctx, null),
  };

  /** Stands before the plugin. */
  readonly kept: MiddlewareFn<ChatContext> = async (ctx, next) => {
    await next();
    const draft = this.#drafts.get(ctx);
    if (draft === undefined || ctx.chatId === undefined) return;
    const chat = String(ctx.chatId);
    await (draft === null ? this.#scenes.delete(chat) : this.#scenes.write(chat, draft));
  };

  /** Ends a chat's scenes: what fails for good may well fail because of them. */
  async drop(chat: number | undefined): Promise<void> {
    if (chat !== undefined) await this.#scenes.delete(String(chat));
  }
}
