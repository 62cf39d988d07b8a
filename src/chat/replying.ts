/**
 * A reply to any message of the bot's about an event is a note to that event. To what the bot sent by itself it stands
 * before the scenes and before all that waits for words; to what somebody asked for it comes after them.
 */
import { Composer, type Context } from "grammy";
import type { OwnEvent } from "../domain/audience.ts";
import type { NoteItem } from "../domain/notes.ts";
import { askedAbout } from "../domain/prompts.ts";
import { eventsOn, nextDay } from "../domain/timetable.ts";
import { eventsPressed } from "../messages/callback.ts";
import { askPlace, replyKept } from "../messages/notes.ts";
import { handleOf } from "../messages/reading.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, travellerOf } from "./guard.ts";
import { meetInNote } from "./meeting.ts";
import { noteItemOf } from "./note-item.ts";
import { keepItems } from "./notes.ts";
import { eventByHandle } from "./press.ts";
import { respond } from "./respond.ts";
import { isThumbUp } from "./unplaced.ts";

/** What a reply is about: events of one mission, seen by whoever replies. */
export interface RepliedTo {
  readonly traveller: Traveller;
  readonly events: readonly OwnEvent[];
}

export function replying(
  parts: ChatParts,
  { delivered = false }: { readonly delivered?: boolean } = {},
): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, clock } = parts;

  composer.on("message", async (ctx, next) => {
    if (ctx.message.reply_to_message === undefined) return next();
    if (parts.words.isCommand(ctx) || parts.words.meaningOf(ctx.message.text) !== undefined || isThumbUp(ctx))
      return next();
    const item = noteItemOf(ctx.message, clock.now());
    const about = item === undefined ? undefined : await repliedTo(parts, ctx, ctx.traveller, { delivered });
    if (item === undefined || about === undefined) return next();
    const { traveller, events } = about;
    if (delivered && (await isAwaited(parts, traveller, events))) return next();
    const [event] = events;
    if (event !== undefined && events.length === 1) return keepReply(parts, ctx, traveller, event, item);
    const before = await store.unplaced.albumOf(ctx.from.id, item.key);
    await store.unplaced.keep(ctx.from.id, item);
    const album = await store.unplaced.albumOf(ctx.from.id, item.key);
    // The first of an album has asked for all of it.
    if (before.length === 0 && album.length > 1) return undefined;
    return respond(ctx, askPlace(traveller.reading, item.key, events, { kind: "reply-which" }));
  });

  return composer;
}

/** Whether what is said of an event is awaited anyway: as the reason not to come, or in the note that is open. */
async function isAwaited(
  { store }: ChatParts,
  { participant: { user } }: Traveller,
  events: readonly OwnEvent[],
): Promise<boolean> {
  const [reason, opened] = await Promise.all([store.people.awaitedReason(user), store.notes.opened(user)]);
  return events.some(({ event }) => event.id === reason?.event || event.id === opened?.event);
}

/** The replies to one message of the bot's about one event are one note, an album among them. */
async function keepReply(
  parts: ChatParts,
  ctx: MemberContext & { message: NonNullable<Context["message"]> },
  traveller: Traveller,
  { event }: OwnEvent,
  item: NoteItem,
): Promise<unknown> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const { user } = traveller.participant;
  const replied = ctx.message.reply_to_message?.message_id ?? ctx.message.message_id;
  const handle = handleOf(traveller.mission, event.id);
  const first = `${user.toString(36)}-r${replied.toString(36)}-${handle.toString(36)}`;
  const found = await store.notes.find(mission, first);
  // Whoever has come back to the mission does not write on in a note from before.
  const id = found?.former ? `${first}-${traveller.participant.joinedAt.toString(36)}` : first;
  const begun = { id, seat: traveller.seat.id, createdAt: item.at, event: event.id };
  const known = (found?.former ? await store.notes.find(mission, id) : found)?.items ?? [];
  await keepItems(parts, user, mission, begun, [item]);
  const isFurther = known.some(
    ({ album, key }) => album !== undefined && album === item.album && key !== item.key,
  );
  if (isFurther) return undefined;
  await respond(ctx, replyKept(traveller.reading, begun));
  return meetInNote(parts, ctx, { mission, event: event.id, note: id });
}

/**
 * What the message replied to tells of: by the ledger what was delivered, by its buttons what was answered. Nothing
 * when it is not the bot's, or tells of no event of the person's own programme. `delivered`: only by the ledger does it
 * count as telling of something.
 */
export async function repliedTo(
  parts: ChatParts,
  { message, me }: Context,
  known: Traveller,
  { delivered: onlyDelivered = false }: { readonly delivered?: boolean } = {},
): Promise<RepliedTo | undefined> {
  const replied = message?.reply_to_message;
  if (replied?.from?.id !== me.id) return undefined;
  const { participant } = known;
  for (const mission of known.missions) {
    const traveller = await travellerOf(parts, participant.user, mission.handle);
    if (traveller === undefined) continue;
    const ledger = await parts.store.ledger.of(missionIdOf(traveller), traveller.seat.id);
    const delivered = [...ledger].filter(
      ([, { chat, message: id }]) => chat === participant.chat && id === replied.message_id,
    );
    if (onlyDelivered && delivered.length === 0) continue;
    const told = delivered.flatMap(([identity]) => eventsOf(traveller, identity));
    const pressed = eventsPressed(replied.reply_markup, mission.handle);
    const shown = pressed.flatMap((handle) => eventByHandle(traveller, handle) ?? []);
    // What an evening card asks about comes before the day it tells of: its buttons name both.
    const events = [...new Map([...told, ...shown].map((timed) => [timed.event.id, timed])).values()];
    if (events.length > 0) return { traveller, events };
  }
  return undefined;
}

/** The events of a person's own programme a delivery was about. */
function eventsOf({ reading: { own } }: Traveller, identity: string): OwnEvent[] {
  const [, kind, date] = /^digest\/(evening|morning)\.(\d{4}-\d\d-\d\d)$/.exec(identity) ?? [];
  if (date !== undefined) return eventsOn(own, kind === "morning" ? date : nextDay(date));
  const id = askedAbout(identity) ?? identity.split(".")[0];
  return own.filter(({ event }) => event.id === id);
}
