import { createHash } from "node:crypto";
import { createCanvas } from "@napi-rs/canvas";
import readExcelFile from "read-excel-file/universal";
import { afterEach, describe, expect, it } from "vitest";
import { unzipped } from "../../src/documents/unzipped.ts";
import { agreementOf, contactOf, odd } from "../support/reports.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-18T14:10"), partBytes: 60_000 });
const { app, api } = stage;
const { store } = app;
const medic = await stage.delegate("krasnoyarsk", "cluster-director", "Медик", "ru");
const biotech = await stage.delegate("krasnoyarsk", "biotechnology", "Biotech", "en");
const chamber = await stage.delegate("krasnoyarsk", "chamber", "会頭", "ja");
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const second = await stage.delegate("krasnoyarsk", "protocol", "Organiser", "en");
const photo = await createCanvas(900, 700).encode("jpeg");
const voice = Buffer.alloc(40_000, "v");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

async function writes(
  who: typeof medic,
  event: string,
  done: string,
  ...what: Parameters<typeof medic.sends>[0][]
) {
  await who.sends("/note");
  await who.taps(event);
  for (const one of what) await who.sends(one);
  await who.taps(done);
}

await writes(medic, "Посещение КГБУЗ", "Готово", odd, { photo, caption: `=HYPERLINK("x") ${odd}` });
await writes(medic, "Посещение КГБУЗ", "Готово", { voice }, { voice });
await writes(biotech, "Visit to the Krasnoyarsk", "Done", "слово ".repeat(680), {
  document: Buffer.from("protocol"),
  name: "../..\\evil:протокол.pdf",
});
await store.acquaintances.add(
  "krasnoyarsk",
  contactOf({ name: odd, meetings: [meetingOf("chamber", chamber.id)] }),
);
await store.acquaintances.add("krasnoyarsk", contactOf({ id: "two", share: "no" }));
await store.agreements.add("krasnoyarsk", agreementOf({ what: odd, deadline: "2016-12-01" }), undefined);

function meetingOf(seat: string, user: number) {
  return { seat, user, at: stage.clock.now(), remark: `-1 ${odd}` };
}

async function received(who: typeof organiser, name: RegExp): Promise<Uint8Array> {
  const message = await who.sees(name);
  return api.files.byId(message.document?.file_id ?? "")?.bytes ?? new Uint8Array();
}

async function rowsOf(bytes: Uint8Array) {
  const [sheet] = await readExcelFile(new Blob([new Uint8Array(bytes)]));
  return sheet?.data ?? [];
}

const exports = async (label: string, who = organiser) => {
  await who.sends("/export");
  await who.taps(label);
};

describe("what the mission brought home as tables", () => {
  it("notes have a line for each message, with dates as dates and texts as texts", async () => {
    await exports("Заметки (Excel)");
    const [heading, ...rows] = await rowsOf(await received(organiser, /krasnoyarsk-notes\.xlsx/));
    await organiser.sees("✅ Готово, 1 файл.");
    expect(heading?.slice(0, 6)).toEqual(["Событие", "Дата события", "Автор", "Записано", "Вид", "Текст"]);
    expect(rows).toHaveLength(6);
    expect(rows.map((row) => row[5])).toContain(odd);
    expect(rows.every((row) => row[1] instanceof Date && row[3] instanceof Date)).toBe(true);
  });

  it("contacts and agreements too, in the organiser's language", async () => {
    await exports("Contacts (Excel)", second);
    const [heading, ...cards] = await rowsOf(await received(second, /krasnoyarsk-contacts\.xlsx/));
    expect(heading?.[0]).toBe("Name");
    expect(cards.map((row) => row[0])).toContain(odd);
    await exports("Agreements (Excel)", second);
    const [, ...agreements] = await rowsOf(await received(second, /krasnoyarsk-agreements\.xlsx/));
    expect(agreements[0]?.slice(1, 2)).toEqual([odd]);
    expect(agreements[0]?.[5]).toEqual(new Date("2016-12-01T00:00Z"));
  });

  it("attendance as the roll calls had it", async () => {
    await exports("Явка (Excel)");
    const rows = await rowsOf(await received(organiser, /krasnoyarsk-attendance\.xlsx/));
    expect(rows[0]).toEqual(["Событие", "Дата события", "Участник", "Организация", "Явка"]);
  });

  it("everything is one JSON file, in which no Telegram id stands", async () => {
    await exports("Всё вместе (JSON)");
    const text = Buffer.from(await received(organiser, /krasnoyarsk-all\.json/)).toString("utf8");
    const all = JSON.parse(text);
    expect(all.notes).toHaveLength(3);
    expect(all.contacts).toHaveLength(2);
    expect(all.mission.id).toBe("krasnoyarsk");
    for (const who of [medic, biotech, chamber]) expect(text).not.toContain(String(who.id));
  });

  it("are not for delegates", async () => {
    await medic.sends("/export");
    await medic.sees("Такой команды нет");
    await medic.forges("result:1:all", medic.lastSent());
    medic.seesNot("Собираю");
    expect(medic.toasts.at(-1)?.text).toContain("устарела");
  });
});

describe("attachments as an archive", () => {
  it("come in parts Telegram takes, each with a list and checksums; what is too large is said", async () => {
    const film = { document: Buffer.alloc(20 * 1024 * 1024 + 1), name: "film.mov" };
    await writes(chamber, "Business talks", "完了", film);
    await exports("Вложения (zip)");
    await organiser.sees("✅ Готово, 2 файла.");
    const done = await organiser.sees("Не вошёл 1 файл. Файлы больше 20 МБ Telegram ботам не отдаёт.");
    expect(done.text).toContain("Список с причинами — в архиве");
    const sent = organiser.room
      .history()
      .flatMap(({ message }) => (/media-\d\.zip/.test(message.document?.file_name ?? "") ? [message] : []));
    const archives = sent.map(({ document }) =>
      unzipped(api.files.byId(document?.file_id ?? "")?.bytes ?? new Uint8Array(), { mostBytes: 5_000_000 }),
    );
    expect(archives).toHaveLength(2);
    const listed = archives.flatMap((files) => {
      const manifest = JSON.parse(Buffer.from(files.get("manifest.json") ?? []).toString("utf8"));
      return manifest.files.map((one: { name: string; sha256: string }) => ({
        ...one,
        bytes: files.get(one.name),
      }));
    });
    expect(listed).toHaveLength(4);
    for (const { name, sha256, bytes } of listed) {
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
      expect(name).toMatch(/^notes\/2016-11-18\/[a-z-]+\/1410-[a-z-]+-\d+\.(jpg|ogg|pdf)$/);
    }
    expect(listed.find(({ original }) => original !== undefined)?.original).toBe("../..\\evil:протокол.pdf");
    const left = Buffer.from(archives.at(-1)?.get("contents.txt") ?? []).toString("utf8");
    expect(left).toContain("больше 20 МБ: Telegram не отдаёт такие файлы ботам");
  });

  it("a tap handled twice makes one file", async () => {
    const before = organiser.room.history().length;
    await exports("Контакты (Excel)");
    await organiser.sees("✅ Готово");
    await api.redeliver(api.lastUpdateId);
    await app.settle();
    const files = organiser.room
      .history()
      .slice(before)
      .filter(({ message }) => message.document !== undefined);
    expect(files).toHaveLength(1);
  });
});

describe("«Мои материалы»", () => {
  it("are one's own notes, contacts, agreements and attachments, and nobody else's", async () => {
    await medic.sends("/notes");
    await medic.taps("Мои материалы");
    await medic.sees("✅ Готово, 2 файла.");
    const sent = medic.room.history().flatMap(({ message }) => message.document ?? []);
    const files = sent
      .filter(({ file_name: name = "" }) => name.includes("-mine"))
      .flatMap(({ file_id: id }) => [
        ...unzipped(api.files.byId(id)?.bytes ?? new Uint8Array(), { mostBytes: 5e6 }),
      ]);
    const names = files.map(([name]) => name);
    expect(names).toContain("notes.xlsx");
    expect(names).toContain("agreements.xlsx");
    expect(names.filter((name) => name.startsWith("notes/"))).toHaveLength(3);
    expect(names.join()).not.toContain("biotechnology");
    const rows = await rowsOf(files.find(([name]) => name === "notes.xlsx")?.[1] ?? new Uint8Array());
    expect(rows).toHaveLength(5);
  });

  it("may be nothing yet", async () => {
    await second.sends("/privacy");
    await second.taps("My materials");
    await second.sees("There is nothing yet.");
  });
});
