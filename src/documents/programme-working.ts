/** A line of the working programme, which organisers hold, and the lists they have at hand behind it. */
import { type FileChild, HeadingLevel, Paragraph } from "docx";
import type { Mission, Text } from "../domain/mission.ts";
import { capital } from "../domain/words.ts";
import { gatheringTime } from "../messages/event-lines.ts";
import type { Speech } from "../messages/speech.ts";
import { clock } from "../messages/times.ts";
import { type Column, type Lines, type Piece, runs, tableOf } from "./paper.ts";
import { placeLines, type Row, titleLines, whenLines } from "./programme-general.ts";

export const workingColumns: readonly Column[] = [
  { heading: "paper-time", width: 12 },
  { heading: "paper-transport", width: 15 },
  { heading: "paper-event", width: 34 },
  { heading: "paper-place", width: 16 },
  { heading: "paper-people", width: 23 },
];

export function workingRow(row: Row): Lines[] {
  const cells = [whenLines(row), transportLines(row), eventLines(row), placeLines(row), peopleLines(row)];
  if (!row.cancelled) return cells;
  const struck = (piece: Piece): Piece => ({ ...piece, strike: true });
  const [when = [], ...others] = cells.map((lines) =>
    lines.map((line) => ("text" in line ? struck(line) : line.map(struck))),
  );
  return [[...when, { text: row.speech.say("paper-cancelled"), bold: true }], ...others];
}

/** Where and when people gather, when they leave, and in which vehicles. */
function transportLines({ timed, mission, speech }: Row): Piece[] {
  const { event, zone, departs } = timed;
  const { gathering } = event;
  const vehicles = (mission.vehicles ?? []).filter(({ id }) => event.vehicles?.includes(id));
  return [
    ...(gathering === undefined
      ? []
      : [{ text: speech.say("paper-gathering", { time: gatheringTime(timed, speech) }), bold: true }]),
    ...(gathering?.place === undefined ? [] : [{ text: speech.text(gathering.place) }]),
    ...(departs === undefined
      ? []
      : [{ text: speech.say("paper-departs", { time: clock(departs, zone) }), bold: true }]),
    ...vehicles.map(({ name, plate }) => ({
      text: plate === undefined ? speech.text(name) : `${speech.text(name)} (${plate})`,
    })),
  ];
}

function eventLines(row: Row): Lines {
  const { timed, speech } = row;
  const { event } = timed;
  const [title = [], ...more] = titleLines(row);
  const bold = ("text" in title ? [title] : title).map((piece, index) =>
    index === 0 ? { ...piece, bold: true } : piece,
  );
  return [
    bold,
    ...more,
    ...(event.audience === "organisers" ? [{ text: speech.say("paper-organisers"), italics: true }] : []),
    ...(event.fixed ? [{ text: speech.say("paper-fixed"), italics: true }] : []),
    ...(event.capacity === undefined
      ? []
      : [{ text: speech.say("paper-capacity", { count: event.capacity }) }]),
    ...(event.description === undefined ? [] : [{ text: speech.text(event.description) }]),
    ...fact(speech, "paper-dress", event.dressCode),
    ...(event.bring === undefined || event.bring.length === 0
      ? []
      : labelled(speech, "paper-bring", speech.list(event.bring.map((thing) => speech.text(thing))))),
    ...fact(speech, "paper-weather", event.weather),
    ...(event.documents ?? []).map(({ title, url }) => ({ text: `${speech.text(title)}: ${url}` })),
    ...fact(speech, "paper-brief", event.brief),
  ];
}

/** Who receives, interprets, does what, and whom to call. */
function peopleLines({ timed: { event }, mission, speech }: Row): Lines {
  const contact = mission.contacts?.find(({ id }) => id === event.contact);
  return [
    ...fact(speech, "paper-host", event.host),
    ...(event.roles ?? []).map(({ role, person }) => [
      { text: `${capital(speech.text(role))}: `, italics: true },
      { text: personLine(mission, person, speech) },
    ]),
    ...fact(speech, "paper-interpreter", event.interpreter),
    ...(contact === undefined
      ? []
      : [
          ...labelled(speech, "paper-contact", speech.text(contact.role)),
          // A number broken between two lines is dialled wrong.
          ...[contact.name, contact.phone, contact.telegram].flatMap((text) =>
            text === undefined ? [] : [{ text }],
          ),
        ]),
  ];
}

function personLine({ people }: Mission, id: string | undefined, speech: Speech): string {
  const seat = people?.find((one) => one.id === id);
  if (seat === undefined) return id ?? "";
  return [speech.text(seat.position), seat.name].filter((part) => part !== undefined).join(", ");
}

function fact(speech: Speech, key: string, text: Text | undefined): Lines {
  return text === undefined ? [] : labelled(speech, key, speech.text(text));
}

function labelled(speech: Speech, key: string, text: string): Lines {
  return [[{ text: `${speech.say(key)} `, italics: true }, { text }]];
}

/** What is asked for at the kerb: whom to call, which bus, who answers for whom. */
export function appendices(mission: Mission, speech: Speech): FileChild[] {
  const { contacts = [], vehicles = [], groups = [], people = [] } = mission;
  const phoneOf = (id: string | undefined) => people.find((seat) => seat.id === id)?.phone ?? "";
  const escort = (id: string | undefined) => (id === undefined ? "" : personLine(mission, id, speech));
  return [
    ...list(
      speech,
      "paper-contacts",
      ["paper-who", "paper-name", "paper-phone", "paper-telegram"],
      [
        ...contacts.map(({ role, name, phone, telegram }) => [
          speech.text(role),
          name ?? "",
          phone ?? "",
          telegram ?? "",
        ]),
      ],
    ),
    ...list(
      speech,
      "paper-vehicles",
      ["paper-vehicle", "paper-plate", "paper-escort", "paper-phone"],
      [
        ...vehicles.map((one) => [
          speech.text(one.name),
          one.plate ?? "",
          escort(one.escort),
          phoneOf(one.escort),
        ]),
      ],
    ),
    ...list(
      speech,
      "paper-groups",
      ["paper-group", "paper-escort", "paper-phone"],
      [...groups.map((one) => [speech.text(one.title), escort(one.escort), phoneOf(one.escort)])],
    ),
  ];
}

function list(
  speech: Speech,
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): FileChild[] {
  if (rows.length === 0) return [];
  const width = 100 / headings.length;
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs({ text: speech.say(title) }) }),
    tableOf(
      headings.map((heading) => ({ heading: speech.say(heading), width })),
      rows.map((cells) => cells.map((text) => [{ text }])),
    ),
  ];
}
