/** What came unasked: whatever a person writes finds a place, or is asked for one. */
import { Composer, type Context } from "grammy";
import { seemsCard } from "../domain/card-text.ts";
import { eventsToNote } from "../domain/notes.ts";
import { isOrganiser } from "../domain/seats.ts";
import { plain } from "../messages/message.ts";
import { askPlace, replyKept } from "../messages/notes.ts";
import type { Reading } from "../messages/reading.ts";
import type { ChatParts, MemberContext } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { meetInNote } from "./meeting.ts";
import { noteItemOf } from "./note-item.ts";
import { closeNote, keepInNote, keepItems } from "./notes.ts";
import { eventByHandle, onMissionPress } from "./press.ts";
import { redraw, respond } from "./respond.ts";

const CANDIDATES = 5;

/**
 * What nobody asked for and nothing else understood: kept at once, then asked where it belongs. It stands last, and a
 * note still open (its scene lost by a restart, say) takes it without asking.
 */
export function unplaced(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, clock } = parts;

  onMissionPress(parts, composer, "keep", async (ctx, traveller, { item: key, event }) => {
    const { speech } = ctx;
    const { participant } = traveller;
    const items = await store.unplaced.albumOf(participant.user, key);
    const [item] = items;
    if (item === undefined) return ctx.answerCallbackQuery(speech.say("note-gone"));
    if (event === "drop") {
      await redraw(ctx, { text: plain(speech.say("unplaced-dropped")) });
    } else {
      const timed = eventByHandle(traveller, event);
      const about = timed === undefined ? {} : { event: timed.event.id };
      const id = `${participant.user.toString(36)}-${key}`;
      const begun = { id, seat: traveller.seat.id, createdAt: item.at, ...about };
      await keepItems(parts, participant.user, missionIdOf(traveller), begun, items);
      await redraw(ctx, replyKept(traveller.reading, begun));
    }
    return store.unplaced.forget(participant.user, items);
  });

  composer.on("message", async (ctx) => {
    const meaning = parts.words.meaningOf(ctx.message.text);
    // A sticker or a thumb up says thank you, and is answered in kind.
    if (meaning === "thanks" || isThumbUp(ctx)) return ctx.react("👌");
    const opened = await store.notes.opened(ctx.from.id);
    if (meaning === "done") return opened === undefined ? ctx.react("👌") : closeNote(parts, ctx, opened);
    if (opened !== undefined) {
      const count = await keepInNote(parts, ctx, opened);
      if (count !== undefined) {
        await ctx.reply(ctx.speech.say("note-saved", { count }));
        return meetInNote(parts, ctx, opened);
      }
    }
    const item = noteItemOf(ctx.message, clock.now());
    if (item === undefined) return ctx.reply(ctx.speech.say("note-sticker"));
    const before = await store.unplaced.albumOf(ctx.from.id, item.key);
    await store.unplaced.keep(ctx.from.id, item);
    const album = await store.unplaced.albumOf(ctx.from.id, item.key);
    // The first of an album has asked for all of it.
    if (before.length === 0 && album.length > 1) return undefined;
    const { reading } = ctx.traveller;
    return respond(
      ctx,
      askPlace(reading, item.key, candidatesFor(reading), {
        kind: "unplaced",
        passOn: !isOrganiser(ctx.traveller.seat),
        card: seemsCard(item.text) || item.media?.kind === "photo",
      }),
    );
  });

  return composer;
}

export function candidatesFor({ own, now }: Reading) {
  return eventsToNote(own, now, CANDIDATES);
}

const emojiOnly = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D|\s)+$/u;

/** A sticker or an emoji alone: nothing to keep. */
export function isThumbUp({ message }: Context): boolean {
  return message?.sticker !== undefined || emojiOnly.test(message?.text ?? "");
}
