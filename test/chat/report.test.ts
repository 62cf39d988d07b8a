import { createCanvas } from "@napi-rs/canvas";
import { afterEach, describe, expect, it } from "vitest";
import { unzipped } from "../../src/documents/unzipped.ts";
import { odd } from "../support/reports.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-18T09:00") });
const { app, api } = stage;
const { store } = app;
const medic = await stage.delegate("krasnoyarsk", "cluster-director", "Медик", "ru");
const biotech = await stage.delegate("krasnoyarsk", "biotechnology", "Biotech", "en");
const chamber = await stage.delegate("krasnoyarsk", "chamber", "会頭", "ja");
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const second = await stage.delegate("krasnoyarsk", "protocol", "Organiser", "en");
const photo = await createCanvas(400, 300).encode("jpeg");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

/** Writes a note about an event, and marks it. */
async function note(who: typeof medic, event: string, what: Parameters<typeof medic.sends>[0], done: string) {
  await who.sends("/note");
  await who.taps(event);
  await who.sends(what);
  await who.taps(done);
}

const opens = async (section: string, who = organiser) => {
  await who.sends("/report");
  await who.taps(section);
};

/** What stands in the pages of the file a person was sent last. */
async function pages(who: typeof organiser, name: RegExp): Promise<string> {
  const message = await who.sees(name);
  const file = api.files.byId(message.document?.file_id ?? "");
  const xml = unzipped(file?.bytes ?? new Uint8Array(), { mostBytes: 20_000_000 }).get("word/document.xml");
  return Buffer.from(xml ?? [])
    .toString("utf8")
    .replaceAll(/<w:p[ >]/g, "\n<")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<");
}

describe("the menu of the report", () => {
  it("shows organisers every section, with whose debt it is; to delegates there is none", async () => {
    await stage.turn(at("2016-11-18T17:00"));
    await organiser.sends("отчёт");
    const menu = await organiser.sees("📘 Итоговый отчёт");
    expect(menu.text).toContain("Срок: 25 ноября 2016 г.");
    expect(menu.text).toContain("▫️ Паспорт миссии — организаторы");
    expect(menu.text).toMatch(/▫️ Встречи и переговоры — \d участник/);
    // What nobody owes anything to needs no words.
    expect(menu.text).not.toContain("Календарь дальнейших шагов");
    expect(menu.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toContain(
      "✅ Календарь дальнейших шагов",
    );
    await medic.sends("/report");
    await medic.sees("Такой команды нет");
    await medic.forges("reportPart:1:passport:0", medic.lastSent());
    await medic.forges("reportBuild:1:ru", medic.lastSent());
    medic.seesNot("Паспорт");
  });
});

describe("the passport", () => {
  it("is asked one field after another, and each can be corrected", async () => {
    await opens("Паспорт миссии");
    await organiser.taps("Заполнить по порядку");
    await organiser.sees("Место проведения. Напишите одним сообщением.");
    await organiser.sends("Красноярск");
    await organiser.sees("Основание. Напишите");
    await organiser.sends(`Распоряжение № 15-р ${odd}`);
    await organiser.taps("Пропустить");
    await organiser.sees("Принимающая сторона. Напишите");
    await organiser.sends("Правительство Красноярского края");
    await organiser.sends("/now");
    await opens("Паспорт миссии");
    const page = await organiser.sees("Место проведения: Красноярск");
    expect(page.text).toContain("=1+1 <b>&</b>");
    expect(page.text).toContain("не хватает полей: 2");
    await organiser.taps("Место проведения");
    await organiser.sees("Сейчас: Красноярск");
    await organiser.sends("г. Красноярск");
    await organiser.sees("Место проведения: г. Красноярск");
  });

  it("is not overwritten by an organiser who has not seen what another wrote", async () => {
    await opens("Паспорт миссии");
    await organiser.taps("Источник финансирования");
    await opens("Mission Details", second);
    await second.taps("Source of funds");
    await second.sends("Budget of St Petersburg");
    await second.sees("Source of funds: Budget of St Petersburg");
    await organiser.sends("Бюджет");
    const told = await organiser.sees("это изменил другой организатор");
    expect(told.text).toContain("Сейчас там: Budget of St Petersburg");
    await organiser.sends("Бюджет Санкт-Петербурга");
    await organiser.sees("Источник финансирования: Бюджет Санкт-Петербурга");
  });
});

describe("how events ended", () => {
  it("is said with three buttons and a typed time", async () => {
    await opens("Программа: план и факт");
    await organiser.taps("›");
    await organiser.taps("Конференция по вопросам");
    await organiser.taps("С изменениями");
    await organiser.taps("Указать время");
    await organiser.sends("потом");
    await organiser.sees("Не получилось понять время");
    await organiser.sends("15:10–16:40");
    const page = await organiser.sees("Фактически: 15:10–16:40");
    expect(page.text).toContain("🔸 С изменениями");
    await organiser.taps("К списку");
    await organiser.taps("Культурная программа");
    await organiser.taps("Не состоялось");
    await organiser.sees("✖️ Не состоялось");
    await organiser.taps("К списку");
    await organiser.taps(/Остальные состоялись \(\d+\)/);
    const { endings } = await store.reports.draft("krasnoyarsk");
    expect(endings.get("theatre")).toEqual({ how: "off" });
    expect(endings.get("conference")?.how).toBe("changed");
    expect(endings.get("oncology-visit")).toEqual({ how: "held" });
    expect(endings.has("flight-home")).toBe(false);
  });
});

describe("lines from notes", () => {
  it("are taken, left out, and reworded; what one organiser decides the other sees", async () => {
    await note(medic, "Посещение КГБУЗ", `Готовы к пилоту ${odd}`, "Готово");
    await note(medic, "Посещение КГБУЗ", { photo, caption: "Вход в корпус" }, "Готово");
    await note(biotech, "Reports to chief physicians", { voice: Buffer.from("voice") }, "Done");
    await note(chamber, "Business talks", "слово ".repeat(680), "完了");
    await opens("Встречи и переговоры");
    const list = await organiser.sees("отобрать строки из заметок: 4");
    expect(list.text).toContain("▫️ 1. Посещение КГБУЗ");
    await organiser.taps(/Готовы к пилоту/);
    await organiser.sees("Решите: взять в отчёт или нет");
    await organiser.taps("Изменить текст");
    await organiser.sees("Сейчас: Готовы к пилоту");
    await organiser.sends("Диспансер готов к пилотному проекту.");
    await organiser.sees("Текст изменён для отчёта");

    await opens("Meetings and Talks", second);
    await second.sees("✅");
    await second.taps(/Вход в корпус/);
    await second.taps("📷 Photos: left out");
    expect(second.screen()).toContain("📷 Photos: included");
    await second.taps("‹ Back to the list");
    await second.taps(/слово слово/);
    await second.taps("Leave out");
    await second.sees("The note has no text");
    await second.taps("✅ Take");
    expect(second.toasts.at(-1)?.text).toContain("The note has no text");
    await second.taps("Reword");
    await second.sends("The centre asked for a second visit.");
    await second.sees("Reworded for the report");
  });

  it("may be typed, and deleted again on confirmation", async () => {
    await opens("Основные результаты");
    await organiser.taps("Добавить строку");
    await organiser.sends("Подписано межрегиональное соглашение.");
    await organiser.sees("✅ 1. ");
    await organiser.taps("Добавить строку");
    await organiser.sends("Лишнее");
    await api.redeliver(api.lastUpdateId);
    await organiser.taps(/2\. Лишнее/);
    await organiser.taps("Удалить");
    await organiser.taps("Да, удалить");
    const { lines } = await store.reports.draft("krasnoyarsk");
    const own = [...lines.values()].filter(({ section }) => section === "summary");
    expect(own).toEqual([{ section: "summary", text: "Подписано межрегиональное соглашение.", taken: true }]);
  });
});

describe("documents, figures and those who help", () => {
  it("a document is asked field by field, with its scan at the end", async () => {
    await opens("Подписанные документы");
    await organiser.taps("Добавить документ");
    for (const words of ["Соглашение о сотрудничестве", "№ 1", "Две стороны"]) await organiser.sends(words);
    await organiser.taps("Пропустить");
    await organiser.sends("17 ноября 2016 г.");
    await organiser.sends("Красноярск");
    await organiser.sends("бессрочно");
    await organiser.sees("Пришлите скан документа");
    await organiser.sends("потом");
    await organiser.sees("Нужен файл или фотография");
    await organiser.sends({ photo });
    const page = await organiser.sees("Название: Соглашение о сотрудничестве");
    expect(page.text).toContain("Подписали (должности): —");
    expect(page.text).toContain("Скан: ✅");
  });

  it("figures nobody can count are typed", async () => {
    await opens("Показатели");
    await organiser.taps("Контрактов");
    await organiser.sends("2 рамочных");
    await organiser.sees("Контрактов: 2 рамочных");
  });

  it("a role lost in the middle ends it politely, and what was typed is not lost", async () => {
    await opens("Figures", second);
    await second.taps("Sums");
    await store.seating.change("krasnoyarsk", "protocol", ({ role: _, ...seat }) => seat);
    await second.sends("14 million");
    await second.sees("Save this as a note?");
    await store.seating.change("krasnoyarsk", "protocol", (seat) => ({ ...seat, role: "organiser" }));
    const { figures } = await store.reports.draft("krasnoyarsk");
    expect(figures).toEqual({ contracts: "2 рамочных" });
  });
});

describe("the report as a document", () => {
  it("is made in the background in the language chosen, with what was picked", async () => {
    await opens("Собрать отчёт");
    await organiser.sees("На каком языке");
    await organiser.taps("На русском");
    const text = await pages(organiser, /krasnoyarsk-report-ru\.docx/);
    await organiser.sees("✅ Готово, 1 файл.");
    expect(text).toContain("Диспансер готов к пилотному проекту.");
    expect(text).not.toContain("слово слово");
    expect(text).toContain("Соглашение о сотрудничестве");
    expect(text).toContain("Подписано межрегиональное соглашение.");
    expect(text).toContain("15:10–16:40");
    expect(text).toContain("Бюджет Санкт-Петербурга");
    await opens("Make the report", second);
    await second.taps("In Japanese");
    expect(await pages(second, /krasnoyarsk-report-ja\.docx/)).toContain("最終報告書");
  });
});

describe("a report asked for just before the process stops", () => {
  it("is made by the next one at once, and by nobody twice", async () => {
    await organiser.sends("/report");
    await organiser.taps("Собрать отчёт");
    await organiser.taps("На английском");
    await stage.restart();
    // The process that stops gives back what it has begun, so that nobody waits for its lock to run out.
    await organiser.sees("✅ Готово, 1 файл.", 5000);
    await stage.app.settle();
    const sent = organiser.room
      .history()
      .filter(({ message }) => message.document?.file_name === "krasnoyarsk-report-en.docx");
    expect(sent).toHaveLength(1);
  });

  it("is not for somebody who has lost the role meanwhile", async () => {
    const { seat } = (await store.people.member("krasnoyarsk", "chamber")) ?? {};
    const job = { mission: "krasnoyarsk", seat: seat?.id ?? "", about: "report.ru.zz" };
    await stage.app.queue.add("file", job, { jobId: "forged" });
    chamber.looksAway();
    await stage.app.settle();
    chamber.seesNot(/./);
  });
});
