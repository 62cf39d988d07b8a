/** One's own programme for the phone's calendar: as a file, and by a private link that follows the programme. */
import { Composer, InputFile } from "grammy";
import { readingFor } from "../delivery/reading.ts";
import {
  askCalendarLink,
  calendarButtons,
  calendarLink,
  calendarLinkEnded,
  isLinkDoing,
} from "../messages/calendar.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onMissionPress, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function calendar(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  parts.words.onCommand(composer, "calendar", "calendar", (ctx) => sendCalendar(parts, ctx, ctx.traveller));
  onMissionPress(parts, composer, "calendar", async (ctx, traveller) => {
    await ctx.answerCallbackQuery();
    return sendCalendar(parts, ctx, traveller);
  });
  onMissionPress(parts, composer, "calendarLink", (ctx, traveller, { what }) =>
    doWithLink(parts, ctx, traveller, what),
  );
  return composer;
}

async function sendCalendar(
  { store, calendarsAt }: ChatParts,
  ctx: MemberContext,
  { reading, participant }: Traveller,
): Promise<void> {
  const { text, isEmpty } = await composed(store, reading, participant);
  const buttons = calendarButtons(reading, calendarsAt !== undefined);
  if (isEmpty) return void (await ctx.reply(reading.speech.say("calendar-empty"), { reply_markup: buttons }));
  await ctx.replyWithDocument(new InputFile(new TextEncoder().encode(text), "programme.ics"), {
    caption: reading.speech.say("calendar-file"),
    reply_markup: buttons,
  });
}

async function doWithLink(
  { store, calendarsAt }: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  what: string,
): Promise<unknown> {
  const { participant, reading } = traveller;
  const mission = missionIdOf(traveller);
  if (!isLinkDoing(what) || calendarsAt === undefined)
    return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
  if (what === "renew" || what === "end") return redraw(ctx, askCalendarLink(reading, what));
  if (what === "endYes") {
    await store.calendars.endLink(mission, participant.user);
    return redraw(ctx, calendarLinkEnded(reading));
  }
  const token =
    what === "renewYes"
      ? await store.calendars.renewLink(mission, participant)
      : await store.calendars.link(mission, participant);
  const message = calendarLink(reading, `${calendarsAt}/${token}.ics`);
  // The file a link is asked for under stays what it is.
  return ctx.callbackQuery.message?.document === undefined ? redraw(ctx, message) : respond(ctx, message);
}

/** The calendar a link's token opens, for as long as whoever made it keeps their seat. */
export async function calendarBehind(
  parts: Pick<ChatParts, "store" | "speeches" | "clock">,
  token: string,
): Promise<string | undefined> {
  const { people, calendars, missions } = parts.store;
  const opened = await calendars.opened(token);
  if (opened === undefined) return undefined;
  const seat = (await people.seatsOfUser(opened.user))[opened.mission];
  const [member, mission] = await Promise.all([
    seat === undefined ? undefined : people.member(opened.mission, seat),
    missions.inForce(opened.mission),
  ]);
  if (member === undefined || mission === undefined || member.participant.user !== opened.user)
    return undefined;
  if (!(await calendars.isLinkOf(opened.mission, member.participant, token))) return undefined;
  const reading = await readingFor(parts, mission, member, parts.clock.now());
  return (await composed(parts.store, reading, member.participant)).text;
}

/** The library that writes calendars is loaded when somebody wants one. */
async function composed(...args: Parameters<typeof import("../documents/own-calendar.ts").ownCalendar>) {
  const { ownCalendar } = await import("../documents/own-calendar.ts");
  return ownCalendar(...args);
}
