import type { Api } from "grammy";
import type { BotMessage } from "../messages/message.ts";
import { Later, type SentMessage } from "./parcel.ts";
import { withSending } from "./sending.ts";
import { changeMessage } from "./telegram.ts";

/**
 * Changes a message that was sent, when there is time for it. False when it is gone, or can no longer be changed.
 * @throws Later when it has to be tried again
 */
export async function editSent(api: Api, where: SentMessage, message: BotMessage): Promise<boolean> {
  const result = await withSending({ priority: "card" }, () => changeMessage(api, where, message));
  if (result.kind === "wait") throw new Later(result.why, result.ms);
  return result.kind === "done";
}
