/** What the delegation's chat is told, once and silently: what has changed for anybody, and what organisers call important. */
import { calledOffWith, dueAt, generalProgramme, isHidden, newsOf, type Told } from "../domain/news.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { generalNews } from "../messages/delegation-chat.ts";
import type { BoundChat } from "../storage/chats.ts";
import { hasEnded } from "../storage/ledger.ts";
import { settleBroadcast } from "./broadcast-jobs.ts";
import { groupOf } from "./organisers-chat.ts";
import { type DeliveryParts, deliver, type Recipient, written } from "./parcel.ts";
import { type DeliveryJob, type DeliveryKind, delegationChat } from "./queue.ts";

/** Settles what a job says the chat may be owed. @throws Later when it has to be tried again */
export async function settleDelegationChat(
  parts: DeliveryParts,
  kind: DeliveryKind,
  job: DeliveryJob,
): Promise<void> {
  const { missions, chats } = parts.store;
  const [mission, bound] = await Promise.all([
    missions.inForce(job.mission),
    chats.bound(job.mission, "delegation"),
  ]);
  if (mission === undefined || bound === undefined) return;
  const recipient = await recipientOf(parts, mission, bound);
  // A mission that is a draft is nobody's business here.
  if (isHidden(generalProgramme(mission.programme))) return;
  if (kind === "news") await settleNews(recipient, bound);
  else if (kind === "broadcast") await settleBroadcast(recipient, job.about ?? "");
}

async function recipientOf(
  parts: DeliveryParts,
  mission: MissionInForce,
  bound: BoundChat,
): Promise<Recipient> {
  const now = parts.clock.now();
  const { mission: file } = mission.programme;
  const ledger = await parts.store.ledger.of(bound.mission, delegationChat);
  const { seat: general, events: own } = generalProgramme(mission.programme);
  const seat = { ...general, id: delegationChat };
  const speech = parts.speeches(bound.language, file.languages[0]);
  return {
    ...{ seat, parts, mission },
    participant: {
      ...{ seat: seat.id, user: 0, chat: bound.chat },
      ...{ language: bound.language, joinedAt: bound.at },
    },
    reading: { mission, seat, own, choices: {}, speech, now },
    ended: (identity) => hasEnded(ledger.get(identity), now),
    entryOf: (identity) => ledger.get(identity),
    group: groupOf(parts, bound, now),
  };
}

/** The same as a member's news, but nobody confirms a notice here, and so none takes another's place. */
async function settleNews(recipient: Recipient, bound: BoundChat): Promise<void> {
  const { parts, mission, reading, entryOf } = recipient;
  const { missions, chats } = parts.store;
  const { revision } = mission.programme;
  const told = bound.told ?? { revision, step: 0 };
  const { telling } = bound;
  if (told.revision === revision && (telling === undefined || telling.revision === revision)) return;
  const [before, between] = await Promise.all([
    missions.revision(bound.mission, told.revision),
    telling && missions.revision(bound.mission, telling.revision),
  ]);
  if (before === undefined) return;
  const { now } = reading;
  const after = { ...generalProgramme(mission.programme), seat: recipient.seat };
  const calledOff = [...(told.calledOff ?? []), ...(telling?.calledOff ?? [])];
  const news = newsOf({
    told: generalProgramme(before.programme),
    heard: between && generalProgramme(between.programme),
    calledOff,
    after,
    now,
  });
  const inForce: Told = {
    ...{ revision, step: told.step + 1 },
    ...calledOffWith(news, calledOff, mission.programme),
  };
  if (news.kind === "none" || news.kind === "wording")
    return chats.setTold(bound.mission, "delegation", inForce);
  if (news.kind === "changes") {
    const numbers = Array.from({ length: revision - told.revision }, (_, index) => told.revision + 1 + index);
    const history = await Promise.all(numbers.map((number) => missions.revision(bound.mission, number)));
    const releases = history.flatMap((one) => (one === undefined ? [] : [one.release]));
    if (dueAt(news.fresh, { releases, own: after, seatChanged: false }) > now) return;
  }
  const identity = `change/${inForce.step}.${revision}`;
  if (entryOf(identity)?.outcome !== "delivered") {
    await chats.setTelling(bound.mission, "delegation", inForce);
    const sent = await deliver(recipient, {
      identities: [identity],
      send: written(generalNews(reading, news)),
      silent: true,
      priority: "change",
      expiresAt: Number.POSITIVE_INFINITY,
    });
    if (sent === undefined) return chats.setTold(bound.mission, "delegation", undefined);
  }
  await chats.setTold(bound.mission, "delegation", inForce);
}
