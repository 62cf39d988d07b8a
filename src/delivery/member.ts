/** What one member is owed now: still true? → compose → send → ledger. */
import { CLOCK_SKEW } from "../clock.ts";
import { wishesFor } from "../domain/absences.ts";
import { dueToBoth } from "../domain/aides.ts";
import { digestsOf } from "../domain/digests.ts";
import { remindersOf, settle } from "../domain/reminders.ts";
import { owedTo } from "../domain/seats.ts";
import { printOf } from "../messages/day-card.ts";
import { reminderMessage } from "../messages/reminder.ts";
import { hasEnded, type LedgerEntry } from "../storage/ledger.ts";
import { settleAgreements } from "./agreements.ts";
import { settleAlert } from "./alerts.ts";
import { settleCard } from "./broadcast-card.ts";
import { settleBroadcast } from "./broadcast-jobs.ts";
import { composed, settleCards } from "./cards.ts";
import { settleChoice } from "./choosing.ts";
import { queueCards } from "./days.ts";
import { isDisturbing } from "./disturbing.ts";
import { settleNews } from "./news.ts";
import { type DeliveryParts, deliver, enter, type Recipient, written } from "./parcel.ts";
import { promptsWithin, settlePrompts, settleSurvey } from "./prompts.ts";
import { newProposals, settleProposals } from "./proposals.ts";
import { settleAnswer, settleMark, settleQuestion } from "./questions.ts";
import type { DeliveryJob, DeliveryKind } from "./queue.ts";
import { readingFor, withPrincipal } from "./reading.ts";
import { settleLive } from "./reception.ts";
import { settleRequest } from "./requests.ts";
import { settleRoll } from "./roll-asking.ts";
import { settleRollCard } from "./roll-calls.ts";

/** Settles what a job says one member may be owed. @throws Later when it has to be tried again */
export async function settleMember(
  parts: DeliveryParts,
  kind: DeliveryKind,
  job: DeliveryJob,
): Promise<void> {
  const { store, clock } = parts;
  const [mission, member] = await Promise.all([
    store.missions.inForce(job.mission),
    store.people.member(job.mission, job.seat),
  ]);
  let ledger = await store.ledger.of(job.mission, job.seat);
  if (mission === undefined || member === undefined) return;
  const now = presentFor(job, clock.now());
  const reading = await readingFor(parts, mission, member, now);
  const recipient: Recipient = {
    ...member,
    parts,
    mission,
    reading,
    ended: (id: string) => hasEnded(ledger.get(id), now),
    entryOf: (id: string) => ledger.get(id),
  };
  /** What the programme says to an aide is of both; the rest is their own. */
  const both = (): Recipient => ({ ...recipient, reading: withPrincipal(reading) });
  // A notice may have been the very reminder this job is about.
  if (await settleNews(both())) ledger = await store.ledger.of(job.mission, job.seat);
  if (kind === "reminder") await settleReminders(both());
  else if (kind === "digest") await settleDigests(recipient, ledger);
  else if (kind === "prompt") {
    await settlePrompts(recipient, ledger);
    await settleProposals(recipient);
  } else if (kind === "survey") await settleSurvey(recipient);
  else if (kind === "agreements") await settleAgreements(recipient);
  else if (kind === "news") await settleLive(recipient);
  else if (kind === "card") await settleCards(both(), ledger);
  else if (kind === "question") await settleQuestion(recipient, job.about ?? "");
  else if (kind === "answer") await settleAnswer(recipient, job.about ?? "");
  else if (kind === "mark") await settleMark(recipient, job.about ?? "");
  else if (kind === "broadcast") await settleBroadcast(recipient, job.about ?? "");
  else if (kind === "progress") await settleCard(recipient, job.about ?? "");
  else if (kind === "request") await settleRequest(recipient, job.about ?? "");
  else if (kind === "roll") await settleRoll(recipient, job.about ?? "");
  else if (kind === "rollCard") await settleRollCard(recipient, job.about ?? "");
  else if (kind === "choice") await settleChoice(recipient, job.about ?? "");
  else if (kind === "alert") await settleAlert(recipient, job.about ?? "");
}

/** What was found due by a clock a little ahead of ours is due: nobody will find it again. */
function presentFor({ dueAt = 0 }: DeliveryJob, now: number): number {
  return dueAt <= now + CLOCK_SKEW ? Math.max(now, dueAt) : now;
}

async function settleReminders(recipient: Recipient): Promise<void> {
  const { mission, reading, participant, ended } = recipient;
  const { now, own } = reading;
  const reminders = owedTo(participant, (wishes) =>
    dueToBoth(mission.programme, reading, participant.assistsSince, (events, ofPrincipal) =>
      remindersOf(mission.programme, events, ofPrincipal ? wishesFor(wishes, reading.principal) : wishes),
    ),
  );
  const { send, superseded, expired } = settle(reminders, { now, since: participant.joinedAt, ended });
  await enter(recipient, superseded, { outcome: "superseded" });
  await enter(recipient, expired, { outcome: "expired" });
  if (send.length === 0) return;
  const events = own.filter(({ event }) => send.some(({ eventId }) => eventId === event.id));
  await deliver(recipient, {
    identities: send.map(({ identity }) => identity),
    send: written(reminderMessage(reading, events)),
    silent: send.every(({ silent }) => silent),
    priority: "reminder",
    expiresAt: Math.min(...send.map(({ expiresAt }) => expiresAt)),
  });
}

async function settleDigests(recipient: Recipient, ledger: ReadonlyMap<string, LedgerEntry>): Promise<void> {
  const { mission, reading, participant, ended } = recipient;
  const { now } = reading;
  const begun = owedTo(participant, (wishes) =>
    dueToBoth(mission.programme, reading, participant.assistsSince, (own, ofPrincipal) =>
      digestsOf(mission.programme, own, ofPrincipal ? wishesFor(wishes, reading.principal) : wishes),
    ),
  ).filter(({ dueAt }) => dueAt <= now);
  const due = begun.filter(({ identity }) => !ended(identity));
  for (const { identity } of due.filter(({ expiresAt }) => expiresAt <= now)) {
    const asked = await promptsWithin(recipient, ledger, identity);
    const ending = [identity, ...asked.identities].map((one) => ({ identity: one }));
    await enter(recipient, ending, { outcome: "expired" });
  }
  for (const digest of due.filter(({ expiresAt }) => expiresAt > now)) {
    const asked = await promptsWithin(recipient, ledger, digest.identity);
    const proposals = digest.kind === "evening" ? await newProposals(recipient) : [];
    const { message, body } = await composed({ ...recipient, reading: withPrincipal(reading) }, digest, {
      asked: asked.events,
      proposed: proposals.length,
    });
    await deliver(recipient, {
      identities: [digest.identity, ...asked.identities, ...proposals],
      send: written(message),
      silent: isDisturbing(recipient),
      priority: "digest",
      expiresAt: digest.expiresAt,
      says: printOf(body),
    });
  }
  // To be pinned; asked for also by a job that finds its work done, for the one before it may have died just here.
  const isDay = begun.some(({ kind, expiresAt }) => kind === "morning" && expiresAt > now);
  if (isDay) await queueCards(recipient.parts, mission.programme.mission.id, [recipient.seat.id]);
}
