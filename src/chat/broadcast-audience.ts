/** Choosing whom a broadcast is for. */
import { circleFor, waitingFor } from "../delivery/broadcast-tasks.ts";
import { type Audience, type Broadcast, type Circle, membersOf } from "../domain/broadcasts.ts";
import { endOf } from "../domain/timetable.ts";
import { askAudience, askEarlier, askEventOf, askGroups, ON_A_PAGE } from "../messages/broadcast-audience.ts";
import type { BotMessage } from "../messages/message.ts";
import { eventBy } from "../messages/reading.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { startOf } from "./press.ts";
import { respond } from "./respond.ts";

/** Asks for whom; a message of its own, below what was written. */
export async function askForWhom(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  broadcast: Broadcast,
): Promise<undefined> {
  await respond(ctx, await audienceQuestion(parts, traveller, broadcast));
  return undefined;
}

export async function audienceQuestion(
  parts: ChatParts,
  traveller: Traveller,
  broadcast: Broadcast,
): Promise<BotMessage> {
  const circle = await circleOf(parts, traveller);
  const count = (audience: Audience) => membersOf(audience, broadcast.by, circle).length;
  const earlier = await earlierOnes(parts, traveller, broadcast);
  return askAudience(traveller.reading, broadcast, {
    all: count({ kind: "all" }),
    undecided: count({ kind: "undecided" }),
    unconfirmed: earlier.length > 0,
  });
}

/** What a button of the choice leads to: a further question, or an audience. */
export async function chosen(
  parts: ChatParts,
  traveller: Traveller,
  broadcast: Broadcast,
  { kind, which }: { kind: string; which: string },
): Promise<{ ask: BotMessage } | { audience: Audience } | undefined> {
  const { mission, reading } = traveller;
  switch (kind) {
    case "a":
      return { audience: { kind: "all" } };
    case "u":
      return { audience: { kind: "undecided" } };
    case "b":
      return { audience: { kind: "unconfirmed", broadcast: which } };
    case "B": {
      const earlier = await earlierOnes(parts, traveller, broadcast);
      return { ask: askEarlier(reading, broadcast, earlier, startOf(which)) };
    }
    case "e": {
      const event = eventBy(mission, which)?.event;
      return event && { audience: { kind: "event", event: event.id } };
    }
    case "E":
      return { ask: await eventQuestion(parts, traveller, broadcast, startOf(which)) };
    default:
      return undefined;
  }
}

/** The groups of an audience with one more, or one less. */
export function withGroup(audience: Audience | undefined, group: string, added: boolean): Audience {
  const groups = audience?.kind === "groups" ? audience.groups : [];
  const rest = groups.filter((one) => one !== group);
  return { kind: "groups", groups: added ? [...rest, group] : rest };
}

/** Which groups? The page that begins there; or, after a tick, the page that group is on. */
export async function groupsQuestion(
  parts: ChatParts,
  traveller: Traveller,
  broadcast: Broadcast,
  at: { readonly from: number } | { readonly group: string },
): Promise<BotMessage> {
  const circle = await circleOf(parts, traveller);
  const count = (audience: Audience) => membersOf(audience, broadcast.by, circle).length;
  const groups = traveller.mission.programme.mission.groups ?? [];
  const { audience } = broadcast;
  const place = "group" in at ? groups.findIndex(({ id }) => id === at.group) : at.from;
  return askGroups(traveller.reading, broadcast, {
    people: audience?.kind === "groups" ? count(audience) : 0,
    from: "group" in at ? Math.max(0, place - (place % ON_A_PAGE)) : place,
    counts: new Map(groups.map(({ id }) => [id, count({ kind: "groups", groups: [id] })])),
  });
}

async function eventQuestion(
  parts: ChatParts,
  traveller: Traveller,
  broadcast: Broadcast,
  from: number,
): Promise<BotMessage> {
  const { reading, mission } = traveller;
  const circle = await circleOf(parts, traveller);
  const { events } = mission.programme;
  const over = events.filter((timed) => endOf(timed) <= reading.now).reverse();
  const ahead = events.filter((timed) => endOf(timed) > reading.now);
  const counted = [...ahead, ...over].map((timed) => ({
    timed,
    people: membersOf({ kind: "event", event: timed.event.id }, broadcast.by, circle).length,
  }));
  return askEventOf(reading, broadcast, { events: counted, from });
}

/** Earlier important ones that somebody has not confirmed. */
async function earlierOnes({ store }: ChatParts, traveller: Traveller, { id }: Broadcast) {
  const mission = missionIdOf(traveller);
  const all = await store.broadcasts.all(mission);
  const asked = all.filter((one) => one.id !== id && one.state === "sent" && one.important);
  const counted = await Promise.all(
    asked.map(async (broadcast) => ({
      broadcast,
      people: (await waitingFor(store, mission, broadcast)).length,
    })),
  );
  return counted.filter(({ people }) => people > 0);
}

async function circleOf({ store }: ChatParts, traveller: Traveller): Promise<Circle> {
  const { reading, mission } = traveller;
  const circle = await circleFor(store, missionIdOf(traveller), undefined, reading.now);
  const { programme } = mission;
  return circle ?? { programme, members: [], choices: new Map(), unconfirmed: new Set(), now: reading.now };
}
