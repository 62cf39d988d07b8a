/** Invitations, for organisers only. To anybody else the command and its buttons do not exist. */
import { Composer, InputFile } from "grammy";
import type { Seat } from "../domain/mission.ts";
import { inOrder } from "../domain/seats.ts";
import { dateIn } from "../domain/zones.ts";
import { askLinksEnd, askWhom, invitationMessage } from "../messages/invitations.ts";
import { whoIs } from "../messages/names.ts";
import { teamBy } from "../messages/teams.ts";
import { dayAndMonth } from "../messages/times.ts";
import { type Invited, subjectOf } from "../storage/invitations.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf, organisersAmong } from "./guard.ts";
import { isOld, placeBy, placesOf, showSeat, warn } from "./people.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";
import { showTeam } from "./teams.ts";

const DAY = 24 * 60 * 60 * 1000;
/** How long a link lives (programme time) and how many a group's link lets in. */
export const LIVES_FOR = 14 * DAY;
const GROUP_USES = 30;

export function inviting(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const organisers = organisersAmong(composer);

  organisers.command("invite", async (ctx) => respond(ctx, await whom(parts, ctx.traveller, 0)));
  onOrganiserPress(parts, composer, "invitePage", async (ctx, traveller, { from }) =>
    redraw(ctx, await whom(parts, traveller, startOf(from))),
  );

  onOrganiserPress(parts, composer, "inviteSeat", async (ctx, traveller, { seat: id }) => {
    const mission = missionIdOf(traveller);
    const seat = await parts.store.people.seat(mission, id);
    if (seat === undefined) return isOld(ctx);
    if ((await parts.store.people.member(mission, id)) !== undefined) {
      return warn(ctx, ctx.speech.say("invite-taken"));
    }
    return issueSeatLink(parts, ctx, traveller, seat);
  });

  onOrganiserPress(parts, composer, "inviteGroup", async (ctx, traveller, { group }) => {
    const what = { kind: "group", mission: missionIdOf(traveller), group } as const;
    const { groups = [] } = traveller.mission.programme.mission;
    if (!groups.some(({ id }) => id === group)) return isOld(ctx);
    return sendLink(parts, ctx, traveller, what, false);
  });

  onOrganiserPress(parts, composer, "linksEnd", async (ctx, traveller, { of, how }) => {
    const what = await invitedBy(parts, traveller, of);
    if (what === undefined) return isOld(ctx);
    const name = await nameOf(parts, traveller, what);
    const back = what.kind === "seat" ? { seat: what.seat } : { of };
    return redraw(
      ctx,
      askLinksEnd(traveller.reading, { of, name, how: how === "renew" ? "renew" : "revoke", back }),
    );
  });
  onOrganiserPress(parts, composer, "linksEndYes", async (ctx, traveller, { of, how }) => {
    const what = await invitedBy(parts, traveller, of);
    if (what === undefined) return isOld(ctx);
    if (how === "renew") await sendLink(parts, ctx, traveller, what, true);
    else await revoke(parts, ctx, traveller, what);
    if (what.kind === "seat") return showSeat(parts, ctx, traveller, what.seat);
    return showTeam(parts, ctx, traveller, `group/${what.group}`);
  });

  onOrganiserPress(parts, composer, "inviteAll", (ctx, traveller) => inviteAll(parts, ctx, traveller));

  return composer;
}

/** The seat or the group that a button means by its tag. */
async function invitedBy(parts: ChatParts, traveller: Traveller, tag: string): Promise<Invited | undefined> {
  const mission = missionIdOf(traveller);
  const team = teamBy(traveller.mission.programme.mission, tag);
  if (team?.startsWith("group/")) return { kind: "group", mission, group: team.slice("group/".length) };
  const place = placeBy(await placesOf(parts, traveller), tag);
  return place === undefined ? undefined : { kind: "seat", mission, seat: place.seat.id };
}

async function nameOf({ store }: ChatParts, { mission, reading }: Traveller, what: Invited): Promise<string> {
  const { speech } = reading;
  if (what.kind === "seat") {
    const seat = await store.people.seat(what.mission, what.seat);
    return seat === undefined ? "" : whoIs(seat, speech);
  }
  const group = mission.programme.mission.groups?.find(({ id }) => id === what.group);
  return group === undefined ? "" : speech.text(group.title);
}

async function revoke(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  what: Invited,
): Promise<void> {
  await parts.store.invitations.revoke(what);
  await enterDeed(parts, traveller, "links-revoked", aboutOf(what));
  await ctx.answerCallbackQuery(ctx.speech.say("links-revoked"));
}

/** In the audit log a seat goes by its id, and a group says that it is one. */
function aboutOf(what: Invited): string {
  return what.kind === "seat" ? what.seat : subjectOf(what);
}

/** A link for each seat nobody has joined yet, as a sheet to print. */
async function inviteAll(parts: ChatParts, ctx: Tapped<MemberContext>, traveller: Traveller) {
  const { store, clock } = parts;
  const { speech } = traveller.reading;
  const mission = missionIdOf(traveller);
  const places = await placesOf(parts, traveller);
  const seats = places.filter(({ participant }) => participant === undefined).map(({ seat }) => seat);
  if (seats.length === 0) return warn(ctx, speech.say("invite-all-none"));
  await ctx.answerCallbackQuery(speech.say("invite-all-wait"));
  const now = clock.now();
  const life = { now, expiresAt: now + LIVES_FOR };
  const until = lastDay(traveller, life.expiresAt);
  const entries = await Promise.all(
    seats.map(async (seat) => ({
      who: whoIs(seat, speech),
      link: deepLink(
        ctx.me.username,
        await store.invitations.create({ kind: "seat", mission, seat: seat.id }, 1, life),
      ),
      until: speech.say("sheet-until", { until }),
    })),
  );
  const title = speech.text(traveller.mission.programme.mission.title);
  // The library that writes it is large, and is loaded when it is wanted.
  const { invitationSheet } = await import("../documents/invitation-sheet.ts");
  const sheet = await invitationSheet({
    title: speech.say("sheet-title", { mission: title }),
    entries,
    words: {
      language: speech.language,
      hint: speech.say("sheet-hint"),
      orLink: speech.say("sheet-or-link"),
    },
  });
  await enterDeed(parts, traveller, "invite-all", mission);
  return ctx.replyWithDocument(new InputFile(sheet, `${mission}-invitations.docx`), {
    caption: speech.say("invite-all-done", { count: seats.length, until }),
  });
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

/** A link to a seat, in a message made to be forwarded. */
export function issueSeatLink(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  { id }: Seat,
): Promise<unknown> {
  return sendLink(parts, ctx, traveller, { kind: "seat", mission: missionIdOf(traveller), seat: id }, false);
}

async function sendLink(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  what: Invited,
  renewing: boolean,
) {
  const { store, clock } = parts;
  const { reading } = traveller;
  const now = clock.now();
  const life = { now, expiresAt: now + LIVES_FOR };
  const uses = what.kind === "seat" ? 1 : GROUP_USES;
  const code = renewing
    ? await store.invitations.renew(what, uses, life)
    : await store.invitations.create(what, uses, life);
  await enterDeed(parts, traveller, renewing ? "links-renewed" : `invite-${what.kind}`, aboutOf(what));
  const whom = await nameOf(parts, traveller, what);
  const until = lastDay(traveller, life.expiresAt);
  const link = deepLink(ctx.me.username, code);
  await ctx.answerCallbackQuery(reading.speech.say("invite-forward"));
  return respond(ctx, invitationMessage(reading, { link, whom, uses, until }));
}

/** The day a link ends, where the mission lives. */
function lastDay({ mission, reading }: Traveller, expiresAt: number): string {
  return dayAndMonth(dateIn(mission.programme.mission.timezone, expiresAt), reading.speech.language);
}

/** Opens the bot and sends it `/start` with the code (Telegram, deep linking: A-Z a-z 0-9 _ -, at most 64). */
export function deepLink(username: string, code: string): string {
  return `https://t.me/${username}?start=${code}`;
}
