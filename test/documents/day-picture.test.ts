import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { dayPicture } from "../../src/documents/day-picture.ts";
import { pictureKey } from "../../src/documents/picture-key.ts";
import { densities, rowOf } from "../../src/documents/picture-row.ts";
import { drawable, readyFonts, setFont, wrapped } from "../../src/documents/picture-text.ts";
import type { Language, Mission } from "../../src/domain/mission.ts";
import { krasnoyarsk, missionWith, tokyo } from "../support/missions.ts";
import { inForce, readingOf } from "../support/readings.ts";

const noon = Date.parse("2016-11-17T05:20:00Z");
const longBefore = Date.parse("2016-01-01T00:00:00Z");

function readingFor(mission: Mission, language: Language, now: number) {
  const [seat] = mission.people ?? [];
  if (seat === undefined) throw new Error("nobody travels");
  return readingOf(inForce(mission), seat, { language, now });
}

/** The picture as one sees it: its size, and the colour at a point. */
async function seen(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const colourAt = (x: number, y: number) => {
    const at = (y * image.width + x) * 4;
    return `#${Buffer.from(data.slice(at, at + 3)).toString("hex")}`;
  };
  const rowsOf = (x: number, colour: string) =>
    Array.from({ length: image.height }, (_, y) => y).filter((y) => colourAt(x, y) === colour);
  return { width: image.width, height: image.height, colourAt, rowsOf };
}

const present = "#d1242f";

function crowded(count: number): Mission {
  const time = (index: number, past: number) => {
    const minutes = 8 * 60 + index * 15 + past;
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  };
  return missionWith({
    people: [{ id: "one", position: "Guest" }],
    venues: [{ id: "hall", name: "МВДЦ «Сибирь», большой зал" }],
    events: Array.from({ length: count }, (_, index) => ({
      id: `talks-${index}`,
      title: `Переговоры № ${index + 1} с представителями промышленных предприятий края`,
      venue: "hall",
      start: time(index, 0),
      end: time(index, 14),
    })),
  });
}

describe.each([
  [krasnoyarsk, ["2016-11-16", "2016-11-17"]],
  [tokyo, ["2016-02-29", "2016-03-03"]],
] as const)("the days of $id", (mission, days) => {
  test.each(mission.languages)("are pictures in %s, on the mission's colour", async (language) => {
    for (const day of days) {
      const { width, height, colourAt } = await seen(
        await dayPicture(readingFor(mission, language, longBefore), day),
      );
      expect(width).toBe(1080);
      expect(height).toBeGreaterThan(300);
      expect(height).toBeLessThanOrEqual(2560);
      expect(colourAt(4, 4)).toBe(mission.colour);
      expect(colourAt(4, height - 4)).toBe("#ffffff");
    }
  });
});

test("the present is a line across today, and on no other day", async () => {
  const today = await seen(await dayPicture(readingFor(krasnoyarsk, "ru", noon), "2016-11-17"));
  expect(today.rowsOf(10, present)).toHaveLength(6);
  const tomorrow = await seen(await dayPicture(readingFor(krasnoyarsk, "ru", noon), "2016-11-18"));
  expect(tomorrow.rowsOf(10, present)).toHaveLength(0);
});

test("as the day goes on, the line goes down", async () => {
  const hours = ["01:00", "05:20", "16:00"];
  const heights: number[] = [];
  for (const hour of hours) {
    const now = Date.parse(`2016-11-17T${hour}:00Z`);
    const { rowsOf } = await seen(await dayPicture(readingFor(krasnoyarsk, "ru", now), "2016-11-17"));
    heights.push(rowsOf(10, present)[0] ?? 0);
  }
  expect(heights).toEqual([...new Set(heights)].sort((a, b) => a - b));
});

test("an empty day is a picture that says so, and a full one is no higher than Telegram shows", async () => {
  const empty = await seen(await dayPicture(readingFor(krasnoyarsk, "ru", noon), "2016-12-01"));
  expect(empty.height).toBeLessThan(700);
  const few = await seen(await dayPicture(readingFor(crowded(6), "ru", noon), "2016-11-17"));
  const twenty = await seen(await dayPicture(readingFor(crowded(20), "ru", noon), "2016-11-17"));
  const sixty = await seen(await dayPicture(readingFor(crowded(60), "ru", longBefore), "2016-11-17"));
  expect(few.height).toBeLessThan(twenty.height);
  expect(twenty.height).toBeLessThanOrEqual(2560);
  expect(sixty.height).toBeLessThanOrEqual(2560);
  expect(sixty.height).toBeGreaterThan(2300);
});

test("a picture takes less than a second", async () => {
  const reading = readingFor(krasnoyarsk, "ru", noon);
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const from = performance.now();
    await dayPicture(reading, "2016-11-17");
    times.push(performance.now() - from);
  }
  expect(times.sort((a, b) => a - b)[2]).toBeLessThan(1000);
});

describe("an event that touches two days", () => {
  readyFonts();
  const context = createCanvas(1, 1).getContext("2d");
  const night = missionWith({
    people: [{ id: "one", position: "Guest" }],
    events: [
      {
        id: "flight",
        title: "Перелёт",
        start: "2016-11-17T23:35",
        end: "2016-11-18T08:00",
        gathering: { at: "2016-11-17T21:30" },
      },
      {
        id: "train",
        title: "Поезд",
        start: "2016-11-19T00:30",
        end: "2016-11-19T06:00",
        gathering: { at: "2016-11-18T23:30" },
      },
    ],
  });
  const reading = readingFor(night, "ru", longBefore);
  const lines = (id: string, date: string) => {
    const timed = reading.own.find(({ event }) => event.id === id);
    const [density] = densities;
    if (timed === undefined || density === undefined) throw new Error(id);
    const { times, words } = rowOf(context, reading, timed, { date, density });
    return [...times, ...words].map(({ text }) => text);
  };

  test("names its gathering on the day people gather, and not the day after", () => {
    expect(lines("flight", "2016-11-17")).toEqual([
      "23:35",
      "– 08:00",
      "18 ноября",
      "Перелёт",
      "Сбор в 21:30",
    ]);
    expect(lines("flight", "2016-11-18")).toEqual(["до 08:00", "Перелёт"]);
  });

  test("says on which day it begins where that is not the day shown", () => {
    expect(lines("train", "2016-11-18")).toEqual(["00:30", "19 ноября", "– 06:00", "Поезд", "Сбор в 23:30"]);
  });
});

test("what the reader will not come to says so, is not tinted, and makes the picture another", () => {
  readyFonts();
  const context = createCanvas(1, 1).getContext("2d");
  const reading = readingFor(krasnoyarsk, "ru", Date.parse("2016-11-17T04:10:00Z"));
  const away = { ...reading, away: new Set(["wreath-laying"]) };
  const timed = reading.own.find(({ event }) => event.id === "wreath-laying");
  const [density] = densities;
  if (timed === undefined || density === undefined) throw new Error("no wreath is laid");
  const row = (of: typeof reading) => rowOf(context, of, timed, { date: "2016-11-17", density });
  expect(row(reading)).toMatchObject({ on: true });
  expect(row(away)).toMatchObject({ on: false });
  expect(row(away).words.map(({ text }) => text)).toContain("вас не будет");
  expect(pictureKey(away, "2016-11-17")).not.toBe(pictureKey(reading, "2016-11-17"));
});

describe("words", () => {
  readyFonts();
  const context = createCanvas(1, 1).getContext("2d");
  setFont(context, { size: 40, bold: true, colour: "#000000" });
  const lines = (text: string, most = 3, language: Language = "ru") =>
    wrapped(context, text, { width: 500, most, language });

  test("are wrapped between words, with their punctuation", () => {
    const title = "Круглый стол «Инновационное развитие промышленных предприятий»";
    const wrapped = lines(title, 9);
    expect(wrapped.join(" ")).toBe(title);
    expect(wrapped.length).toBeGreaterThan(2);
    for (const line of wrapped) expect(context.measureText(line).width).toBeLessThanOrEqual(500);
  });

  test("are cut after so many lines, and show it", () => {
    const cut = lines("слово ".repeat(100), 3);
    expect(cut).toHaveLength(3);
    expect(cut[2]).toMatch(/…$/);
    for (const line of cut) expect(context.measureText(line).width).toBeLessThanOrEqual(500);
  });

  test("too long for a line are broken, and Japanese anywhere between words", () => {
    expect(lines("Ф".repeat(60), 9).join("")).toBe("Ф".repeat(60));
    const japanese = "ラウンドテーブル「工業団地と現地生産化」について";
    const broken = lines(japanese, 9, "ja");
    expect(broken.join("")).toBe(japanese);
    expect(broken.length).toBeGreaterThan(1);
    for (const line of broken) expect(line).not.toMatch(/^[」、。]|「$/);
  });

  test("lose what the fonts cannot draw, and nothing else", () => {
    expect(drawable("⏰ Сбор 🇯🇵 в 10:15, № 2 → «зал» 1️⃣ 集合")).toBe("Сбор в 10:15, № 2 → «зал» 1 集合");
    expect(lines("🎻")).toEqual([]);
  });
});
