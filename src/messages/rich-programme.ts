/** The whole programme as a rich message (Bot API 10.2): a fold for each day, a map of where to be next, a table for organisers. */
import type { FormattedString } from "@grammyjs/parse-mode";
import type { InputRichBlock, RichBlockTableCell, RichText } from "grammy/types";
import { attending, isMissed } from "../domain/absences.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { isOrganiser } from "../domain/seats.ts";
import { dayOf, daysWith, endOf, eventsOn, onAndNext } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { awayMark, gatheringLine, hoursOn, placeOf, zoneOn } from "./event-lines.ts";
import type { BotMessage } from "./message.ts";
import type { Reading } from "./reading.ts";
import { type RichMessage, richText, withinLimits } from "./rich.ts";
import { begunOn, programmeMessage, zoneLine } from "./schedule.ts";
import { dates, longDay } from "./times.ts";

type Block = InputRichBlock;

/** Maps are asked for in pixels; phones make them as wide as the message. */
const MAP = { zoom: 15, width: 800, height: 400 } as const;

/** Nothing where there is nothing to unfold, or more than Telegram takes: the plain form then says it. */
export function richProgramme(reading: Reading): RichMessage | undefined {
  const { mission, own, speech, now } = reading;
  const days = daysWith(own);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { on, next } = onAndNext(attending(own, reading), now);
  const current = [...on, ...next].map(dayOf)[0];
  const blocks: Block[] = [
    { type: "heading", size: 3, text: speech.text(mission.programme.mission.title) },
    { type: "paragraph", text: dates(first, last, speech.language) },
    ...days.map((day) => dayBlock(reading, day, { isOpen: day === current, next: next[0] })),
  ];
  const plain: BotMessage = programmeMessage(reading);
  const buttons = plain.buttons === undefined ? {} : { buttons: plain.buttons };
  const message = { blocks, ...buttons };
  return withinLimits(message) ? message : undefined;
}

function dayBlock(
  reading: Reading,
  day: string,
  { isOpen, next }: { isOpen: boolean; next: OwnEvent | undefined },
): Block {
  const { own, speech, seat } = reading;
  const events = eventsOn(own, day);
  const zoned = zoneOn(events, day);
  const count = speech.say("programme-day", {
    day: capital(longDay(day, speech.language)),
    count: events.length,
  });
  const zone = zoned && zoneLine(reading, zoned, begunOn(events, day) ?? reading.now);
  const programme = isOrganiser(seat)
    ? [table(reading, day, events)]
    : events.map((timed) => entry(reading, day, timed));
  return {
    type: "details",
    summary: { type: "bold", text: count },
    blocks: [
      ...(zone === undefined ? [] : [{ type: "paragraph" as const, text: zone }]),
      ...programme,
      ...(next !== undefined && dayOf(next) === day ? mapOf(reading, next) : []),
    ],
    ...(isOpen ? { is_open: true as const } : {}),
  };
}

function entry(reading: Reading, day: string, timed: OwnEvent): Block {
  const { mission, speech, now } = reading;
  const { event } = timed;
  const isOver = endOf(timed) <= now && !timed.held;
  const isOn = !isOver && timed.call <= now && !isMissed(reading, timed);
  const place = placeOf(mission, timed, speech);
  const lines: (FormattedString | string)[] = [
    ...marksOf(reading, timed),
    ...(event.gathering !== undefined && !timed.held && !isOver ? [gatheringLine(timed, speech)] : []),
    ...(place === undefined || isOver ? [] : [`📍 ${place}`]),
  ];
  return {
    type: "paragraph",
    text: [
      isOver ? "✓ " : isOn ? "▶️ " : "",
      richText(hoursOn(reading, timed, day)),
      "\n",
      { type: "bold", text: speech.text(event.title) },
      ...lines.flatMap((line) => ["\n", typeof line === "string" ? line : richText(line)]),
    ],
  };
}

/** What is not settled about it. */
function marksOf(reading: Reading, timed: OwnEvent): string[] {
  const { speech } = reading;
  const { event, held, undecided } = timed;
  return [
    ...(isMissed(reading, timed) ? [awayMark(reading, timed)] : []),
    ...(held ? [speech.say("held")] : []),
    ...(event.status === "tentative" ? [speech.say("mark-tentative")] : []),
    ...(undecided ? [speech.say("mark-undecided")] : []),
    ...(event.optional ? [speech.say("mark-optional")] : []),
  ];
}

/** Hours, what and where in columns: organisers look across many events at once. */
function table(reading: Reading, day: string, events: readonly OwnEvent[]): Block {
  const { mission, speech } = reading;
  const cell = (text: RichText, isHeader = false): RichBlockTableCell => ({
    text,
    align: "left",
    valign: "top",
    ...(isHeader ? { is_header: true as const } : {}),
  });
  const headings = ["paper-time", "paper-event", "paper-place"].map((key) => cell(speech.say(key), true));
  return {
    type: "table",
    is_compact: true,
    is_striped: true,
    cells: [
      headings,
      ...events.map((timed) => [
        cell(richText(hoursOn(reading, timed, day))),
        cell([speech.text(timed.event.title), ...marksOf(reading, timed).map((mark) => ` ${mark}`)]),
        cell(placeOf(mission, timed, speech) ?? "—"),
      ]),
    ],
  };
}

function mapOf({ mission, speech }: Reading, { event }: OwnEvent): Block[] {
  const venue = mission.programme.mission.venues?.find(({ id }) => id === event.venue);
  if (venue?.location === undefined) return [];
  const { latitude, longitude } = venue.location;
  const caption = { text: `📍 ${speech.text(venue.name)}` };
  return [{ type: "map", location: { latitude, longitude }, ...MAP, caption }];
}
