/** Everything a mission brought home as one JSON file, written note by note. No Telegram ids of people stand in it. */
import type { FileTask } from "../delivery/made-files.ts";
import type { Acquaintance } from "../domain/acquaintances.ts";
import type { Agreement } from "../domain/agreements.ts";
import { missionFile } from "../domain/mission-file.ts";
import type { Note } from "../domain/notes.ts";
import { ENOUGH_ANSWERS } from "../domain/survey.ts";
import { allNotes } from "../storage/note-scan.ts";
import { attendanceIn } from "../storage/report-reading.ts";
import type { Store } from "../storage/store.ts";

/** The version of this form. */
const FORM = 1;

export async function* everything(
  store: Store,
  { mission, reading, tell }: FileTask,
): AsyncGenerator<string> {
  const { programme } = mission;
  const { id } = programme.mission;
  const [seats, draft, contacts, agreements, attendance, survey] = await Promise.all([
    store.people.seats(id),
    store.reports.draft(id),
    store.acquaintances.all(id),
    store.agreements.all(id),
    attendanceIn(store, mission),
    store.surveys.results(id),
  ]);
  const head = {
    attache: FORM,
    madeAt: new Date(reading.now).toISOString(),
    revision: programme.revision,
    mission: JSON.parse(missionFile({ mission: programme.mission, seats })) as unknown,
    cancelled: programme.cancelled,
    report: {
      passport: draft.passport,
      figures: draft.figures,
      endings: Object.fromEntries(draft.endings),
      lines: Object.fromEntries(draft.lines),
      documents: Object.fromEntries(draft.documents),
      helpers: Object.fromEntries(draft.helpers),
    },
    contacts: contacts.map(withoutIds),
    agreements: agreements.map(unnamed),
    attendance,
    survey: survey.answered < ENOUGH_ANSWERS ? { answered: survey.answered } : survey,
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "notes": [`;
  let done = 0;
  for await (const note of allNotes(store, id)) {
    yield `${done === 0 ? "\n" : ",\n"}    ${JSON.stringify(noteOf(note))}`;
    done += 1;
    tell(done);
  }
  yield "\n  ]\n}\n";
}

/** A card, and the two it was made of, by seats alone. */
function withoutIds({ meetings, from, ...card }: Acquaintance): unknown {
  return {
    ...card,
    meetings: meetings.map(({ user: _, ...meeting }) => meeting),
    ...(from === undefined ? {} : { from: from.map(withoutIds) }),
  };
}

function unnamed({ maker: _, ...agreement }: Agreement): unknown {
  return agreement;
}

function noteOf({ createdAt, items, ...note }: Note): unknown {
  return {
    ...note,
    createdAt: new Date(createdAt).toISOString(),
    items: items.map(({ at, ...item }) => ({ at: new Date(at).toISOString(), ...item })),
  };
}
