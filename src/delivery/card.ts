/** The card of alerts in the organisers' chat: one message, edited whenever something on it changes. It never rings. */
import { attentionCard } from "../messages/attention.ts";
import { textAndEntities } from "../messages/message.ts";
import { attentionOf } from "./attention.ts";
import { editSent } from "./editing.ts";
import { Later, type Recipient } from "./parcel.ts";
import { withSending } from "./sending.ts";
import { removeMessage, send } from "./telegram.ts";

/** Telegram lets a bot change and delete what it sent within 48 hours; programme time, milliseconds. */
const EDITED_FOR = 40 * 60 * 60 * 1000;

/** Draws the card as things are now; anew at the bottom only where the old one is too old, or gone. */
export async function settleCard({ parts, mission, reading, participant, group }: Recipient): Promise<void> {
  const { store, api } = parts;
  const { id } = mission.programme.mission;
  const { now } = reading;
  await store.chats.beginCard(id);
  const message = attentionCard(reading, await attentionOf(store, mission, now));
  const says = JSON.stringify(textAndEntities(message));
  const card = await store.chats.card(id);
  const isHere = card?.chat === participant.chat;
  const age = now - (card?.sentAt ?? 0);
  if (isHere && age >= 0 && age < EDITED_FOR) {
    if (card.says === says) return;
    if (await editSent(api, card, message)) return store.chats.setCard(id, { ...card, says });
  }
  const how = { silent: true, thread: group?.thread };
  const result = await withSending({ priority: "card" }, () => send(api, participant.chat, message, how));
  if (result.kind === "wait") throw new Later(result.why, result.ms);
  if (result.kind === "gone") return group?.lost();
  if (result.kind === "failed") {
    parts.log.error({ mission: id, why: result.why }, "Telegram refused the card of alerts");
    return;
  }
  if (result.chat !== participant.chat) await group?.moved(result.chat);
  await store.chats.setCard(id, { chat: result.chat, message: result.message, sentAt: now, says });
  if (!isHere) return;
  // Where the old one cannot be deleted it stays; it is above.
  await withSending({ priority: "card" }, () => removeMessage(api, card));
}
