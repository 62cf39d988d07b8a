/** Requests to join: an outsider asks, an organiser decides. */
import { type Api, Composer } from "grammy";
import { queueCard } from "../delivery/organisers.ts";
import {
  announceRequest,
  missionsOrganisedBy,
  requestIdentity,
  requestReaders,
} from "../delivery/requests.ts";
import { send } from "../delivery/telegram.ts";
import type { Language } from "../domain/mission.ts";
import type { Participant } from "../domain/seats.ts";
import { cleaned, isBlank } from "../domain/words.ts";
import { grantedMessage, outsiderMessage } from "../messages/joining.ts";
import type { BotMessage } from "../messages/message.ts";
import { whoIs } from "../messages/names.ts";
import {
  askDecline,
  askWhere,
  requestDecided,
  requestMessage,
  requestsMessage,
} from "../messages/requests.ts";
import type { Speech } from "../messages/speech.ts";
import type { Invited } from "../storage/invitations.ts";
import type { AccessRequest, Decision } from "../storage/requests.ts";
import type { ChatContext, ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { LIVES_FOR } from "./inviting.ts";
import { joinQuestion } from "./joining.ts";
import { isOld, placesOf, warn } from "./people.ts";
import { onOrganiserPress, onPress, startOf, type Tapped } from "./press.ts";
import { edit, redraw } from "./respond.ts";

/** «Попросить доступ», for people without a seat anywhere. */
export function asking(parts: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  const { store, clock, queue } = parts;
  const outsiders = composer.filter((ctx) => ctx.traveller === undefined && ctx.chat?.type === "private");
  onPress(outsiders, "askAccess", async (ctx) => {
    const { id: user, first_name, last_name = "" } = ctx.from;
    const name = cleaned(`${first_name} ${last_name}`).replaceAll(/\s+/g, " ");
    const outcome = await store.requests.ask({
      user,
      chat: user,
      name: isBlank(name) ? "" : name,
      language: ctx.speech.language,
      at: clock.now(),
    });
    if (outcome === "too many") return redraw(ctx, outsiderMessage(ctx.speech, "request-too-many"));
    // Asked before, it may have been cut short before anybody was told; whoever was told is not told again.
    const request = await store.requests.openOf(user);
    if (request === undefined) return redraw(ctx, outsiderMessage(ctx.speech, "outsider"));
    await announceRequest(store, queue, request.id);
    await redrawCards(parts);
    return redraw(ctx, outsiderMessage(ctx.speech, "request-sent"));
  });
  return composer;
}

/** The organisers' side. */
export function requests(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  onOrganiserPress(parts, composer, "requests", async (ctx, traveller, { from }) => {
    const open = await store.requests.open(missionIdOf(traveller));
    return redraw(ctx, requestsMessage(traveller.reading, open, startOf(from)));
  });
  onOrganiserPress(parts, composer, "request", (ctx, traveller, { request: id }) =>
    aboutRequest(parts, ctx, traveller, id, async (request) => {
      const missions = await missionsOrganisedBy(store, ctx.from.id);
      return redraw(ctx, requestMessage(traveller.reading, request, missions));
    }),
  );

  onOrganiserPress(parts, composer, "admit", (ctx, traveller, { request: id, from }) =>
    aboutRequest(parts, ctx, traveller, id, async (request) => {
      const places = await placesOf(parts, traveller);
      const seats = places.filter(({ participant }) => participant === undefined).map(({ seat }) => seat);
      return redraw(ctx, askWhere(traveller.reading, request, { seats, from: startOf(from) }));
    }),
  );
  onOrganiserPress(parts, composer, "admitSeat", (ctx, traveller, { request: id, seat: seatId }) =>
    aboutRequest(parts, ctx, traveller, id, async (request) => {
      const place = (await placesOf(parts, traveller)).find(({ seat }) => seat.id === seatId);
      if (place === undefined) return isOld(ctx);
      if (place.participant !== undefined) return warn(ctx, ctx.speech.say("invite-taken"));
      const what = { kind: "seat", mission: missionIdOf(traveller), seat: seatId } as const;
      return grant(parts, ctx, traveller, request, what);
    }),
  );
  onOrganiserPress(parts, composer, "admitGroup", (ctx, traveller, { request: id, group }) =>
    aboutRequest(parts, ctx, traveller, id, async (request) => {
      const { groups = [] } = traveller.mission.programme.mission;
      if (!groups.some((one) => one.id === group)) return isOld(ctx);
      const what = { kind: "group", mission: missionIdOf(traveller), group } as const;
      return grant(parts, ctx, traveller, request, what);
    }),
  );

  onOrganiserPress(parts, composer, "decline", (ctx, traveller, { request: id }) =>
    aboutRequest(parts, ctx, traveller, id, (request) => redraw(ctx, askDecline(traveller.reading, request))),
  );
  onOrganiserPress(parts, composer, "declineYes", (ctx, traveller, { request: id }) =>
    aboutRequest(parts, ctx, traveller, id, (request) => decline(parts, ctx, traveller, request)),
  );

  return composer;
}

/** A request that waits, or that this very update decided before it was cut short; of any other it is said how it ended. */
async function aboutRequest(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  id: string,
  act: (request: AccessRequest) => Promise<unknown>,
): Promise<unknown> {
  const { store } = parts;
  const request = await store.requests.find(id);
  if (request !== undefined) return act(request);
  const decision = await store.requests.decision(id);
  if (decision === undefined) return warn(ctx, ctx.speech.say("request-gone"));
  if (decision.update === ctx.update.update_id) return act(decision.request);
  return tooLate(parts, ctx, traveller, decision);
}

async function tooLate(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  { participant }: Traveller,
  decision: Decision,
): Promise<void> {
  await warn(ctx, ctx.speech.say("request-decided"));
  await redraw(ctx, await decisionFor(parts, decision, participant));
}

async function grant(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  request: AccessRequest,
  what: Invited,
): Promise<unknown> {
  const { store, clock } = parts;
  const decision = await decide(parts, ctx, traveller, request, { granted: true, to: what });
  if (decision === undefined) return;
  const now = clock.now();
  const code = await store.invitations.create(what, 1, { now, expiresAt: now + LIVES_FOR });
  await store.requests.grant(request.user, code);
  const question = await joinQuestion(parts, { code, for: what }, request.language, null);
  const told = await answer(parts, ctx.api, request, (own) => grantedMessage(own, question));
  await enterDeed(parts, traveller, "request-granted", what.kind === "seat" ? what.seat : what.group);
  await showDecided(parts, ctx, traveller, decision);
  if (!told) await ctx.reply(ctx.speech.say("request-unreachable"));
}

async function decline(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  request: AccessRequest,
): Promise<unknown> {
  const decision = await decide(parts, ctx, traveller, request, { granted: false });
  if (decision === undefined) return;
  await answer(parts, ctx.api, request, (own) => outsiderMessage(own, "request-refused"));
  await enterDeed(parts, traveller, "request-declined", request.id);
  await showDecided(parts, ctx, traveller, decision);
}

/** The number of requests stands on the card of every mission's organisers. */
async function redrawCards(parts: ChatParts): Promise<void> {
  for (const mission of await parts.store.missions.ids()) await queueCard(parts, mission);
}

/** Nothing when another was first, who then has been shown to the one who tapped. */
async function decide(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  request: AccessRequest,
  how: Pick<Decision, "granted" | "to">,
): Promise<Decision | undefined> {
  const update = ctx.update.update_id;
  const own = { request, by: traveller.seat.id, update, ...how };
  const decision = await parts.store.requests.decide(own);
  await redrawCards(parts);
  if (decision?.update === update) return decision;
  if (decision === undefined) await warn(ctx, ctx.speech.say("request-gone"));
  else await tooLate(parts, ctx, traveller, decision);
  return undefined;
}

/** How a decision looks to an organiser: of another mission nothing but that it was made. */
async function decisionFor(
  { store, speeches }: ChatParts,
  { to, request, granted }: Decision,
  { user, language }: Participant,
): Promise<BotMessage> {
  const speech = speeches(language);
  const seats = await store.people.seatsOfUser(user);
  if (to === undefined || !(to.mission in seats)) return requestDecided(speech, request, { granted });
  const mission = await store.missions.inForce(to.mission);
  const group = mission?.programme.mission.groups?.find((one) => to.kind === "group" && one.id === to.group);
  const seat = to.kind === "seat" ? await store.people.seat(to.mission, to.seat) : undefined;
  const title = seat === undefined ? group && speech.text(group.title) : whoIs(seat, speech);
  return requestDecided(speech, request, { granted, ...(title === undefined ? {} : { to: title }) });
}

/** Answers whoever asked; false when they cannot be reached. @throws when Telegram is to be asked again */
async function answer(
  { speeches }: ChatParts,
  api: Api,
  { chat, language }: { chat: number; language: Language },
  compose: (speech: Speech) => BotMessage,
): Promise<boolean> {
  const result = await send(api, chat, compose(speeches(language)));
  if (result.kind === "wait") throw new Error(`a request is not answered yet: ${result.why}`);
  return result.kind === "sent";
}

/** Every organiser's message about a request says how it ended, each in their language; so does the one tapped. */
async function showDecided(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  decision: Decision,
): Promise<void> {
  const { store } = parts;
  await redraw(ctx, await decisionFor(parts, decision, traveller.participant));
  const tapped = ctx.callbackQuery.message;
  for (const { mission, seat, participant } of await requestReaders(store)) {
    const ledger = await store.ledger.of(mission.programme.mission.id, seat.id);
    const { chat, message } = ledger.get(requestIdentity(decision.request.id)) ?? {};
    if (chat === undefined || message === undefined) continue;
    if (tapped?.chat.id === chat && tapped.message_id === message) continue;
    await edit(ctx, { chat, message }, await decisionFor(parts, decision, participant));
  }
}
