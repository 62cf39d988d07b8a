/** News to one member: what of the programme they have been told, and the one notice that makes it all they need. */
import { wishesFor } from "../domain/absences.ts";
import { dueToBoth } from "../domain/aides.ts";
import { callOf, type EventChange, type OwnProgramme } from "../domain/changes.ts";
import {
  asTold,
  calledOffWith,
  confirmationsOf,
  dueAt,
  isHidden,
  type News,
  type Notice,
  newsOf,
  sameTold,
  standingOf,
  type Told,
  toldFor,
  toldOf,
} from "../domain/news.ts";
import { remindersOf } from "../domain/reminders.ts";
import { owedTo } from "../domain/seats.ts";
import { type Programme, type Release, zoneAt } from "../domain/timetable.ts";
import { isQuiet } from "../domain/wishes.ts";
import type { BotMessage } from "../messages/message.ts";
import { approvedMessage, newsMessage, noticeReplaced, withdrawnMessage } from "../messages/news.ts";
import { queueCards } from "./days.ts";
import { deliver, Later, type Recipient, written } from "./parcel.ts";
import { withSending } from "./sending.ts";
import { changeMessage, removeMessage } from "./telegram.ts";

const HOUR = 60 * 60 * 1000;
/** In quiet hours a notice rings only for what begins this soon. */
const PRESSING = 3 * HOUR;

/** What stands between what a member was told and what is in force. */
interface Gap {
  readonly told: Told;
  readonly inForce: Told;
  readonly toldOwn: OwnProgramme;
  readonly after: OwnProgramme;
  /** The latest they were sent. */
  readonly notice: Notice | undefined;
  /** The notice that has not been confirmed: the next one tells what it told, and takes its place. */
  readonly unconfirmed: Notice | undefined;
  readonly news: News;
  readonly releases: readonly Release[];
}

/**
 * Tells a member the news they are owed, if its time has come. It comes before anything else that is sent to them: a
 * reminder of an event they do not know has moved would only confuse. The answer is whether they were told anything.
 * @throws Later when it has to be tried again
 */
export async function settleNews(recipient: Recipient): Promise<boolean> {
  await clearReplaced(recipient);
  const gap = await gapOf(recipient);
  if (gap === undefined) return false;
  const { news } = gap;
  const { now } = recipient.reading;
  if (news.kind === "none" || news.kind === "wording") {
    await advance(recipient, gap);
    return false;
  }
  if (news.kind === "changes" && timeOf(recipient, gap, news.fresh) > now) return false;
  await tell(recipient, gap);
  return true;
}

async function gapOf(recipient: Recipient): Promise<Gap | undefined> {
  const { parts, mission, seat, participant, reading } = recipient;
  const { principal } = reading;
  const { missions, notices } = parts.store;
  const { id } = mission.programme.mission;
  const { revision } = mission.programme;
  const told = toldFor(participant.told ?? toldOf(seat, 1), principal?.seat);
  const next = toldOf(seat, revision, told.step + 1, principal?.seat);
  const telling = participant.telling && toldFor(participant.telling, principal?.seat);
  if (sameTold(told, next) && (telling === undefined || sameTold(telling, next))) return undefined;
  const [before, between, notice, history] = await Promise.all([
    missions.revision(id, told.revision),
    telling && missions.revision(id, telling.revision),
    notices.of(id, seat.id),
    Promise.all(revisionsBetween(told.revision, revision).map((number) => missions.revision(id, number))),
  ]);
  // Only a Redis somebody has meddled with lacks a revision; then nothing can be compared.
  if (before === undefined) return undefined;
  const unconfirmed = notice?.confirmedAt === undefined ? notice : undefined;
  const knownMission = unconfirmed && (await missions.revision(id, unconfirmed.from.revision));
  const known = unconfirmed && knownMission && then(knownMission, toldFor(unconfirmed.from, principal?.seat));
  const toldOwn = then(before, told);
  const heard = telling && between && then(between, telling);
  const after = {
    ...{ programme: mission.programme, seat, events: reading.own },
    ...(principal === undefined ? {} : { principal: principal.seat }),
  };
  // What was on its way when the process died may have been read.
  const calledOff = [...(told.calledOff ?? []), ...(telling?.calledOff ?? [])];
  const news = newsOf({ told: toldOwn, heard, known, calledOff, after, now: reading.now });
  return {
    told,
    inForce: { ...next, ...calledOffWith(news, calledOff, mission.programme) },
    toldOwn,
    after,
    notice,
    // Whoever knew nothing was shown the programme, and keeps it.
    unconfirmed: known !== undefined && isHidden(known) ? undefined : unconfirmed,
    news,
    releases: history.flatMap((one) => (one === undefined ? [] : [one.release])),
  };

  function then({ programme }: { programme: Programme }, of: Told): OwnProgramme {
    return asTold(programme, seat, of, reading.choices, principal);
  }
}

/** Every revision after one, up to another. */
function revisionsBetween(told: number, inForce: number): number[] {
  return Array.from({ length: Math.max(0, inForce - told) }, (_, index) => told + 1 + index);
}

/** When the notice is due; a reminder of something changed that is due by now brings it forward. */
function timeOf(
  { participant, mission, reading }: Recipient,
  gap: Gap,
  changes: readonly EventChange[],
): number {
  const seatChanged = !sameTold({ ...gap.told, revision: 0 }, { ...gap.inForce, revision: 0 });
  const due = dueAt(changes, { releases: gap.releases, own: gap.toldOwn, seatChanged });
  const changed = new Set(changes.map(({ id }) => id));
  const reminded = remindersFor({ participant, mission, reading }).some(
    (reminder) => changed.has(reminder.eventId) && reminder.dueAt <= reading.now,
  );
  return reminded ? Math.min(due, reading.now) : due;
}

async function tell(recipient: Recipient, gap: Gap): Promise<void> {
  const { parts, mission, seat, reading, entryOf } = recipient;
  const { id } = mission.programme.mission;
  const identity = identityOf(gap);
  const { news, notice, unconfirmed: replaced } = gap;
  const entry = entryOf(identity);
  let sent = entry?.outcome === "delivered" ? entry : undefined;
  if (sent === undefined) {
    const { people } = parts.store;
    await people.setTelling(id, seat.id, gap.inForce);
    const { changes, fresh } = news.kind === "changes" ? news : { changes: [], fresh: [] };
    const answer = await deliver(recipient, {
      identities: [identity, ...remindedBy(recipient, changes)],
      send: written(messageFor(recipient, gap)),
      silent: isUntimely(recipient, fresh),
      priority: "change",
      expiresAt: Number.POSITIVE_INFINITY,
    });
    if (answer === undefined) {
      // Whoever was unreachable before is no news to the list.
      if (recipient.participant.unreachableSince === undefined) await stirReaders(recipient);
      return people.setUntold(id, seat.id);
    }
    sent = { outcome: "delivered", at: reading.now, ...answer };
  }
  // A crash may have left only the last step to be done; what was sent must not take its own place.
  const isNoted = notice !== undefined && notice.chat === sent.chat && notice.message === sent.message;
  const confirmedBefore = notice === undefined ? [] : confirmationsOf(notice);
  if (!isNoted)
    await parts.store.notices.set(id, seat.id, {
      revision: mission.programme.revision,
      from: replaced?.from ?? gap.told,
      chat: sent.chat ?? 0,
      message: sent.message ?? 0,
      sentAt: sent.at,
      ...(confirmedBefore.length === 0 ? {} : { confirmedBefore }),
      ...(replaced === undefined ? {} : { replaces: { chat: replaced.chat, message: replaced.message } }),
    });
  await advance(recipient, gap);
  await stirReaders(recipient);
  await clearReplaced(recipient);
}

/** Whoever has a list of who has confirmed open sees that this person has been told, or cannot be. */
async function stirReaders({ parts, mission, seat }: Recipient): Promise<void> {
  const { id } = mission.programme.mission;
  const readers = await parts.store.live.readers(id);
  await parts.store.stirred.add(id, ...readers.filter((reader) => reader !== seat.id));
}

function remindersFor({
  participant,
  mission,
  reading,
}: Pick<Recipient, "participant" | "mission" | "reading">) {
  const { programme } = mission;
  return owedTo(participant, (wishes) =>
    dueToBoth(programme, reading, participant.assistsSince, (own, ofPrincipal) =>
      remindersOf(programme, own, ofPrincipal ? wishesFor(wishes, reading.principal) : wishes),
    ),
  );
}

/** A reminder due by now of an event the notice tells of is the notice itself. */
function remindedBy({ participant, mission, reading, ended }: Recipient, changes: readonly EventChange[]) {
  const { now } = reading;
  const changed = new Set(changes.flatMap(({ id, after }) => (after === undefined ? [] : [id])));
  return remindersFor({ participant, mission, reading })
    .filter(({ eventId, dueAt, expiresAt }) => changed.has(eventId) && dueAt <= now && now < expiresAt)
    .map(({ identity }) => identity)
    .filter((identity) => !ended(identity));
}

/**
 * The slash keeps it apart from every event's id; a step a person takes to a revision, as whoever they are by then, is
 * told once.
 */
function identityOf({ inForce }: Gap): string {
  return `change/${inForce.step}.${inForce.revision}.${standingOf(inForce)}`;
}

function messageFor({ reading }: Recipient, { news }: Gap): BotMessage {
  if (news.kind === "approved") return approvedMessage(reading);
  if (news.kind === "withdrawn") return withdrawnMessage(reading);
  return newsMessage(reading, news.kind === "changes" ? news.changes : []);
}

function isUntimely({ participant, mission, reading }: Recipient, changes: readonly EventChange[]): boolean {
  const { quiet } = participant.wishes ?? {};
  const { own, now } = reading;
  if (quiet === undefined) return false;
  if (changes.some((change) => callOf(change) <= now + PRESSING)) return false;
  return isQuiet(quiet, now, zoneAt(own, now, mission.programme.mission.timezone));
}

/** They have been told of what is in force; what the chat shows of it is to be redrawn. */
async function advance({ parts, mission, seat }: Recipient, { inForce }: Gap): Promise<void> {
  const { id } = mission.programme.mission;
  await parts.store.people.setTold(id, seat.id, inForce);
  await queueCards(parts, id, [seat.id]);
}

/** Takes the notice before out of the chat; where that is too late, it says that a newer one stands below. */
async function clearReplaced({ parts, mission, seat, reading }: Recipient): Promise<void> {
  const { id } = mission.programme.mission;
  const notice = await parts.store.notices.of(id, seat.id);
  if (notice?.replaces === undefined) return;
  const { chat, message } = notice.replaces;
  const where = { chat, message };
  const result = await withSending({ priority: "card" }, async () => {
    const removed = await removeMessage(parts.api, where);
    return removed.kind === "refused" ? changeMessage(parts.api, where, noticeReplaced(reading)) : removed;
  });
  if (result.kind === "wait") throw new Later(result.why, result.ms);
  await parts.store.notices.hasReplaced(id, seat.id, notice.revision);
}
