/** Asking for notes: at the door, in the evening digest, at an organiser's nudge; and asking at the end how it was. */
import { isAway } from "../domain/absences.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { owedNotes } from "../domain/owed-notes.ts";
import {
  askedAbout,
  expiryOf,
  isAmidst,
  type Prompt,
  promptsBegin,
  promptsOf,
  soundsBeside,
} from "../domain/prompts.ts";
import { owedTo } from "../domain/seats.ts";
import { surveysOf } from "../domain/survey.ts";
import { zoneAt } from "../domain/timetable.ts";
import { isQuiet } from "../domain/wishes.ts";
import { dateIn } from "../domain/zones.ts";
import { nudgeMessage, promptMessage, surveyMessage } from "../messages/prompts.ts";
import type { LedgerEntry } from "../storage/ledger.ts";
import { allHeads } from "../storage/note-scan.ts";
import type { Said } from "../storage/prompts.ts";
import { deliver, enter, type Recipient, written } from "./parcel.ts";

type Ledger = ReadonlyMap<string, LedgerEntry>;

/** The prompts that have not ended, what people said to those they got, and what they wrote about. */
interface Open {
  readonly prompts: readonly Prompt[];
  /** The events of which nobody need ask any more. */
  readonly needless: ReadonlySet<string>;
  readonly said: ReadonlyMap<string, Said>;
  readonly wrote: ReadonlySet<string>;
}

/** Asks about what is over. Nobody is asked twice of their own accord, nor about what they have written about. */
export async function settlePrompts(recipient: Recipient, ledger: Ledger): Promise<void> {
  const { parts, mission, seat, reading, ended } = recipient;
  const { now, own } = reading;
  const open = await openPrompts(recipient, ledger);
  const ahead = open.prompts.filter(({ dueAt }) => dueAt > now);
  await parts.store.prompts.wake(
    ahead.map(({ dueAt }) => ({ mission: mission.programme.mission.id, seat: seat.id, at: dueAt })),
  );
  const due = open.prompts.filter(({ dueAt }) => dueAt <= now);
  const superseded = due.filter(({ eventId }) => open.needless.has(eventId));
  const asking = due.filter(({ eventId }) => !open.needless.has(eventId));
  await enter(recipient, superseded, { outcome: "superseded" });
  await enter(
    recipient,
    asking.filter(({ expiresAt }) => expiresAt <= now),
    { outcome: "expired" },
  );
  for (const { identity, eventId, expiresAt, silent, within } of asking) {
    const timed = own.find(({ event }) => event.id === eventId);
    // The digest it is to come in takes it along, unless that has gone without it: a move has brought it there since.
    const comesLater = within !== undefined && !ended(within);
    if (timed === undefined || expiresAt <= now || comesLater) continue;
    await deliver(recipient, {
      identities: [identity],
      send: written(promptMessage(reading, timed, 0)),
      silent: silent || within !== undefined || isAmidst(own, eventId, now),
      priority: "digest",
      expiresAt,
    });
  }
  await settlePutOff(recipient, open);
  await settleNudge(recipient, open);
}

/**
 * Asks again what was put off; that was the person's own wish, so the day's measure does not count. In quiet hours, or
 * beside a reminder, it comes without a sound.
 */
async function settlePutOff(recipient: Recipient, { said, wrote }: Open): Promise<void> {
  const { reading, participant, ended } = recipient;
  const { now, own } = reading;
  if (participant.wishes?.muteAll) return;
  for (const timed of own) {
    const { id } = timed.event;
    const { later = [], nothing = false } = said.get(id) ?? {};
    const times = later.filter((until) => until !== undefined);
    const until = times.at(-1);
    const identity = `${promptsBegin(id)}later-${times.length}`;
    if (until === undefined || until > now || nothing || wrote.has(id) || ended(identity)) continue;
    if (isAway(participant.wishes, id)) continue;
    const expiresAt = Math.max(expiryOf(timed), until + 60 * 60_000);
    if (expiresAt <= now) {
      await enter(recipient, [{ identity }], { outcome: "expired" });
      continue;
    }
    await deliver(recipient, {
      identities: [identity],
      send: written(promptMessage(reading, timed, times.length)),
      silent: isAmidst(own, id, now) || isQuietNow(recipient) || isBesideSound(recipient),
      priority: "digest",
      expiresAt,
    });
  }
}

/** What the evening digest asks besides: the prompts that found no quarter of an hour before it. */
export async function promptsWithin(
  recipient: Recipient,
  ledger: Ledger,
  digest: string,
): Promise<{ events: OwnEvent[]; identities: string[] }> {
  const { own } = recipient.reading;
  const { prompts, needless } = await openPrompts(recipient, ledger);
  const joining = prompts.filter(({ within, eventId }) => within === digest && !needless.has(eventId));
  const ids = new Set(joining.map(({ eventId }) => eventId));
  return {
    events: own.filter(({ event }) => ids.has(event.id)),
    identities: joining.map(({ identity }) => identity),
  };
}

/** The events a digest already sent asks about. */
export function askedWithin(
  { own }: { own: readonly OwnEvent[] },
  ledger: Ledger,
  digest: string,
): OwnEvent[] {
  const ids = [...ledger].flatMap(([identity, { within }]) =>
    within === digest ? [askedAbout(identity) ?? ""] : [],
  );
  return own.filter(({ event }) => ids.includes(event.id));
}

async function openPrompts(recipient: Recipient, ledger: Ledger): Promise<Open> {
  const { parts, mission, seat, participant, reading, ended } = recipient;
  const { id } = mission.programme.mission;
  const [said, wrote, chosen] = await Promise.all([
    parts.store.prompts.saidBy(id, seat.id),
    eventsWrittenAbout(recipient),
    parts.store.escorts.chosen(id),
  ]);
  const prompts = owedTo(participant, (wishes) =>
    promptsOf(mission.programme, reading.own, seat, wishes, chosen),
  );
  const asked = new Set(
    [...ledger].flatMap(([identity, entry]) =>
      entry.outcome === "delivered" ? (askedAbout(identity) ?? []) : [],
    ),
  );
  const nothing = [...said].flatMap(([event, answer]) => (answer.nothing ? [event] : []));
  return {
    prompts: prompts.filter(({ identity }) => !ended(identity)),
    needless: new Set([...asked, ...wrote, ...nothing]),
    said,
    wrote,
  };
}

async function eventsWrittenAbout({ parts, mission, seat }: Recipient): Promise<Set<string>> {
  const events = new Set<string>();
  for await (const head of allHeads(parts.store, mission.programme.mission.id, { seat: seat.id })) {
    if (head.event !== undefined) events.add(head.event);
  }
  return events;
}

/** An organiser has nudged them: one silent message a day about all they still owe, if they do. */
async function settleNudge(recipient: Recipient, { said, wrote }: Open): Promise<void> {
  const { parts, mission, seat, reading, ended } = recipient;
  const { id, timezone } = mission.programme.mission;
  const date = dateIn(timezone, reading.now);
  const identity = `nudge/${date}`;
  if (ended(identity) || !(await parts.store.prompts.isNudged(id, seat.id, date))) return;
  const nothing = new Set([...said].flatMap(([event, { nothing }]) => (nothing ? [event] : [])));
  const heard = { wrote, nothing };
  const events = owedNotes(mission.programme, reading.own, recipient, heard, reading.now);
  if (events.length === 0) return;
  await deliver(recipient, {
    identities: [identity],
    send: written(nudgeMessage(reading, events)),
    silent: true,
    priority: "digest",
    expiresAt: Number.POSITIVE_INFINITY,
  });
}

/** The closing questionnaire, once. */
export async function settleSurvey(recipient: Recipient): Promise<void> {
  const { mission, seat, participant, reading, ended } = recipient;
  const { now, own } = reading;
  const due = owedTo(participant, (wishes) => surveysOf(mission.programme, own, seat, wishes)).filter(
    ({ identity, dueAt }) => dueAt <= now && !ended(identity),
  );
  await enter(
    recipient,
    due.filter(({ expiresAt }) => expiresAt <= now),
    { outcome: "expired" },
  );
  for (const survey of due.filter(({ expiresAt }) => expiresAt > now)) {
    await deliver(recipient, {
      identities: [survey.identity],
      send: written(surveyMessage(reading)),
      silent: isQuietNow(recipient),
      priority: "digest",
      expiresAt: survey.expiresAt,
    });
  }
}

function isBesideSound({ participant, mission, reading: { own, now } }: Recipient): boolean {
  return soundsBeside(mission.programme, own, participant.wishes ?? {}, now);
}

function isQuietNow({ participant, mission, reading: { own, now } }: Recipient): boolean {
  const quiet = participant.wishes?.quiet;
  return quiet !== undefined && isQuiet(quiet, now, zoneAt(own, now, mission.programme.mission.timezone));
}
