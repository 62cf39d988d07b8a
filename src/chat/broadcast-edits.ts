/** An organiser changes a message that has gone into a broadcast; all other edits are somebody else's business. */
import { Composer } from "grammy";
import { type Broadcast, sameWords, withEdited } from "../domain/broadcasts.ts";
import { isOrganiser } from "../domain/seats.ts";
import { askUpdate } from "../messages/broadcast-questions.ts";
import { broadcastItemsOf } from "./broadcast-items.ts";
import type { ChatContext, ChatParts } from "./context.ts";
import { travellerOf } from "./guard.ts";
import { respond } from "./respond.ts";

export function broadcastEdits(parts: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  const { store, clock } = parts;
  composer.on("edited_message", async (ctx, next) => {
    const { chat, editedMessage } = ctx;
    if (chat.type !== "private") return next();
    const source = await store.broadcasts.ofSource(ctx.from.id, editedMessage.message_id);
    if (source === undefined) return next();
    const mission = await store.missions.inForce(source.mission);
    const traveller = mission && (await travellerOf(parts, ctx.from.id, mission.handle));
    if (traveller === undefined || !isOrganiser(traveller.seat)) return;
    const { reading } = traveller;
    const fresh = broadcastItemsOf(editedMessage, clock.now());
    let differs = false;
    const amended = await store.broadcasts.amend(source.mission, source.id, (was) => {
      const edited = withEdited(was, fresh);
      differs = edited === "differs" && isOpen(was);
      return edited === undefined || edited === "differs" ? undefined : amendment(was, edited);
    });
    if (differs) await ctx.reply(reading.speech.say("cast-edit-differs"));
    if (amended === undefined) return;
    if (amended.state !== "draft" && amended.edited === undefined) return;
    if (amended.state === "draft") await ctx.reply(reading.speech.say("cast-edit-taken"));
    else await respond(ctx, askUpdate(reading, amended));
  });
  return composer;
}

function isOpen({ state }: Broadcast): boolean {
  return state === "draft" || state === "scheduled" || state === "sent";
}

/**
 * A draft takes the new words at once; what people have, or are about to get, waits for a word, and is asked about again
 * should the update come a second time. Edited back to what it was, there is nothing to ask.
 */
function amendment({ edited: _, ...was }: Broadcast, edited: Broadcast["items"]) {
  if (sameWords(was.items, edited)) return isOpen(was) ? { to: was } : undefined;
  if (was.state === "draft") return { to: { ...was, items: edited, version: was.version + 1 } };
  return isOpen(was) ? { to: { ...was, edited } } : undefined;
}
