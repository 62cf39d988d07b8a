/** Looking after a broadcast that has been sent: its account, who has not confirmed, recalling, updating. */
import type { Composer } from "grammy";
import { standingsOf } from "../delivery/broadcast-card.ts";
import { waitingFor } from "../delivery/broadcast-tasks.ts";
import { type Broadcast, ESCORTS_AFTER } from "../domain/broadcasts.ts";
import type { Seat } from "../domain/mission.ts";
import { bySeat } from "../domain/seats.ts";
import { askSure, broadcastView } from "../messages/broadcast-accounts.ts";
import { accountByPerson, waitingList } from "../messages/broadcast-people.ts";
import { type BotMessage, plain } from "../messages/message.ts";
import { about, tooLate } from "./broadcast-steps.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { redraw, respond } from "./respond.ts";

type Tap = Tapped<MemberContext>;

export function lookAfter(parts: ChatParts, composer: Composer<MemberContext>): void {
  onOrganiserPress(parts, composer, "castList", (ctx, traveller, { cast, what, from }) =>
    about(parts, ctx, traveller, cast, async (broadcast) => {
      const list = what === "waiting" ? waitingPage : accountPage;
      return redraw(ctx, await list(parts, traveller, broadcast, startOf(from)));
    }),
  );
  onOrganiserPress(parts, composer, "castUpdate", (ctx, traveller, { cast, version }) =>
    about(parts, ctx, traveller, cast, () => update(parts, ctx, traveller, cast, Number(version))),
  );
}

/** One broadcast as it stands now. */
export async function viewOf(
  { store }: ChatParts,
  traveller: Traveller,
  broadcast: Broadcast,
): Promise<BotMessage> {
  const mission = missionIdOf(traveller);
  const [standings, confirmed] = await Promise.all([
    standingsOf(store, mission, broadcast, "send"),
    store.broadcasts.confirmed(mission, broadcast.id),
  ]);
  return broadcastView(traveller.reading, broadcast, {
    standings: [...standings.values()],
    confirmed: confirmed.size,
  });
}

async function accountPage(
  { store }: ChatParts,
  traveller: Traveller,
  broadcast: Broadcast,
  from: number,
): Promise<BotMessage> {
  const mission = missionIdOf(traveller);
  const [standings, confirmed, seats] = await Promise.all([
    standingsOf(store, mission, broadcast, "send"),
    store.broadcasts.confirmed(mission, broadcast.id),
    seatsOf(store, mission),
  ]);
  const lines = [...standings].flatMap(([id, standing]) => {
    const seat = seats.get(id);
    return seat === undefined ? [] : [{ seat, standing, confirmedAt: confirmed.get(id) }];
  });
  return accountByPerson(traveller.reading, broadcast, { lines, from });
}

async function waitingPage(
  { store }: ChatParts,
  traveller: Traveller,
  broadcast: Broadcast,
  from: number,
): Promise<BotMessage> {
  const mission = missionIdOf(traveller);
  const [waiting, seats] = await Promise.all([
    waitingFor(store, mission, broadcast),
    seatsOf(store, mission),
  ]);
  const people = waiting.map((id) => seats.get(id)).filter((seat) => seat !== undefined);
  return waitingList(traveller.reading, broadcast, { people, from });
}

async function seatsOf({ people }: ChatParts["store"], mission: string): Promise<Map<string, Seat>> {
  return bySeat(await people.seats(mission));
}

/** Reminding and recalling, each after being asked whether one is sure; and leaving the copies as they are. */
export async function careFor(
  parts: ChatParts,
  ctx: Tap,
  traveller: Traveller,
  broadcast: Broadcast,
  what: string,
): Promise<unknown> {
  const { store } = parts;
  const { reading } = traveller;
  const isOut = broadcast.state === "sent" && broadcast.sent !== undefined;
  switch (what) {
    case "chase": {
      const people = (await waitingFor(store, missionIdOf(traveller), broadcast)).length;
      if (!isOut || broadcast.chasedAt !== undefined || people === 0) return tooLate(ctx);
      return redraw(ctx, askSure(reading, broadcast, { what, people }));
    }
    case "chaseYes":
      return chase(parts, ctx, traveller, broadcast.id);
    case "recall": {
      if (!isOut) return tooLate(ctx);
      // Below the card, which is redrawn while it is at work.
      return respond(ctx, askSure(reading, broadcast, { what, people: broadcast.sent?.to.length ?? 0 }));
    }
    case "recallYes":
      return recall(parts, ctx, traveller, broadcast.id);
    case "leave": {
      await store.broadcasts.amend(missionIdOf(traveller), broadcast.id, ({ edited: _, ...was }) => ({
        to: was,
      }));
      return redraw(ctx, { text: plain(reading.speech.say("cast-left-alone")) });
    }
    default:
      return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
  }
}

/** Once: the second tap, or the other organiser's, finds it done. */
async function chase(parts: ChatParts, ctx: Tap, traveller: Traveller, id: string): Promise<unknown> {
  const now = parts.clock.now();
  const chased = await parts.store.broadcasts.amend(missionIdOf(traveller), id, (was) => {
    if (was.state !== "sent" || was.chasedAt !== undefined) return undefined;
    return { to: { ...was, chasedAt: now }, due: { chase: now, escort: now + ESCORTS_AFTER } };
  });
  if (chased === undefined) return tooLate(ctx);
  await enterDeed(parts, traveller, "broadcast-chased", id);
  return redraw(ctx, await waitingPage(parts, traveller, chased, 0));
}

async function recall(parts: ChatParts, ctx: Tap, traveller: Traveller, id: string): Promise<unknown> {
  const now = parts.clock.now();
  const recalled = await parts.store.broadcasts.amend(missionIdOf(traveller), id, (was) => {
    if (was.state !== "sent") return undefined;
    return { to: { ...was, state: "recalled", recalledAt: now }, due: { recall: now } };
  });
  if (recalled === undefined) return tooLate(ctx);
  await enterDeed(parts, traveller, "broadcast-recalled", id);
  return redraw(ctx, { text: plain(traveller.reading.speech.say("cast-recall-goes")) });
}

/** The organiser's later words go to the copies, or into what is still to be sent. */
async function update(
  parts: ChatParts,
  ctx: Tap,
  traveller: Traveller,
  id: string,
  version: number,
): Promise<unknown> {
  const now = parts.clock.now();
  const updated = await parts.store.broadcasts.amend(missionIdOf(traveller), id, ({ edited, ...was }) => {
    if (edited === undefined || was.version !== version) return undefined;
    if (was.state !== "sent" && was.state !== "scheduled") return undefined;
    const to = { ...was, items: edited, version: version + 1 };
    return was.state === "sent" ? { to, due: { update: now } } : { to };
  });
  if (updated === undefined) return tooLate(ctx);
  await enterDeed(parts, traveller, "broadcast-updated", id);
  const said = updated.state === "sent" ? "cast-update-goes" : "cast-replaced";
  return redraw(ctx, { text: plain(traveller.reading.speech.say(said)) });
}
