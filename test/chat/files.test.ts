import { afterEach, describe, expect, it } from "vitest";
import { missionSheet } from "../../src/documents/mission-sheet.ts";
import type { Mission } from "../../src/domain/mission.ts";
import { readMission } from "../../src/domain/mission-check.ts";
import { tagOf } from "../../src/messages/callback.ts";
import { loadSpeeches } from "../../src/messages/speech.ts";
import { at, krasnoyarsk, testStage } from "../support/stage.ts";

const missions: Mission[] = [krasnoyarsk];
const stage = await testStage({ now: at("2016-11-16T12:00"), missions });
const secretary = await stage.organiser("Секретарь", "ru");
const director = await stage.delegate("krasnoyarsk", "cluster-director", "Директор", "ru");
const scientist = await stage.delegate("krasnoyarsk", "biotechnology", "Scientist", "en");
const speeches = await loadSpeeches();

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The bytes of the file the bot has just sent. */
async function received(name: RegExp): Promise<Uint8Array> {
  const message = await secretary.sees(name);
  const file = stage.api.files.byId(message.document?.file_id ?? "");
  if (file === undefined) throw new Error(`${name} has no bytes`);
  return file.bytes;
}

function changed(change: (mission: Mission) => Mission): Uint8Array {
  return bytesOf(JSON.stringify(change(structuredClone(krasnoyarsk))));
}

describe("the programme as a file", () => {
  it("is exported as JSON that reads back, with the seats as they are", async () => {
    await secretary.sends("/export");
    await secretary.taps("JSON");
    const reading = readMission(await received(/krasnoyarsk-1\.json/));
    expect(reading.ok && reading.mission.events).toEqual(krasnoyarsk.events);
    expect(reading.ok && reading.mission.people?.at(-1)?.role).toBe("organiser");
  });

  it("and for print and for Excel", async () => {
    for (const [label, name] of [
      ["📄 Программа (Word)", /krasnoyarsk-1-general\.docx/],
      ["📄 Рабочая программа (Word)", /krasnoyarsk-1-working\.docx/],
      ["📊 Программа и люди (Excel)", /krasnoyarsk-1\.xlsx/],
      ["📊 Пустой шаблон (Excel)", /template\.xlsx/],
    ] as const) {
      await secretary.taps(label);
      expect((await received(name)).byteLength).toBeGreaterThan(3000);
    }
  });
});

describe("a mission file sent to the bot", () => {
  it("with mistakes is answered with all of them, and nothing changes", async () => {
    const document = changed((mission) => ({
      ...mission,
      timezone: "Asia/Krasnojarsk",
      events: mission.events.map((event) => (event.id === "lunch" ? { ...event, venue: "nowhere" } : event)),
    }));
    await secretary.sends({ document, name: "mission.json" });
    const answer = await secretary.sees("❗ В файле 2 ошибки, ничего не изменено:");
    expect(answer.text).toContain("timezone:");
    expect(answer.text).toMatch(/events\[\d+\]\.venue:/);
  });

  it("that is no JSON at all is answered with one sentence", async () => {
    await secretary.sends({ document: bytesOf("PK\u0003\u0004 broken"), name: "mission.json" });
    await secretary.sees("❗ В файле 1 ошибка");
    await secretary.sends({ document: bytesOf("not a zip"), name: "programme.xlsx" });
    await secretary.sees("❗ В файле 1 ошибка");
  });

  it.each([
    ["nothing", new Uint8Array(), "Файл пуст"],
    ["half a file", bytesOf(JSON.stringify(krasnoyarsk).slice(0, 9000)), "Строка 1, столбец"],
    ["another encoding", Buffer.from(JSON.stringify(krasnoyarsk), "utf16le"), "UTF-8"],
    ["a list", bytesOf("[]"), "в фигурных скобках"],
    ["brackets without end", bytesOf("[".repeat(100_000)), "глубже"],
  ])("that is %s is answered with what is wrong, and nothing changes", async (_, document, seen) => {
    await secretary.sends({ document, name: "mission.json" });
    await secretary.sees(seen);
    expect((await stage.app.store.missions.inForce("krasnoyarsk"))?.programme.revision).toBe(1);
  });

  it("that is too large, or that Telegram does not give, is asked for again", async () => {
    await secretary.sends({ document: new Uint8Array(2 * 1024 * 1024 + 1), name: "mission.json" });
    await secretary.sees("Файл слишком большой. Пришлите файл программы до 2 МБ.");
    const kind = {
      error_code: 400,
      description: "Bad Request: wrong file_id or the file is temporarily unavailable",
    };
    stage.api.faults.next({ method: "getFile", kind });
    await secretary.sends({ document: bytesOf("{}"), name: "mission.json" });
    await secretary.sees("Файл не удалось получить. Пришлите его, пожалуйста, ещё раз.");
  });

  it("is compared, and released on confirmation", async () => {
    const document = changed((mission) => ({
      ...mission,
      events: mission.events.flatMap((event) => {
        if (event.id === "theatre") return [];
        return event.id === "lunch" ? [{ ...event, title: "Обед в узком кругу" }] : [event];
      }),
    }));
    await secretary.sends({ document, name: "mission.json" });
    const preview = await secretary.sees("Черновик изменений к редакции № 1");
    expect(preview.text).toContain("❌ Отменено: Культурная программа");
    expect(preview.text).toContain("Прежнее название");
    await secretary.taps("✅ Выпустить");
    await secretary.sees("Редакция № 2 выпущена");
    await stage.turn(at("2016-11-16T20:01"));
    await director.sees("❌ Отменено: Культурная программа");
    director.seesNot("Обед в узком кругу");
  });

  it("may be an Excel workbook, which comes back as it went out", async () => {
    const inForce = await stage.app.store.missions.inForce("krasnoyarsk");
    if (inForce === undefined) throw new Error("The mission is gone");
    const { mission } = inForce.programme;
    const moved = {
      ...mission,
      events: mission.events.map((event) =>
        event.id === "breakfast" ? { ...event, start: "2016-11-18T07:15" } : event,
      ),
    };
    await secretary.sends({ document: await missionSheet(moved, speeches("ru")), name: "programme.xlsx" });
    const preview = await secretary.sees("Черновик изменений к редакции № 2");
    expect(preview.text).toContain("→ стало 07:15");
    await secretary.taps("Удалить черновик");
    await secretary.sees("программа не изменилась");
  });

  it("of a mission nobody knows is offered as a new one, with its sender as organiser", async () => {
    const document = changed((mission) => ({ ...mission, id: "second-visit" }));
    await secretary.sends({ document, name: "second.json" });
    await secretary.sees("Новая миссия");
    await secretary.taps("Добавить миссию");
    await secretary.taps("✅ Да, это я");
    expect(await stage.app.store.people.seatsOfUser(secretary.id)).toHaveProperty("second-visit");
  });

  it("from a delegate is a thing to keep, like any other", async () => {
    await director.sends({ document: bytesOf("{}"), name: "mission.json" });
    await director.sees("Сохранить это как заметку?");
  });
});

describe("a file whose people are not as organisers have made them in chat", () => {
  const { people } = stage.app.store;
  const seat = (id: string) => people.seat("krasnoyarsk", id);
  const renamed = (title: string) =>
    changed((mission) => ({
      ...mission,
      events: mission.events.map((event) => (event.id === "wrap-up" ? { ...event, title } : event)),
    }));
  const taps = (data: string) => secretary.forges(data, secretary.lastSent());

  it("is shown with what differs, and unless they say otherwise leaves it as it is now", async () => {
    await taps(`seatGroup:1:biotechnology:${tagOf("group/business")}:1`);
    await taps(`seatVehicle:1:biotechnology:${tagOf("vehicle/bus-1")}`);
    await scientist.sees("Your bus is now: Bus 1");
    await taps("setRole:1:cluster-director:organiser");
    await taps("setRole:1:machinery:organiser");
    await secretary.sends({ document: renamed("Итоги дня"), name: "mission.json" });
    const preview = await secretary.sees("👥 Роли, группы, автобусы: сейчас → в файле");
    expect(preview.text).toMatch(
      /Директор по науке.*: группы: − Делов[^+;]*; автобус: Автобус № 1 → Автобус № 2/,
    );
    expect(preview.text).toMatch(/Генеральный директор.*: роль «организатор» → «участник»/);
    expect(preview.text).not.toContain("Руководитель исполнительной дирекции");
    expect(preview.text).toContain("Оставим как сейчас.");
    // Somebody changes one more while it is being looked at.
    await stage.app.store.seating.change("krasnoyarsk", "tourism", (was) => ({ ...was, vehicle: "bus-2" }));
    await secretary.taps("✅ Выпустить");
    await secretary.sees(/Редакция № \d+ выпущена/);
    expect(await seat("biotechnology")).toMatchObject({ groups: ["medical", "business"], vehicle: "bus-1" });
    expect(await seat("machinery")).toMatchObject({ role: "organiser" });
    expect(await seat("tourism")).toMatchObject({ vehicle: "bus-2" });
  });

  it("is taken as it is when they say so; who has joined as an organiser stays one", async () => {
    await secretary.sends({ document: renamed("Итоги двух дней"), name: "mission.json" });
    await secretary.taps("👥 Роли и группы из файла");
    await secretary.sees("❗ Возьмём из файла.");
    await secretary.taps("👥 Роли и группы как сейчас");
    await secretary.sees("Оставим как сейчас.");
    await secretary.taps("👥 Роли и группы из файла");
    scientist.looksAway();
    await secretary.taps("✅ Выпустить");
    await secretary.sees(/Редакция № \d+ выпущена/);
    await scientist.sees("Your bus is now: Bus 2");
    expect(await seat("biotechnology")).toEqual(krasnoyarsk.people?.find(({ id }) => id === "biotechnology"));
    expect((await seat("machinery"))?.role).toBeUndefined();
    expect((await seat("tourism"))?.vehicle).toBe("bus-1");
    expect((await seat("cluster-director"))?.role).toBe("organiser");
    await secretary.sends({ document: renamed("Итоги"), name: "mission.json" });
    const preview = await secretary.sees("Черновик изменений");
    expect(preview.text).not.toContain("Роли, группы");
    await secretary.taps("Удалить черновик");
    await taps("setRole:1:cluster-director:delegate");
  });
});

describe("the file on the server", () => {
  it("that has changed overwrites nothing: organisers are shown how, and choose", async () => {
    await stage.app.store.seating.change("krasnoyarsk", "tourism", (was) => ({ ...was, vehicle: "bus-2" }));
    missions[0] = {
      ...krasnoyarsk,
      events: krasnoyarsk.events.filter(({ id }) => id !== "networking"),
    };
    secretary.looksAway();
    await stage.restart();
    await stage.turn(at("2016-11-16T20:05"));
    const alert = await secretary.sees("Файл миссии на сервере изменился");
    expect(alert.text).toContain("❌ Отменено: Обмен визитками");
    expect(alert.text).toMatch(
      /👥 Роли, группы, автобусы: сейчас → в файле\nПредставитель Комитета по развитию туризма/,
    );
    await secretary.taps("Оставить как есть");
    await secretary.sees("Действует прежняя программа.");
    secretary.looksAway();
    await stage.restart();
    await stage.turn(at("2016-11-16T20:06"));
    secretary.seesNot("Файл миссии на сервере изменился");
  });
});
