/** The account at a rehearsal's end: what was owed, what became of it, what was kept. */
import { principalOf } from "../delivery/reading.ts";
import { wishesFor } from "../domain/absences.ts";
import { dueToBoth } from "../domain/aides.ts";
import { ownProgramme } from "../domain/audience.ts";
import { digestsOf } from "../domain/digests.ts";
import { promptsOf } from "../domain/prompts.ts";
import { remindersOf } from "../domain/reminders.ts";
import { owedTo } from "../domain/seats.ts";
import type { Programme } from "../domain/timetable.ts";
import type { Wishes } from "../domain/wishes.ts";
import type { LedgerEntry } from "../storage/ledger.ts";
import type { Cast } from "./cast.ts";
import type { Stage } from "./stage.ts";

export interface Account {
  readonly summary: string;
  /** Whether everything owed ended once and everything written was kept. */
  readonly sound: boolean;
}

/** What one person was owed of one sort, and what the ledger says became of it. */
interface Tally {
  readonly owed: number;
  /** A missing entry is a delivery that never ended. */
  readonly entries: readonly (LedgerEntry | undefined)[];
}

/** Counts what was owed from the programme, what became of it from the ledger, and what arrived from the chats. */
export async function accountOf(stage: Stage, programme: Programme, cast: Cast): Promise<Account> {
  const { app, api, clock } = stage;
  const { id } = programme.mission;
  const reminders: Tally[] = [];
  const digests: Tally[] = [];
  const prompts: Tally[] = [];
  let heads = 0;
  for (const { seat, participant } of await app.store.people.members(id)) {
    const choices = await app.store.choices.of(id, seat.id);
    const principal = await principalOf(app.store, id, seat);
    const reader = { seat, choices, principal };
    const since = participant.assistsSince;
    const own = ownProgramme(programme, seat, choices);
    const ledger = await app.store.ledger.of(id, seat.id);
    // Files were asked for.
    const unasked = [...ledger].filter(([identity]) => !identity.startsWith("file/"));
    heads += unasked.filter(([, entry]) => isHead(entry)).length;
    const tally = (listFor: (wishes: Wishes | undefined) => { identity: string; dueAt: number }[]): Tally => {
      const due = new Set(
        owedTo(participant, listFor)
          .filter(({ dueAt }) => dueAt <= clock.now())
          .map(({ identity }) => identity),
      );
      // A reminder that came along with an earlier one has ended before it was due.
      const owed = listFor(participant.wishes).filter(
        (one) => ledger.has(one.identity) || due.has(one.identity),
      );
      return { owed: owed.length, entries: owed.map(({ identity }) => ledger.get(identity)) };
    };
    // An aide is owed what both are.
    reminders.push(
      tally((wishes) =>
        dueToBoth(programme, reader, since, (events, isTheirs) =>
          remindersOf(programme, events, isTheirs ? wishesFor(wishes, principal) : wishes),
        ),
      ),
    );
    digests.push(
      tally((wishes) =>
        dueToBoth(programme, reader, since, (events, isTheirs) =>
          digestsOf(programme, events, isTheirs ? wishesFor(wishes, principal) : wishes),
        ),
      ),
    );
    prompts.push(tally((wishes) => promptsOf(programme, own, seat, wishes)));
  }
  // Every message the bot sent of its own accord must be one the ledger knows.
  const duplicates = stage.unasked - heads;
  const { notes, total } = await app.store.notes.page(id, { from: 0, most: 1000 });
  const kept = notes.reduce((sum, { items }) => sum + items.length, 0);
  const { callbacksNeverAnswered, unknown } = api.report;
  const lines = [
    "",
    "═══ Account ═══",
    `reminders ${equation(reminders)}`,
    `digests ${equation(digests)}`,
    `questions at the door ${equation(prompts)}`,
    `duplicates ${duplicates}`,
    `notes kept ${total}, messages in them ${kept} of ${cast.notesWritten} written`,
    `taps never answered ${callbacksNeverAnswered}, calls the Bot API does not know ${unknown.length}`,
  ];
  const ended = [...reminders, ...digests, ...prompts].every(({ entries }) =>
    entries.every((entry) => entry !== undefined),
  );
  const sound =
    ended &&
    duplicates === 0 &&
    kept === cast.notesWritten &&
    callbacksNeverAnswered === 0 &&
    unknown.length === 0;
  lines.push(sound ? "All sound." : "NOT SOUND: see what does not add up above.");
  return { summary: lines.join("\n"), sound };
}

/** `owed 54 = delivered 52 + merged 2 + superseded 0 + …` */
function equation(tallies: readonly Tally[]): string {
  const entries = tallies.flatMap((tally) => tally.entries);
  const owed = tallies.reduce((sum, tally) => sum + tally.owed, 0);
  const of = (outcome: LedgerEntry["outcome"]) => entries.filter((entry) => entry?.outcome === outcome);
  const delivered = entries.filter(isHead).length;
  const parts = [
    `delivered ${delivered}`,
    `merged ${of("delivered").length - delivered}`,
    ...(["superseded", "expired", "unreachable", "failed"] as const).map(
      (outcome) => `${outcome} ${of(outcome).length}`,
    ),
    ...(entries.includes(undefined)
      ? [`NEVER ENDED ${entries.filter((entry) => entry === undefined).length}`]
      : []),
  ];
  return `owed ${owed} = ${parts.join(" + ")}`;
}

/** Whether an entry stands for a message, and did not come within another's. */
function isHead(entry: LedgerEntry | undefined): boolean {
  return entry?.outcome === "delivered" && entry.within === undefined;
}
