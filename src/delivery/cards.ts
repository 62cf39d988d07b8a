/** Cards: messages already in a chat that show the programme, kept true as it changes. */
import type { Digest } from "../domain/digests.ts";
import { dayOf, endOf, nextDay } from "../domain/timetable.ts";
import { digestMessage } from "../messages/digest.ts";
import type { LedgerEntry } from "../storage/ledger.ts";
import { Later, type Recipient } from "./parcel.ts";
import { askedWithin } from "./prompts.ts";
import { withSending } from "./sending.ts";
import { changeMessage } from "./telegram.ts";

/** Redraws the digests somebody may still be reading. Nobody is rung; one that was deleted stays so. */
export async function settleCards(
  recipient: Recipient,
  ledger: ReadonlyMap<string, LedgerEntry>,
): Promise<void> {
  const { parts, reading } = recipient;
  for (const [identity, { chat, message }] of ledger) {
    const digest = digestOf(identity);
    if (digest === undefined || chat === undefined || message === undefined) continue;
    if (!isRead(recipient, digest.about)) continue;
    const result = await withSending({ priority: "card" }, () =>
      changeMessage(
        parts.api,
        { chat, message },
        digestMessage(reading, digest, askedWithin(reading, ledger, identity)),
      ),
    );
    if (result.kind === "wait") throw new Later(result.why, result.ms);
  }
}

/** The day a digest in the ledger tells of. */
function digestOf(identity: string): Pick<Digest, "kind" | "about"> | undefined {
  const [, kind, date] = /^digest\/(evening|morning)\.(\d{4}-\d\d-\d\d)$/.exec(identity) ?? [];
  if (date === undefined) return undefined;
  return kind === "morning" ? { kind, about: date } : { kind: "evening", about: nextDay(date) };
}

/** A day is read of until its last event is over. */
function isRead({ reading: { own, now } }: Recipient, day: string): boolean {
  return own.some((timed) => dayOf(timed) === day && endOf(timed) > now);
}
