/** Invitations, for organisers only. To anybody else the command and its buttons do not exist. */
import { Composer } from "grammy";
import { inOrder } from "../domain/seats.ts";
import { dateIn } from "../domain/timetable.ts";
import { askWhom, invitationMessage, whoIs } from "../messages/invitations.ts";
import { dayAndMonth } from "../messages/times.ts";
import type { InvitationFor } from "../storage/invitations.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf, organisersAmong } from "./guard.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";

const DAY = 24 * 60 * 60 * 1000;
/** How long a link lives (programme time) and how many a group's link lets in. */
const LIVES_FOR = 14 * DAY;
const GROUP_USES = 30;

export function inviting(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const organisers = organisersAmong(composer);

  organisers.command("invite", async (ctx) => respond(ctx, await whom(parts, ctx.traveller, 0)));
  onOrganiserPress(parts, composer, "invitePage", async (ctx, traveller, { from }) =>
    redraw(ctx, await whom(parts, traveller, startOf(from))),
  );

  onOrganiserPress(parts, composer, "inviteSeat", async (ctx, traveller, { seat: id }) => {
    const { speech } = traveller.reading;
    const mission = missionIdOf(traveller);
    const seat = await parts.store.people.seat(mission, id);
    if (seat === undefined) return ctx.answerCallbackQuery(speech.say("old-button"));
    if ((await parts.store.people.member(mission, id)) !== undefined) {
      return ctx.answerCallbackQuery({ text: speech.say("invite-taken"), show_alert: true });
    }
    const whom = whoIs(seat, speech);
    return sendLink(parts, ctx, traveller, { kind: "seat", mission, seat: id }, { whom, uses: 1 });
  });

  onOrganiserPress(parts, composer, "inviteGroup", async (ctx, traveller, { group: id }) => {
    const { speech, mission } = traveller.reading;
    const group = mission.programme.mission.groups?.find((one) => one.id === id);
    if (group === undefined) return ctx.answerCallbackQuery(speech.say("old-button"));
    const what = { kind: "group", mission: missionIdOf(traveller), group: id } as const;
    return sendLink(parts, ctx, traveller, what, { whom: speech.text(group.title), uses: GROUP_USES });
  });

  return composer;
}

async function whom({ store }: ChatParts, traveller: Traveller, from: number) {
  const mission = missionIdOf(traveller);
  const [seats, participants] = await Promise.all([
    store.people.seats(mission),
    store.people.participants(mission),
  ]);
  const { mission: file } = traveller.mission.programme;
  return askWhom(traveller.reading, {
    seats: inOrder(seats, file),
    joined: new Set(participants.map(({ seat }) => seat)),
    from,
  });
}

async function sendLink(
  { store, clock }: ChatParts,
  ctx: Tapped<MemberContext>,
  { mission, reading }: Traveller,
  what: InvitationFor,
  { whom, uses }: { whom: string; uses: number },
) {
  const now = clock.now();
  const expiresAt = now + LIVES_FOR;
  const code = await store.invitations.create(what, uses, { now, expiresAt });
  const until = dayAndMonth(dateIn(mission.programme.mission.timezone, expiresAt), reading.speech.language);
  const link = deepLink(ctx.me.username, code);
  await ctx.answerCallbackQuery(reading.speech.say("invite-forward"));
  return respond(ctx, invitationMessage(reading, { link, whom, uses, until }));
}

/** Opens the bot and sends it `/start` with the code (Telegram, deep linking: A-Z a-z 0-9 _ -, at most 64). */
export function deepLink(username: string, code: string): string {
  return `https://t.me/${username}?start=${code}`;
}
