/** The programme in chat: today, tomorrow, now, the whole, one event; and the pick among parallel events. */
import { Composer } from "grammy";
import { choiceIsOpen, type OwnEvent, optionsOf, ownProgramme } from "../domain/audience.ts";
import { isHidden } from "../domain/news.ts";
import { dateIn, daysWith, isDate, nextDay, zoneAt } from "../domain/timetable.ts";
import { toggleMuted, type Wishes } from "../domain/wishes.ts";
import { eventCard } from "../messages/event-card.ts";
import type { BotMessage } from "../messages/message.ts";
import { dayMessage, nowMessage, plain, programmeMessage, type Reading } from "../messages/schedule.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { onEventPress, onMissionPress, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function schedule(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  parts.words.onCommand(composer, "today", "today", (ctx) => showDay(ctx, todayOf(ctx.traveller.reading)));
  parts.words.onCommand(composer, "tomorrow", "tomorrow", (ctx) =>
    showDay(ctx, nextDay(todayOf(ctx.traveller.reading))),
  );
  parts.words.onCommand(composer, "now", "now", (ctx) => respond(ctx, nowMessage(ctx.traveller.reading)));
  parts.words.onCommand(composer, "programme", "programme", (ctx) =>
    respond(ctx, programmeMessage(ctx.traveller.reading)),
  );

  onMissionPress(parts, composer, "programme", (ctx, { reading }) => redraw(ctx, programmeMessage(reading)));
  onMissionPress(parts, composer, "day", (ctx, { reading }, { date }) =>
    isDate(date)
      ? redraw(ctx, dayMessage(reading, date))
      : ctx.answerCallbackQuery(ctx.speech.say("old-button")),
  );
  onEventPress(parts, composer, "event", (ctx, traveller, timed) => redraw(ctx, cardFor(traveller, timed)));
  onEventPress(parts, composer, "map", sendPin);
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

async function pick(parts: ChatParts, ctx: Tapped<MemberContext>, traveller: Traveller, { event }: OwnEvent) {
  const { mission, reading, seat } = traveller;
  const { speech, now } = reading;
  const alert = (key: string) => ctx.answerCallbackQuery({ text: speech.say(key), show_alert: true });
  const { choices } = parts.store;
  const { id } = mission.programme.mission;
  if (event.choice === undefined) return alert("old-button");
  if (!choiceIsOpen(optionsOf(mission.programme, seat, event.choice), now)) return alert("pick-late");
  if (!(await choices.pick(id, seat.id, event.choice, event.id, event.capacity))) return alert("pick-full");
  await ctx.answerCallbackQuery(speech.say("picked"));
  return redrawCard(parts, ctx, traveller, event.id);
}

/** Takes a pick back: all the parallel events are open to the person again. */
async function unpick(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  { event }: OwnEvent,
) {
  const { mission, reading, seat } = traveller;
  const { choice } = event;
  const options = choice === undefined ? [] : optionsOf(mission.programme, seat, choice);
  if (choice === undefined || !choiceIsOpen(options, reading.now)) {
    return ctx.answerCallbackQuery({ text: reading.speech.say("pick-late"), show_alert: true });
  }
  await parts.store.choices.unpick(mission.programme.mission.id, seat.id, choice);
  return redrawCard(parts, ctx, traveller, event.id);
}

/** The card as it is after a pick. */
async function redrawCard(
  { store }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
) {
  const { mission, reading, seat } = traveller;
  const choices = await store.choices.of(mission.programme.mission.id, seat.id);
  const own = ownProgramme(mission.programme, seat, choices);
  const timed = own.find(({ event }) => event.id === id);
  if (timed !== undefined) await redraw(ctx, cardFor({ ...traveller, reading: { ...reading, own } }, timed));
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

function cardFor({ reading, participant }: Traveller, timed: OwnEvent) {
  const muted = participant.wishes?.muted?.includes(timed.event.id) ?? false;
  return eventCard(reading, timed, { muted });
}

/** Today by the zone the person lives by just now. */
function todayOf({ mission, own, now }: Reading): string {
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
