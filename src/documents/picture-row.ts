/** One event of the day's picture: which lines it has, how high it is, and how it is drawn. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { isMissed } from "../domain/absences.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { dayOf, endOf, eventsOn } from "../domain/timetable.ts";
import { dateIn, offsetOf } from "../domain/zones.ts";
import { placeOf, zoneOn } from "../messages/event-lines.ts";
import type { Reading } from "../messages/reading.ts";
import { clock, dayAndMonth, zoneName } from "../messages/times.ts";
import { type Look, setFont, wrapped } from "./picture-text.ts";

/** The picture is as wide as a phone shows it without scaling up. */
export const WIDTH = 1080;
/** Where the hours end, and where the words begin. */
const RULE = 262;
const WORDS = 306;
const MARGIN = 44;

/** How much room a day gives its events; the fuller the day, the less. */
export interface Density {
  readonly time: number;
  readonly title: number;
  readonly small: number;
  readonly titleLines: number;
  readonly placeLines: number;
  readonly padding: number;
}

export const densities: readonly Density[] = [
  { time: 60, title: 42, small: 33, titleLines: 3, placeLines: 2, padding: 30 },
  { time: 50, title: 36, small: 29, titleLines: 2, placeLines: 1, padding: 20 },
  { time: 42, title: 33, small: 27, titleLines: 2, placeLines: 1, padding: 12 },
  { time: 40, title: 31, small: 26, titleLines: 1, placeLines: 1, padding: 10 },
];

export const ink = "#1b1f24";
export const faint = "#5b6470";
export const nowColour = "#d1242f";
const tentativeColour = "#8a5a00";

interface Line {
  readonly text: string;
  readonly look: Look;
  /** A sign before the line; a line that goes on below one is set in as far. */
  readonly shape?: "pin" | "clock" | "dashes" | "none";
}

export interface PictureRow {
  readonly timed: OwnEvent;
  readonly times: readonly Line[];
  readonly words: readonly Line[];
  readonly padding: number;
  readonly height: number;
  readonly over: boolean;
  readonly on: boolean;
}

export function rowOf(
  context: SKRSContext2D,
  reading: Reading,
  timed: OwnEvent,
  { date, density }: { date: string; density: Density },
): PictureRow {
  const times = timeLines(reading, timed, date, density);
  const words = wordLines(context, reading, timed, { date, density });
  return {
    timed,
    times,
    words,
    padding: density.padding,
    height: Math.max(heightOf(times), heightOf(words)) + 2 * density.padding,
    over: endOf(timed) <= reading.now,
    on: !isMissed(reading, timed) && timed.start <= reading.now && reading.now < endOf(timed),
  };
}

function lineHeight({ look }: Line): number {
  return Math.round(look.size * 1.3);
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + lineHeight(line), 0);
}

/** When it begins, large; when it ends, and in which zone and on which day where these are others. */
function timeLines({ own, speech }: Reading, timed: OwnEvent, date: string, density: Density): Line[] {
  const { start, end, zone, endZone } = timed;
  const large = { size: density.time, bold: true, colour: ink };
  const small = { size: density.small, colour: faint };
  const endDay = dateIn(endZone, endOf(timed));
  const named = (which: string, at: number) => [{ text: zoneName(which, at, speech.language), look: small }];
  const elsewhere = zone === endZone ? [] : named(endZone, endOf(timed));
  const around = zoneOn(eventsOn(own, date), date) ?? zone;
  const from = offsetOf(zone, start) === offsetOf(around, start) ? [] : named(zone, start);
  if (end !== undefined && dayOf(timed) < date) {
    return [
      { text: speech.say("until", { time: clock(end, endZone) }), look: { ...large, size: density.title } },
    ];
  }
  return [
    { text: clock(start, zone), look: large },
    ...from,
    // Gathered for before midnight, it begins on the day after.
    ...(dayOf(timed) > date ? [{ text: dayAndMonth(dayOf(timed), speech.language), look: small }] : []),
    ...(end === undefined ? [] : [{ text: `– ${clock(end, endZone)}`, look: small }]),
    ...(end === undefined || endDay === dayOf(timed)
      ? []
      : [{ text: dayAndMonth(endDay, speech.language), look: small }]),
    ...(end === undefined ? [] : elsewhere),
  ];
}

function wordLines(
  context: SKRSContext2D,
  reading: Reading,
  timed: OwnEvent,
  { date, density }: { date: string; density: Density },
): Line[] {
  const { speech, mission } = reading;
  const { event } = timed;
  const small = { size: density.small, colour: faint };
  const title = { size: density.title, bold: true, colour: ink };
  const lines = (text: string, look: Look, most: number, shape?: Line["shape"]): Line[] => {
    setFont(context, look);
    const width = WIDTH - WORDS - MARGIN - (shape === undefined ? 0 : density.small * 1.3);
    return wrapped(context, text, { width, most, language: speech.language }).map((line, index) => ({
      text: line,
      look,
      ...(shape === undefined ? {} : { shape: index === 0 ? shape : ("none" as const) }),
    }));
  };
  const marks = [
    ...(isMissed(reading, timed) ? [speech.say("picture-away")] : []),
    ...(timed.held ? [speech.say("picture-held")] : []),
    ...(event.status === "tentative" ? [speech.say("picture-tentative")] : []),
    ...(timed.undecided ? [speech.say("picture-undecided")] : []),
    ...(event.optional ? [speech.say("picture-optional")] : []),
  ];
  const place = placeOf(mission, timed, speech);
  return [
    ...lines(speech.text(event.title), title, density.titleLines),
    ...(marks.length === 0
      ? []
      : lines(speech.list(marks), { ...small, colour: tentativeColour }, 1, "dashes")),
    // Where people gathered yesterday would send somebody there today.
    ...(event.gathering === undefined || timed.held || dayOf(timed) < date
      ? []
      : lines(gathering(reading, timed), { ...small, colour: ink }, 1, "clock")),
    ...(place === undefined ? [] : lines(place, small, density.placeLines, "pin")),
  ];
}

function gathering({ speech }: Reading, timed: OwnEvent): string {
  const time = clock(timed.call, timed.zone);
  const place = timed.event.gathering?.place;
  return place === undefined
    ? speech.say("paper-gathering", { time })
    : speech.list([speech.say("paper-gathering", { time }), speech.text(place)]);
}

/** Draws a row with its top at `y`. What is over is dimmed, what is on stands on a tint of the mission's colour. */
export function drawRow(context: SKRSContext2D, row: PictureRow, y: number, colour: string): void {
  context.save();
  if (row.on) {
    context.globalAlpha = 0.1;
    context.fillStyle = colour;
    context.fillRect(0, y, WIDTH, row.height);
  }
  context.globalAlpha = row.over ? 0.4 : 1;
  context.fillStyle = colour;
  context.fillRect(RULE, y + row.padding / 2, 6, row.height - row.padding);
  let top = y + row.padding;
  for (const line of row.times) {
    setFont(context, line.look);
    context.textAlign = "right";
    context.fillText(line.text, RULE - 26, top + line.look.size, RULE - 40);
    top += lineHeight(line);
  }
  context.textAlign = "left";
  top = y + row.padding;
  for (const line of row.words) {
    setFont(context, line.look);
    const indent = line.shape === undefined ? 0 : line.look.size * 1.3;
    context.fillText(line.text, WORDS + indent, top + line.look.size);
    if (line.shape !== undefined)
      drawShape(context, line.shape, WORDS, top + line.look.size * 0.24, line.look.size * 0.86);
    top += lineHeight(line);
  }
  context.restore();
}

/** Small signs of our own, for the fonts have no pictures. The colour is that of the words beside. */
function drawShape(
  context: SKRSContext2D,
  shape: NonNullable<Line["shape"]>,
  x: number,
  y: number,
  size: number,
): void {
  const middle = x + size / 2;
  context.strokeStyle = context.fillStyle;
  context.lineWidth = size / 9;
  context.beginPath();
  if (shape === "pin") {
    context.arc(middle, y + size * 0.38, size * 0.3, Math.PI * 0.85, Math.PI * 0.15);
    context.lineTo(middle, y + size);
    context.closePath();
    context.stroke();
    context.beginPath();
    context.arc(middle, y + size * 0.38, size * 0.1, 0, 2 * Math.PI);
    context.fill();
  } else if (shape === "clock") {
    context.arc(middle, y + size / 2, size * 0.4, 0, 2 * Math.PI);
    context.moveTo(middle, y + size * 0.25);
    context.lineTo(middle, y + size / 2);
    context.lineTo(middle + size * 0.2, y + size * 0.6);
    context.stroke();
  } else if (shape === "dashes") {
    context.setLineDash([size / 5, size / 7]);
    context.strokeRect(x + size * 0.14, y + size * 0.14, size * 0.72, size * 0.72);
    context.setLineDash([]);
  }
}

/** The line of the present, across the picture, with the hour at its left end. */
export function drawNow(context: SKRSContext2D, y: number, label: string): void {
  context.fillStyle = nowColour;
  context.fillRect(0, y - 3, WIDTH, 6);
  setFont(context, { size: 28, bold: true, colour: "#ffffff" });
  const width = context.measureText(label).width + 32;
  context.fillStyle = nowColour;
  context.beginPath();
  context.roundRect(WIDTH - MARGIN - width, y - 22, width, 44, 22);
  context.fill();
  context.fillStyle = "#ffffff";
  context.fillText(label, WIDTH - MARGIN - width + 16, y + 10);
}
