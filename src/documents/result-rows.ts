/** What a mission brought home as rows of tables: notes, contacts, agreements, attendance. */
import type { Acquaintance } from "../domain/acquaintances.ts";
import type { Agreement } from "../domain/agreements.ts";
import type { EventAttendance } from "../domain/attendance.ts";
import { zoneOfHome } from "../domain/event-zones.ts";
import type { Seat } from "../domain/mission.ts";
import type { Note, NoteItem } from "../domain/notes.ts";
import { dayOf, type Programme, type TimedEvent, zoneOfDeed } from "../domain/timetable.ts";
import { dateIn, localTimeOf } from "../domain/zones.ts";
import { nameAndOffice, whoIs } from "../messages/names.ts";
import { authorOf } from "../messages/notes.ts";
import type { Speech } from "../messages/speech.ts";
import type { Cell, Table } from "./table-xlsx.ts";

/** In whose words, about which programme and people. */
export interface Telling {
  readonly speech: Speech;
  readonly programme: Programme;
  readonly seats: readonly Seat[];
}

type Rows = Table["rows"];

/** Columns by their key in the locales, `xlsx-…`, and their width in characters. */
const columns = {
  notes: {
    event: 40,
    "event-date": 14,
    author: 34,
    written: 18,
    kind: 14,
    text: 80,
    marks: 22,
    readers: 24,
    file: 26,
    note: 18,
  },
  contacts: {
    name: 30,
    position: 34,
    organisation: 34,
    phone: 22,
    email: 26,
    event: 40,
    met: 14,
    "met-by": 34,
    share: 18,
    remark: 50,
  },
  agreements: {
    sort: 18,
    what: 70,
    owner: 34,
    helpers: 30,
    to: 30,
    deadline: 14,
    state: 16,
    event: 40,
    made: 18,
    "made-by": 34,
  },
  attendance: { event: 46, "event-date": 14, person: 44, organisation: 40, attendance: 18 },
} as const;

export type TableName = keyof typeof columns;

/** A table of one of these, ready to be written. */
export function tableFor(name: TableName, speech: Speech, rows: Rows): Table {
  return {
    sheet: speech.say(`xlsx-sheet-${name}`),
    columns: Object.entries(columns[name]).map(([key, width]) => ({
      heading: speech.say(`xlsx-${key}`),
      width,
    })),
    rows,
    dateFormat: speech.say("xlsx-date"),
    timeFormat: speech.say("xlsx-time"),
  };
}

/** A row for each message of each note. */
export async function* noteRows(notes: AsyncIterable<Note>, telling: Telling): AsyncGenerator<Cell[]> {
  const { speech, programme, seats } = telling;
  const authors = new Map(seats.map((seat) => [seat.id, whoIs(seat, speech)]));
  for await (const note of notes) {
    const timed = eventOf(programme, note.event);
    for (const item of note.items) {
      yield [
        titleOf(timed, speech),
        timed === undefined ? undefined : { at: dayOf(timed) },
        authorOf(note, authors, speech),
        { at: localTimeOf(item.at, zoneOfDeed(programme, note.event, item.at)) },
        kindOf(item, speech),
        wordsOf(item),
        speech.list(note.marks.map((mark) => speech.say(`mark-of-${mark}`))),
        speech.say(`readers-are-${note.readers}`),
        item.media?.name,
        note.id,
      ];
    }
  }
}

function kindOf({ media, contact, place }: NoteItem, speech: Speech): string | undefined {
  const kind = media?.kind ?? (contact ? "contact" : place ? "place" : undefined);
  return kind === undefined ? undefined : speech.say(`item-${kind}`);
}

function wordsOf({ text, contact, place }: NoteItem): string | undefined {
  const card = contact === undefined ? [] : [contact.name, contact.phone];
  const where =
    place === undefined ? [] : [place.title, place.address, `${place.latitude}, ${place.longitude}`];
  const said = [text, ...card, ...where].filter((part) => part !== undefined).join("\n");
  return said === "" ? undefined : said;
}

export function* contactRows(cards: readonly Acquaintance[], telling: Telling): Generator<Cell[]> {
  const { speech, programme } = telling;
  for (const card of cards) {
    const [first] = card.meetings;
    const events = card.meetings.flatMap(({ event }) => eventOf(programme, event) ?? []);
    const titles = [...new Set(events.map((timed) => speech.text(timed.event.title)))];
    yield [
      card.name,
      card.position,
      card.organisation,
      card.phones?.join("\n"),
      card.emails?.join("\n"),
      titles.join("\n"),
      { at: dateIn(zoneOfDeed(programme, first.event, first.at), first.at) },
      [...new Set(card.meetings.map(({ seat }) => nameOf(seat, telling)))].join("\n"),
      speech.say(`met-share-${card.share}`),
      card.meetings.flatMap(({ remark }) => remark ?? []).join("\n"),
    ];
  }
}

export function* agreementRows(
  agreements: readonly Agreement[],
  telling: Telling & { readonly helpers: ReadonlyMap<string, string> },
): Generator<Cell[]> {
  const { speech, programme, helpers } = telling;
  const home = zoneOfHome(programme.mission);
  for (const one of agreements) {
    yield [
      speech.say(`report-sort-${one.sort}`),
      one.what,
      "seat" in one.owner ? nameOf(one.owner.seat, telling) : one.owner.words,
      helpers.get(one.id),
      one.to,
      one.deadline === undefined ? undefined : { at: one.deadline },
      speech.say(`report-state-${one.state}`),
      titleOf(eventOf(programme, one.event), speech),
      { at: localTimeOf(one.madeAt, home) },
      nameOf(one.madeBy, telling),
    ];
  }
}

/** A row for everybody who was expected, and everybody who came besides. */
export function* attendanceRows(events: readonly EventAttendance[], telling: Telling): Generator<Cell[]> {
  const { speech, programme, seats } = telling;
  for (const { event, planned, came, absent, excused } of events) {
    const timed = eventOf(programme, event);
    for (const seat of seats) {
      const said = came.includes(seat.id)
        ? "came"
        : excused.includes(seat.id)
          ? "excused"
          : absent.includes(seat.id)
            ? "absent"
            : "unknown";
      if (said === "unknown" && !planned.includes(seat.id)) continue;
      yield [
        titleOf(timed, speech),
        timed === undefined ? undefined : { at: dayOf(timed) },
        nameAndOffice(seat, speech),
        seat.organisation === undefined ? undefined : speech.text(seat.organisation),
        speech.say(`xlsx-${said}`),
      ];
    }
  }
}

function eventOf({ events }: Programme, id: string | undefined): TimedEvent | undefined {
  return events.find(({ event }) => event.id === id);
}

function titleOf(timed: TimedEvent | undefined, speech: Speech): string {
  return timed === undefined ? speech.say("note-no-event") : speech.text(timed.event.title);
}

function nameOf(id: string, { seats, speech }: Telling): string {
  const seat = seats.find((one) => one.id === id);
  return seat === undefined ? id : whoIs(seat, speech);
}
