/**
 * Cards: messages already in a chat that show the programme, kept true as it changes. The morning's is the card of the
 * day: pinned while its day lasts, and edited as the day goes on. Nobody is rung by any of it.
 */
import { cardUntil } from "../domain/day-card.ts";
import type { Digest } from "../domain/digests.ts";
import { dayOf, endOf, nextDay } from "../domain/timetable.ts";
import { printOf } from "../messages/day-card.ts";
import { type Besides, digestMessage } from "../messages/digest.ts";
import type { LedgerEntry } from "../storage/ledger.ts";
import { Later, type Recipient } from "./parcel.ts";
import { askedWithin } from "./prompts.ts";
import { proposedWithin } from "./proposals.ts";
import { escortsFor } from "./reading.ts";
import { withSending } from "./sending.ts";
import { type ChangeResult, changeMessage, pinMessage, unpinMessage } from "./telegram.ts";

/** A digest that is in the recipient's chat. */
interface Shown extends Pick<Digest, "identity" | "kind" | "about"> {
  readonly entry: LedgerEntry;
  readonly message: number;
}

/** What the message of a card says when it can be edited no more: its reader has deleted it. */
const LOST = "lost";

/** Brings what somebody may still be reading up to date, and the card of the day to the top of their chat. */
export async function settleCards(
  recipient: Recipient,
  ledger: ReadonlyMap<string, LedgerEntry>,
): Promise<void> {
  const { parts, mission, seat, participant } = recipient;
  await parts.store.drawings.begin(mission.programme.mission.id, seat.id);
  if (participant.unreachableSince !== undefined) return;
  const shown = digestsIn(ledger, participant.chat);
  // The latest is the card; whatever else is pinned is of another day, or of another try.
  const card = shown.filter(({ kind }) => kind === "morning").at(-1);
  for (const digest of shown) {
    if (digest.kind === "evening") {
      // In the morning its day has a card of its own.
      const isOutdone = shown.some(({ kind, about }) => kind === "morning" && about === digest.about);
      if (!isOutdone && isRead(recipient, digest.about)) await redraw(recipient, digest, ledger);
    } else if (digest === card && isKept(recipient, digest)) {
      await pin(recipient, await redraw(recipient, digest, ledger));
    } else await unpin(recipient, digest);
  }
}

/** The digests delivered to a chat, in the order they came. */
function digestsIn(ledger: ReadonlyMap<string, LedgerEntry>, chat: number): Shown[] {
  const shown = [...ledger].flatMap(([identity, entry]): Shown[] => {
    const digest = digestOf(identity);
    if (digest === undefined || entry.chat !== chat || entry.message === undefined) return [];
    return [{ ...digest, identity, entry, message: entry.message }];
  });
  return shown.sort((a, b) => a.message - b.message);
}

/** The day a digest in the ledger tells of. */
function digestOf(identity: string): Pick<Digest, "kind" | "about"> | undefined {
  const [, kind, date] = /^digest\/(evening|morning)\.(\d{4}-\d\d-\d\d)$/.exec(identity) ?? [];
  if (date === undefined) return undefined;
  return kind === "morning" ? { kind, about: date } : { kind: "evening", about: nextDay(date) };
}

/** A day is read of in the evening's digest until its last event is over. */
function isRead({ reading: { own, now } }: Recipient, day: string): boolean {
  return own.some((timed) => dayOf(timed) === day && endOf(timed) > now);
}

/** The card is kept until its day is over, also when nothing is left on it. */
function isKept({ reading, mission }: Recipient, { about }: Shown): boolean {
  return reading.now < cardUntil(reading.own, about, mission.programme.mission.timezone);
}

/** Edits a digest if it would say something else than it does. */
async function redraw(
  recipient: Recipient,
  shown: Shown,
  ledger: ReadonlyMap<string, LedgerEntry>,
): Promise<Shown> {
  const { parts } = recipient;
  if (shown.entry.says === LOST) return shown;
  // An evening's digest is read as on that evening: only the programme changes it, and not the hour.
  const now = shown.kind === "evening" ? shown.entry.at : recipient.reading.now;
  const asked = askedWithin(recipient.reading, ledger, shown.identity);
  const proposed = proposedWithin(ledger, shown.identity);
  const { message, body } = await composed(recipient, shown, { asked, proposed, now });
  const says = printOf(body);
  if (says === shown.entry.says) return shown;
  const where = { chat: recipient.participant.chat, message: shown.message };
  const result = await atLeisure(() => changeMessage(parts.api, where, message));
  if (result.kind === "done") return amend(recipient, shown, { says });
  return isLost(result.why) ? amend(recipient, shown, { says: LOST }) : shown;
}

/** Whether a message will never be edited again; somebody who has blocked the bot may come back. */
function isLost(why: string): boolean {
  return /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/.test(why);
}

/** Composes a digest as it is at an instant of programme time, with what it says besides. */
export async function composed(
  { parts, mission, seat, reading }: Recipient,
  digest: Pick<Digest, "kind" | "about">,
  { now = reading.now, ...besides }: Pick<Besides, "asked" | "proposed"> & { now?: number },
) {
  const escorts = digest.kind === "morning" ? await escortsFor(parts.store, mission, seat) : [];
  return digestMessage({ ...reading, now }, digest, { escorts, ...besides });
}

/** Pins the card without a sound, once: whoever takes it down does not want it there. */
async function pin(recipient: Recipient, shown: Shown): Promise<void> {
  if (shown.entry.pin !== undefined) return;
  const where = { chat: recipient.participant.chat, message: shown.message };
  const result = await atLeisure(() => pinMessage(recipient.parts.api, where));
  await amend(recipient, shown, { pin: result.kind === "done" ? "pinned" : "over" });
}

/** Takes down a card whose day is over. */
async function unpin(recipient: Recipient, shown: Shown): Promise<void> {
  if (shown.entry.pin !== "pinned") return;
  const where = { chat: recipient.participant.chat, message: shown.message };
  await atLeisure(() => unpinMessage(recipient.parts.api, where));
  await amend(recipient, shown, { pin: "over" });
}

/** Makes a change that nobody waits for. @throws Later when it has to be tried again */
async function atLeisure(
  change: () => Promise<ChangeResult>,
): Promise<Exclude<ChangeResult, { kind: "wait" }>> {
  const result = await withSending({ priority: "card" }, change);
  if (result.kind === "wait") throw new Later(result.why, result.ms);
  return result;
}

async function amend(
  { parts, mission, seat }: Recipient,
  shown: Shown,
  change: Pick<LedgerEntry, "says" | "pin">,
): Promise<Shown> {
  const entry = { ...shown.entry, ...change };
  await parts.store.ledger.enter(mission.programme.mission.id, seat.id, new Map([[shown.identity, entry]]));
  return { ...shown, entry };
}
