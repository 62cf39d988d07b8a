/** A person's own notes, contacts and agreements as tables. */
import path from "node:path";
import type { FileTask, MadeFile } from "../delivery/made-files.ts";
import { type Acquaintance, byOrganisation, hasMet, type Meeting } from "../domain/acquaintances.ts";
import { byUrgency, isMine } from "../domain/agreements.ts";
import type { Sieve } from "../domain/notes.ts";
import { inOrder, type Member } from "../domain/seats.ts";
import type { Speech } from "../messages/speech.ts";
import { allNotes } from "../storage/note-scan.ts";
import type { Store } from "../storage/store.ts";

/** A person's own notes, contacts and agreements as tables beside their attachments; only those with anything in them. */
export async function ownTables(store: Store, task: FileTask, speech: Speech): Promise<MadeFile[]> {
  const { mission, member, folder } = task;
  const { programme } = mission;
  const { id } = programme.mission;
  const rows = await import("../documents/result-rows.ts");
  const { writeTable } = await import("../documents/table-xlsx.ts");
  const telling = { speech, programme, seats: inOrder(await store.people.seats(id), programme.mission) };
  const sieve: Sieve = { seat: member.seat.id, present: true };
  const { notes } = await store.notes.page(id, { seat: member.seat.id, from: 0, most: 1 });
  const cards = (await store.acquaintances.all(id)).filter((card) => hasMet(member, card));
  const agreements = (await store.agreements.all(id)).filter((one) => isMine(member, one));
  const own = byOrganisation(cards).map((card) => ({
    ...card,
    // What others remarked is theirs.
    meetings: ownRemarks(card, member),
  }));
  const tables = [
    ...(notes.length === 0 ? [] : [["notes", rows.noteRows(allNotes(store, id, sieve), telling)] as const]),
    ...(own.length === 0 ? [] : [["contacts", rows.contactRows(own, telling)] as const]),
    ...(agreements.length === 0
      ? []
      : [
          [
            "agreements",
            rows.agreementRows(byUrgency(agreements), { ...telling, helpers: new Map<string, string>() }),
          ] as const,
        ]),
  ];
  const made: MadeFile[] = [];
  for (const [kind, found] of tables) {
    const name = `${kind}.xlsx`;
    const to = path.join(folder, name);
    await writeTable(to, rows.tableFor(kind, speech, found));
    made.push({ path: to, name });
  }
  return made;
}

/** Where somebody was met, with the remarks of one who met them. */
function ownRemarks(
  { meetings: [first, ...more] }: Acquaintance,
  { participant }: Member,
): Acquaintance["meetings"] {
  const own = ({ remark, ...meeting }: Meeting): Meeting =>
    meeting.user === participant.user && remark !== undefined ? { ...meeting, remark } : meeting;
  return [own(first), ...more.map(own)];
}
