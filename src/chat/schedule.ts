/** The programme in chat: today, tomorrow, now, the whole, one event, which may be picked among parallel ones. */
import { Composer } from "grammy";
import { queueCards } from "../delivery/days.ts";
import { escortsFor } from "../delivery/reading.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { morningOf } from "../domain/digests.ts";
import { isHidden } from "../domain/news.ts";
import { dayOf, daysWith, isDate, nextDay, zoneAt } from "../domain/timetable.ts";
import { toggleMuted, type Wishes } from "../domain/wishes.ts";
import { dateIn } from "../domain/zones.ts";
import { dayCard, printOf } from "../messages/day-card.ts";
import { eventCard } from "../messages/event-card.ts";
import { type BotMessage, plain } from "../messages/message.ts";
import type { Reading } from "../messages/reading.ts";
import { richProgramme } from "../messages/rich-programme.ts";
import { dayMessage, nowMessage, programmeMessage } from "../messages/schedule.ts";
import { taxiCard } from "../messages/taxi.ts";
import { ownEvent, pickOne, readingNow, unpickOne } from "./choosing.ts";
import type { ChatContext, ChatParts, MemberContext, Traveller } from "./context.ts";
import { onEventPress, onMissionPress, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";
import { respondRichly } from "./rich.ts";

export function schedule(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  parts.words.onCommand(composer, "today", "today", (ctx) => showDay(ctx, todayOf(ctx.traveller.reading)));
  parts.words.onCommand(composer, "tomorrow", "tomorrow", (ctx) =>
    showDay(ctx, nextDay(todayOf(ctx.traveller.reading))),
  );
  parts.words.onCommand(composer, "now", "now", (ctx) => respond(ctx, nowMessage(ctx.traveller.reading)));
  parts.words.onCommand(composer, "programme", "programme", (ctx) =>
    respondRichly(parts, ctx, richProgramme(ctx.traveller.reading), programmeMessage(ctx.traveller.reading)),
  );

  onMissionPress(parts, composer, "programme", (ctx, { reading }) => redraw(ctx, programmeMessage(reading)));
  onMissionPress(parts, composer, "day", (ctx, { reading }, { date }) =>
    isDate(date)
      ? redraw(ctx, dayMessage(reading, date))
      : ctx.answerCallbackQuery(ctx.speech.say("old-button")),
  );
  // Below the card of the day, which stays what it is.
  onMissionPress(parts, composer, "dayOpen", (ctx, { reading }, { date }) =>
    isDate(date)
      ? respond(ctx, dayMessage(reading, date))
      : ctx.answerCallbackQuery(ctx.speech.say("old-button")),
  );
  onEventPress(parts, composer, "event", (ctx, traveller, timed) => redraw(ctx, cardFor(traveller, timed)));
  onEventPress(parts, composer, "map", sendPin);
  onEventPress(parts, composer, "taxi", (ctx, { reading }, timed) => {
    const card = taxiCard(reading, timed);
    if (card === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    return respondRichly(parts, ctx, card.rich, card.plain);
  });
  onEventPress(parts, composer, "unpick", (ctx, traveller, timed) => unpick(parts, ctx, traveller, timed));
  onEventPress(parts, composer, "mute", (ctx, traveller, timed) => mute(parts, ctx, traveller, timed));
  onEventPress(parts, composer, "pick", (ctx, traveller, timed) => pick(parts, ctx, traveller, timed));

  return composer;
}

function showDay(ctx: MemberContext, date: string) {
  return respond(ctx, dayMessage(ctx.traveller.reading, date));
}

/** The venue as a pin that opens in the phone's maps. */
async function sendPin(
  ctx: Tapped<MemberContext>,
  { mission, reading: { speech } }: Traveller,
  { event }: OwnEvent,
) {
  const venue = mission.programme.mission.venues?.find(({ id }) => id === event.venue);
  if (venue?.location === undefined) return ctx.answerCallbackQuery(speech.say("old-button"));
  const { latitude, longitude } = venue.location;
  return ctx.replyWithVenue(
    latitude,
    longitude,
    speech.text(venue.name),
    speech.text(venue.address ?? venue.name),
  );
}

async function pick(parts: ChatParts, ctx: Tapped<MemberContext>, traveller: Traveller, timed: OwnEvent) {
  if (await pickOne(parts, ctx, traveller, timed)) await redrawCard(parts, ctx, traveller, timed);
}

async function unpick(parts: ChatParts, ctx: Tapped<MemberContext>, traveller: Traveller, timed: OwnEvent) {
  if (await unpickOne(parts, ctx, traveller, timed)) await redrawCard(parts, ctx, traveller, timed);
}

/** The card as it is after a pick. */
async function redrawCard(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  { event }: OwnEvent,
) {
  const reading = await readingNow(parts, traveller);
  const timed = ownEvent(reading, event.id);
  if (timed !== undefined) await redraw(ctx, cardFor({ ...traveller, reading }, timed));
}

/** Reminds of an event no longer, or again. */
async function mute(
  { store, clock }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  timed: OwnEvent,
) {
  const { mission, seat, participant } = traveller;
  const change = (wishes: Wishes) => toggleMuted(wishes, timed.event.id);
  await store.people.setWishes(mission.programme.mission.id, seat.id, change, clock.now());
  const wishes = change(participant.wishes ?? {});
  await redraw(ctx, cardFor({ ...traveller, participant: { ...participant, wishes } }, timed));
}

export function cardFor({ reading, participant }: Traveller, timed: OwnEvent) {
  const muted = participant.wishes?.muted?.includes(timed.event.id) ?? false;
  return eventCard(reading, timed, { muted });
}

/**
 * Shows somebody who has just joined their day. If that is today it becomes their card of the day, for the morning's
 * digest would only say it again.
 */
export async function showFirstDay(parts: ChatParts, ctx: ChatContext, traveller: Traveller): Promise<void> {
  const { mission, reading, seat } = traveller;
  const { now, own } = reading;
  const day = todayOf(reading);
  if (!own.some((timed) => dayOf(timed) === day)) return void (await respond(ctx, firstDay(reading)));
  const { id } = mission.programme.mission;
  const card = dayCard(reading, day, await escortsFor(parts.store, mission, seat));
  const { chat, message_id: message } = await respond(ctx, card.message);
  const shown = { outcome: "delivered", at: now, chat: chat.id, message, says: printOf(card.body) } as const;
  await parts.store.ledger.enter(id, seat.id, new Map([[morningOf(day), shown]]));
  await queueCards(parts, id, [seat.id]);
}

/** Today by the zone the person lives by just now. */
export function todayOf({ mission, own, now }: Reading): string {
  return dateIn(zoneAt(own, now, mission.programme.mission.timezone), now);
}

/**
 * What somebody who has just joined is shown of the programme: today if there is anything today, else the first day
 * ahead; of a mission that is still a draft, that it is one.
 */
export function firstDay(reading: Reading): BotMessage {
  const { mission, seat, own, speech } = reading;
  if (isHidden({ programme: mission.programme, seat, events: own })) {
    return { text: plain(speech.say("mission-draft")) };
  }
  const today = todayOf(reading);
  return dayMessage(reading, daysWith(own).find((day) => day >= today) ?? today);
}
