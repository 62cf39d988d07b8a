/** The pick among parallel events; and for organisers who goes where, and asking those who have not picked. */
import { Composer } from "grammy";
import { choiceAskIdentity, coverageIn, takenIn } from "../delivery/choosing.ts";
import { queueCards } from "../delivery/days.ts";
import { jobOf } from "../delivery/queue.ts";
import { choiceIsOpen, type OwnEvent, optionsOf, ownProgramme } from "../domain/audience.ts";
import { choicesOf } from "../domain/choosing.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import { choiceMessage, pickedAnswer } from "../messages/choosing.ts";
import { coverageList, coverageMessage, optionNames } from "../messages/coverage.ts";
import type { BotMessage } from "../messages/message.ts";
import { eventBy, type Reading } from "../messages/reading.ts";
import { enterOnBehalf, queueTheirCards } from "./behalf.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { isOld } from "./people.ts";
import { onMissionPress, onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function choosing(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store, queue } = parts;

  onMissionPress(parts, composer, "choice", (ctx, traveller, { event }) => {
    const choice = optionBy(traveller, event)?.event.choice;
    return choice === undefined ? isOld(ctx) : showChoice(parts, ctx, traveller, choice);
  });
  // The card of the day stays what it is: the options come below it.
  onMissionPress(parts, composer, "choiceOpen", async (ctx, traveller, { event }) => {
    const choice = optionBy(traveller, event)?.event.choice;
    if (choice === undefined) return isOld(ctx);
    return respond(ctx, await choiceNow(parts, traveller, choice));
  });
  onMissionPress(parts, composer, "choose", async (ctx, traveller, { event }) => {
    const option = optionBy(traveller, event);
    if (option?.event.choice === undefined) return isOld(ctx);
    if (await pickOne(parts, ctx, traveller, option))
      return showChoice(parts, ctx, traveller, option.event.choice);
    return undefined;
  });
  onMissionPress(parts, composer, "unchoose", async (ctx, traveller, { event }) => {
    const option = optionBy(traveller, event);
    if (option?.event.choice === undefined) return isOld(ctx);
    if (await unpickOne(parts, ctx, traveller, option))
      return showChoice(parts, ctx, traveller, option.event.choice);
    return undefined;
  });

  onOrganiserPress(parts, composer, "coverages", async (ctx, { mission, reading }) => {
    const all = choicesOf(mission.programme).map((choice) => coverageIn(store, mission, choice, reading.now));
    return redraw(ctx, coverageList(reading, await Promise.all(all)));
  });
  onOrganiserPress(parts, composer, "coverage", (ctx, traveller, { event }) =>
    showCoverage(parts, ctx, traveller, event),
  );
  onOrganiserPress(parts, composer, "optionNames", async (ctx, { mission, reading }, { event, from }) => {
    const timed = eventBy(reading.mission, event);
    if (timed?.event.choice === undefined) return isOld(ctx);
    const { options, seats } = await coverageIn(store, mission, timed.event.choice, reading.now);
    const option = options.find((one) => one.timed.event.id === timed.event.id);
    return option === undefined
      ? isOld(ctx)
      : redraw(ctx, optionNames(reading, option, seats, startOf(from)));
  });
  onOrganiserPress(parts, composer, "askChoice", async (ctx, traveller, { event }) => {
    const { mission, reading } = traveller;
    const choice = eventBy(reading.mission, event)?.event.choice;
    if (choice === undefined) return isOld(ctx);
    const { undecided, asked, open } = await coverageIn(store, mission, choice, reading.now);
    const to = open ? undecided.filter((seat) => !asked.has(seat)) : [];
    if (to.length === 0) return ctx.answerCallbackQuery(ctx.speech.say("coverage-nobody"));
    const id = missionIdOf(traveller);
    const members = (await store.people.members(id)).filter(({ seat }) => to.includes(seat.id));
    await store.choices.ask(
      id,
      choice,
      members.map(({ participant }) => participant.user),
    );
    await queue.addBulk(
      to.map((seat) => jobOf("choice", { mission: id, seat, about: choice }, choiceAskIdentity(choice))),
    );
    await enterDeed(parts, traveller, "choice-asked", choice);
    await ctx.answerCallbackQuery(ctx.speech.say("coverage-asking", { count: to.length }));
    return showCoverage(parts, ctx, traveller, event);
  });

  onOrganiserPress(parts, composer, "closeChoice", (ctx, traveller, { event }) =>
    setClosed(parts, ctx, traveller, event, true),
  );
  onOrganiserPress(parts, composer, "openChoice", (ctx, traveller, { event }) =>
    setClosed(parts, ctx, traveller, event, false),
  );

  return composer;
}

/** Closes the list of a choice, or opens it again. */
async function setClosed(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  event: string,
  isClosed: boolean,
): Promise<unknown> {
  const { store } = parts;
  const choice = eventBy(traveller.mission, event)?.event.choice;
  if (choice === undefined) return isOld(ctx);
  const mission = missionIdOf(traveller);
  await store.choices.setClosed(mission, choice, isClosed);
  await enterDeed(parts, traveller, isClosed ? "choice-closed" : "choice-opened", choice);
  // The way to the choice comes and goes on everybody's card of the day.
  const members = await store.people.members(mission);
  await queueCards(
    parts,
    mission,
    members.map(({ seat }) => seat.id),
  );
  return showCoverage(parts, ctx, traveller, event);
}

/** One of parallel events its reader may pick, be it picked or not. */
function optionBy({ reading, seat, mission }: Traveller, handle: string): TimedEvent | undefined {
  const timed = eventBy(reading.mission, handle);
  const choice = timed?.event.choice;
  if (choice === undefined || mission.programme.mission.state === "draft") return undefined;
  return optionsOf(mission.programme, seat, choice).find(({ event }) => event.id === timed?.event.id);
}

/** Picks an event for the reader, and answers the tap; whether it is picked now. */
export async function pickOne(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  option: TimedEvent,
): Promise<boolean> {
  const { mission, reading, seat, participant } = traveller;
  const { choice, id, capacity } = option.event;
  const alert = async (key: string) => {
    await ctx.answerCallbackQuery({ text: reading.speech.say(key), show_alert: true });
    return false;
  };
  if (choice === undefined) return alert("old-button");
  const refusal = whyClosed(reading, optionsOf(mission.programme, seat, choice));
  if (refusal !== undefined) return alert(refusal);
  const file = mission.programme.mission;
  const by = participant.seat;
  if (!(await parts.store.choices.pick(file.id, seat.id, choice, id, capacity, by)))
    return alert("pick-full");
  await afterPick(parts, ctx, traveller, "aide-pick", option);
  await ctx.answerCallbackQuery(pickedAnswer(reading, option));
  return true;
}

/** Takes a pick back: all the parallel events are open to the person again. */
export async function unpickOne(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  option: TimedEvent,
): Promise<boolean> {
  const { mission, reading, seat } = traveller;
  const { choice } = option.event;
  const options = choice === undefined ? [] : optionsOf(mission.programme, seat, choice);
  const refusal = whyClosed(reading, options);
  if (choice === undefined || refusal !== undefined) {
    await ctx.answerCallbackQuery({ text: reading.speech.say(refusal ?? "old-button"), show_alert: true });
    return false;
  }
  const file = mission.programme.mission;
  await parts.store.choices.unpick(file.id, seat.id, choice);
  await afterPick(parts, ctx, traveller, "aide-unpick", option);
  return true;
}

/** Why nothing may be picked any more among these, if nothing may. */
function whyClosed({ now, closed }: Reading, options: readonly TimedEvent[]): string | undefined {
  if (!choiceIsOpen(options, now)) return "pick-late";
  return choiceIsOpen(options, now, closed) ? undefined : "choice-closed-early";
}

/** The cards that show it are drawn anew. */
async function afterPick(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  did: "aide-pick" | "aide-unpick",
  { event: { title } }: TimedEvent,
): Promise<void> {
  await queueTheirCards(parts, missionIdOf(traveller), traveller.seat);
  await enterOnBehalf(parts, ctx.api, traveller, { did, title });
}

/** What somebody reads after a pick. */
export async function readingNow(
  { store }: ChatParts,
  { mission, seat, reading }: Traveller,
): Promise<Reading> {
  const choices = await store.choices.of(mission.programme.mission.id, seat.id);
  return { ...reading, choices, own: ownProgramme(mission.programme, seat, choices) };
}

/** The event of their own programme as it is after a pick. */
export function ownEvent({ own }: Reading, id: string): OwnEvent | undefined {
  return own.find(({ event }) => event.id === id);
}

async function showChoice(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  choice: string,
): Promise<void> {
  await redraw(ctx, await choiceNow(parts, traveller, choice));
}

async function choiceNow(parts: ChatParts, traveller: Traveller, choice: string): Promise<BotMessage> {
  const reading = await readingNow(parts, traveller);
  return choiceMessage(reading, choice, await takenIn(parts.store, traveller.mission, choice));
}

async function showCoverage(
  { store }: ChatParts,
  ctx: Tapped<MemberContext>,
  { mission, reading }: Traveller,
  event: string,
): Promise<unknown> {
  const choice = eventBy(reading.mission, event)?.event.choice;
  if (choice === undefined) return isOld(ctx);
  return redraw(ctx, coverageMessage(reading, await coverageIn(store, mission, choice, reading.now)));
}
