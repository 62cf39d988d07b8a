/** Who sits where: moving a person, replacing one, freeing a seat. The question names one person; its button no other. */
import { Composer } from "grammy";
import { queueCard, queueMarks } from "../delivery/organisers.ts";
import { jobOf } from "../delivery/queue.ts";
import { unpinMessage } from "../delivery/telegram.ts";
import type { Seat } from "../domain/mission.ts";
import { isAsker, type Question } from "../domain/questions.ts";
import { isTaken, type Member, type Participant, type Place } from "../domain/seats.ts";
import { leaveNews, moveNews } from "../messages/member-news.ts";
import { plain } from "../messages/message.ts";
import { askLeave, askMove, askMoveWhere, sittingTag } from "../messages/seat-questions.ts";
import { Scenes } from "../storage/scenes.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { issueSeatLink } from "./inviting.ts";
import { renewCommands } from "./menu.ts";
import { placeBy, placesOf, showSeat, warn } from "./people.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw } from "./respond.ts";
import { tell } from "./telling.ts";

/** Somebody in a seat. */
type Taken = Place & Member;

export function seating(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  onOrganiserPress(parts, composer, "seatMove", async (ctx, traveller, { seat: id, from }) => {
    const places = await placesOf(parts, traveller);
    const place = places.filter(isTaken).find(({ seat }) => seat.id === id);
    if (place === undefined) return warn(ctx, ctx.speech.say("seat-changed"));
    const seats = places.filter((one) => !isTaken(one)).map(({ seat }) => seat);
    return redraw(ctx, askMoveWhere(traveller.reading, place.seat, { seats, from: startOf(from) }));
  });
  onOrganiserPress(parts, composer, "seatMoveTo", async (ctx, traveller, { seat: id, to }) => {
    const places = await placesOf(parts, traveller);
    const place = places.filter(isTaken).find(({ seat }) => seat.id === id);
    const target = placeBy(places, to);
    if (place === undefined || target === undefined) return warn(ctx, ctx.speech.say("seat-changed"));
    if (isTaken(target)) return warn(ctx, ctx.speech.say("invite-taken"));
    return redraw(ctx, askMove(traveller.reading, place.seat, place.participant, target.seat));
  });
  onOrganiserPress(parts, composer, "seatMoveYes", async (ctx, traveller, { who, to }) => {
    const places = await placesOf(parts, traveller);
    const place = places.filter(isTaken).find(({ participant }) => sittingTag(participant) === who);
    const target = placeBy(places, to);
    if (place === undefined || target === undefined) return warn(ctx, ctx.speech.say("seat-changed"));
    return move(parts, ctx, traveller, place, target.seat);
  });

  onOrganiserPress(parts, composer, "seatLeave", async (ctx, traveller, { seat: id, how }) => {
    const place = (await placesOf(parts, traveller)).filter(isTaken).find(({ seat }) => seat.id === id);
    if (place === undefined) return warn(ctx, ctx.speech.say("seat-changed"));
    const question = how === "replace" ? "replace" : "free";
    return redraw(ctx, askLeave(traveller.reading, place.seat, place.participant, question));
  });
  onOrganiserPress(parts, composer, "seatLeaveYes", async (ctx, traveller, { who, how }) => {
    const places = (await placesOf(parts, traveller)).filter(isTaken);
    const place = places.find(({ participant }) => sittingTag(participant) === who);
    if (place === undefined) return warn(ctx, ctx.speech.say("seat-changed"));
    return leave(parts, ctx, traveller, place, how === "replace");
  });

  return composer;
}

async function move(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  { participant }: Taken,
  to: Seat,
): Promise<unknown> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const outcome = await store.seating.move(mission, participant, to.id);
  if (outcome === "gone") return warn(ctx, ctx.speech.say("seat-changed"));
  if (outcome === "seat taken") return warn(ctx, ctx.speech.say("invite-taken"));
  if (outcome === "last organiser") return warn(ctx, ctx.speech.say("last-organiser"));
  await enterDeed(parts, traveller, "seat-moved", to.id);
  const moved = { seat: to, participant: { ...participant, seat: to.id } };
  await tell(parts, ctx.api, mission, moved, (speech) => moveNews(speech, to));
  await renewCommands(parts, ctx.api, participant.user);
  // What was on its way to the old seat is still owed.
  const owed = { mission, seat: to.id };
  const occasion = `moved-${ctx.update.update_id}`;
  await store.stirred.add(mission, to.id);
  await parts.queue.addBulk([jobOf("reminder", owed, occasion), jobOf("digest", owed, occasion)]);
  const broadcasts = (await store.broadcasts.all(mission)).filter(({ sent }) => sent?.to.includes(to.id));
  const tasks = broadcasts.map(({ id, state }) => `${state === "recalled" ? "recall" : "send"}.${id}`);
  await parts.queue.addBulk(
    tasks.map((about) => jobOf("broadcast", { ...owed, about }, `${occasion}.${about}`)),
  );
  return afterwards(parts, ctx, traveller, participant, to.id, "move-done");
}

async function leave(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  { seat, participant }: Taken,
  replaced: boolean,
): Promise<unknown> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const { chat } = participant;
  const pinned = [...(await store.ledger.of(mission, seat.id)).values()].filter(
    ({ pin }) => pin === "pinned",
  );
  const asked = await openQuestionsOf(parts, mission, seat.id);
  const by = traveller.seat.id;
  const outcome = await store.seating.leave(mission, participant, { replaced, by, at: parts.clock.now() });
  if (outcome === "gone") return warn(ctx, ctx.speech.say("seat-changed"));
  if (outcome === "last organiser") return warn(ctx, ctx.speech.say("last-organiser"));
  // What stands on top of their chat is no longer theirs.
  for (const { message } of pinned) {
    if (message !== undefined) await unpinMessage(ctx.api, { chat, message });
  }
  await new Scenes<unknown>(store.redis, store.keys).delete(String(participant.chat));
  await enterDeed(parts, traveller, replaced ? "seat-replaced" : "seat-freed", seat.id);
  // They were closed with the seat's leaving; whoever has a copy before them sees it.
  for (const { id } of asked) {
    const closed = await store.questions.find(mission, id);
    if (closed !== undefined) await queueMarks(parts, traveller.mission, closed);
  }
  await queueCard(parts, mission);
  const others = Object.keys(await store.people.seatsOfUser(participant.user)).length > 0;
  const { title } = traveller.mission.programme.mission;
  await tell(parts, ctx.api, mission, { seat, participant }, (speech) =>
    leaveNews(speech, speech.text(title), others),
  );
  await renewCommands(parts, ctx.api, participant.user);
  await afterwards(parts, ctx, traveller, participant, seat.id, replaced ? "replace-done" : "free-done");
  if (replaced) await issueSeatLink(parts, ctx, traveller, seat);
}

async function openQuestionsOf({ store }: ChatParts, mission: string, seat: string): Promise<Question[]> {
  const all = { which: "open", from: 0, most: Number.POSITIVE_INFINITY } as const;
  return (await store.questions.page(mission, all)).questions.filter((question) => isAsker(question, seat));
}

/** The card as it is now; but who has changed their own place may no longer be the one to see it. */
function afterwards(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  { user }: Participant,
  seat: string,
  done: "move-done" | "replace-done" | "free-done",
): Promise<unknown> {
  const text = ctx.speech.say(done);
  if (user === traveller.participant.user) return redraw(ctx, { text: plain(text) });
  return showSeat(parts, ctx, traveller, seat);
}
