/** The day as a picture: a card to look at in a lobby, with large hours and everything of one day on it. */
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { eventsOn, zoneOfDay } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import type { Reading } from "../messages/reading.ts";
import { begunOn } from "../messages/schedule.ts";
import { clock, longDay, zoneName } from "../messages/times.ts";
import { isToday } from "./picture-key.ts";
import { densities, drawNow, drawRow, faint, type PictureRow, rowOf, WIDTH } from "./picture-row.ts";
import { readyFonts, setFont, wrapped } from "./picture-text.ts";

/** Telegram makes anything higher smaller, until it cannot be read (photos are kept within 2560 × 2560). */
const HEIGHT = 2560;
const MARGIN = 44;
const MORE = 80;
const FOOT = 28;
/** Room for the line of the present, which stands on nobody's words. */
const PRESENT = 48;
const defaultColour = "#1f5fa8";

/** A PNG, 1080 pixels wide, of one day of a person's own programme as it stands at `reading.now`. */
export async function dayPicture(reading: Reading, date: string): Promise<Uint8Array> {
  readyFonts();
  // Text is measured before it is known how high the picture will be.
  const measuring = createCanvas(1, 1).getContext("2d");
  const head = headOf(measuring, reading, date);
  const present = isToday(reading, date) ? PRESENT : 0;
  const { rows, left } = rowsWithin(measuring, reading, date, HEIGHT - head.height - present - FOOT);
  const body = rows.reduce((sum, { height }) => sum + height, present) + (left > 0 ? MORE : 0);
  const height = head.height + Math.max(body, rows.length === 0 ? 260 : 0) + FOOT;

  const canvas = createCanvas(WIDTH, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, WIDTH, height);
  drawHead(context, head);
  drawRows(context, reading, date, { rows, left, from: head.height });
  return new Uint8Array(await canvas.encode("png"));
}

interface Head {
  readonly title: readonly string[];
  readonly day: readonly string[];
  readonly zone: string;
  readonly colour: string;
  readonly text: string;
  readonly height: number;
}

const titleSize = 34;
const daySize = 62;

function headOf(context: SKRSContext2D, { mission, own, speech, now }: Reading, date: string): Head {
  const { mission: file } = mission.programme;
  const colour = file.colour ?? defaultColour;
  const text = isLight(colour) ? "#1b1f24" : "#ffffff";
  const lines = (words: string, size: number, bold: boolean) => {
    setFont(context, { size, bold, colour: text });
    return wrapped(context, words, { width: WIDTH - 2 * MARGIN, most: 2, language: speech.language });
  };
  const title = lines(speech.text(file.title), titleSize, false);
  const day = lines(capital(longDay(date, speech.language)), daySize, true);
  const events = eventsOn(own, date);
  const zone = zoneOfDay(own, date, file.timezone);
  return {
    title,
    day,
    zone: speech.say("paper-zone", { zone: zoneName(zone, begunOn(events, date) ?? now, speech.language) }),
    colour,
    text,
    height: Math.round(title.length * titleSize * 1.3 + day.length * daySize * 1.25 + titleSize * 1.3 + 76),
  };
}

function drawHead(context: SKRSContext2D, { title, day, zone, colour, text, height }: Head): void {
  context.fillStyle = colour;
  context.fillRect(0, 0, WIDTH, height - 10);
  let y = 30;
  const line = (words: string, size: number, bold: boolean, spacing: number) => {
    setFont(context, { size, bold, colour: text });
    context.fillText(words, MARGIN, y + size);
    y += size * spacing;
  };
  for (const words of title) line(words, titleSize, false, 1.3);
  for (const words of day) line(words, daySize, true, 1.25);
  y += 8;
  line(zone, 30, false, 1.3);
}

/** Whether dark words are read better on a colour (`#rrggbb`) than white ones, by its luminance. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 160;
}

/** As many events as fit, as large as all of them fit; of a day fuller than any the rest is counted. */
function rowsWithin(
  context: SKRSContext2D,
  reading: Reading,
  date: string,
  room: number,
): { rows: PictureRow[]; left: number } {
  const events = eventsOn(reading.own, date);
  let rows: PictureRow[] = [];
  for (const density of densities) {
    rows = events.map((timed) => rowOf(context, reading, timed, { date, density }));
    if (rows.reduce((sum, { height }) => sum + height, 0) <= room) return { rows, left: 0 };
  }
  const total = rows.length;
  const heightOf = (some: readonly PictureRow[]) => some.reduce((sum, { height }) => sum + height, MORE);
  // What is over is missed least, and after that what is furthest ahead.
  while (heightOf(rows) > room && rows[0]?.over) rows = rows.slice(1);
  while (heightOf(rows) > room) rows = rows.slice(0, -1);
  return { rows, left: total - rows.length };
}

function drawRows(
  context: SKRSContext2D,
  reading: Reading,
  date: string,
  { rows, left, from }: { rows: readonly PictureRow[]; left: number; from: number },
): void {
  const { speech, now, own, mission } = reading;
  const { mission: file } = mission.programme;
  if (rows.length === 0) {
    setFont(context, { size: 42, colour: faint });
    const lines = wrapped(context, speech.say("day-empty"), {
      width: WIDTH - 2 * MARGIN,
      most: 3,
      language: speech.language,
    });
    for (const [index, line] of lines.entries()) context.fillText(line, MARGIN, from + 110 + index * 56);
    return;
  }
  const today = isToday(reading, date);
  // The present stands above what has not begun.
  const begun = rows.findIndex((row) => row.timed.start > now);
  const at = begun < 0 ? rows.length : begun;
  const zone = zoneOfDay(own, date, file.timezone);
  let y = from;
  const present = () => {
    drawNow(context, y + PRESENT / 2, clock(now, zone));
    y += PRESENT;
  };
  for (const [index, row] of rows.entries()) {
    if (today && index === at) present();
    else if (index > 0) {
      context.fillStyle = "#e3e7ec";
      context.fillRect(MARGIN, y - 1, WIDTH - 2 * MARGIN, 2);
    }
    drawRow(context, row, y, file.colour ?? defaultColour);
    y += row.height;
  }
  if (today && at === rows.length) present();
  if (left > 0) {
    setFont(context, { size: 34, bold: true, colour: faint });
    context.fillText(speech.say("picture-more", { count: left }), MARGIN, y + 52);
  }
}
