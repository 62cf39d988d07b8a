import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T14:10") });
const { app, api } = stage;
const { store } = app;
const medic = await stage.delegate("krasnoyarsk", "cluster-director", "Медик", "ru");
const biotech = await stage.delegate("krasnoyarsk", "biotechnology", "Biotech", "en");
const chamber = await stage.delegate("krasnoyarsk", "chamber", "会頭", "ja");
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const second = await stage.delegate("krasnoyarsk", "protocol", "Organiser", "en");
await stage.turn(at("2016-11-18T14:20"));

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

const opensNotes = async (who: typeof organiser, button: string | RegExp) => {
  await who.sends("/notes");
  await who.taps(button);
};

describe("voices without text", () => {
  it("are a work list: each is heard, and a typed message becomes its text, which its author sees", async () => {
    for (const words of ["one", "two"]) {
      await medic.sends("/note");
      await medic.taps("Посещение КГБУЗ");
      await medic.sends({ voice: Buffer.from(words) });
      await medic.sends({ videoNote: Buffer.from(words) });
      await medic.taps("Готово");
    }
    await opensNotes(organiser, "🎤 Расшифровать: 4");
    await organiser.sees("[voice]");
    await organiser.sees("Осталось: 4");
    await organiser.sends("Обещали прислать «прайс» <b>до пятницы</b> 😀");
    await organiser.sees("✅ Текст сохранён, автор его увидит. Осталось расшифровать: 3");
    await api.redeliver(api.lastUpdateId);
    await organiser.taps("Следующее");
    await organiser.taps("Пропустить");
    await organiser.sees("Осталось: 3");
    await organiser.sends("/now");

    await medic.sends("/notes прайс");
    await medic.taps("Обе");
    await medic.sees("🎤 Голосовое (расшифровка) Обещали прислать «прайс» <b>до пятницы</b> 😀");
    const { deeds } = await store.audit.page("krasnoyarsk", { from: 0, most: 1 });
    expect(deeds[0]).toMatchObject({ by: "secretary", did: "note-type" });
  });

  it("is not written down twice, and a deleted one leaves the list", async () => {
    await opensNotes(second, "🎤 To write down: 3");
    await opensNotes(organiser, "🎤 Расшифровать: 3");
    await organiser.sends("Первый");
    await second.sends("The second");
    await second.sees("Somebody else has already written this down.");
    const { notes } = await store.notes.page("krasnoyarsk", { seat: "cluster-director", from: 0, most: 9 });
    for (const { id } of notes) {
      await medic.forges(`noteDeleteYes:1:${id}`, medic.lastSent());
    }
    await opensNotes(second, "Whose notes are missing");
    expect((await store.notes.untyped("krasnoyarsk", { from: 0, most: 9 })).total).toBe(0);
    await second.forges("untyped:1:0", second.lastSent());
    await second.sees("There is nothing left to write down.");
  });
});

describe("whose notes are missing", () => {
  it("is listed without those who wrote or have nothing to add", async () => {
    await opensNotes(organiser, "Чьих заметок не хватает");
    const list = await organiser.sees("Не хватает заметок: ");
    expect(list.text).toContain("кластера");
    expect(list.text).not.toContain("Приветственное");
    expect(list.text).toContain("палаты");
    const { handles = {} } = (await store.missions.inForce("krasnoyarsk")) ?? {};
    await chamber.forges(`promptNothing:1:${handles["business-talks"]}`, chamber.lastSent());
    await opensNotes(organiser, "Чьих заметок не хватает");
    expect((await organiser.sees("Не хватает заметок: ")).text).not.toContain("палаты");
  });

  it("one tap nudges: one silent message a person a day, entered in the log", async () => {
    biotech.looksAway();
    const before = await organiser.sees("Не хватает заметок: ");
    await organiser.taps(/🔔 \d+\. Руководитель исполнительной/, before);
    expect(organiser.toasts.at(-1)?.text).toBe("Напоминание отправлено");
    medic.looksAway();
    await stage.turn(stage.clock.now());
    const nudge = await medic.sees("📝 Организаторы собирают итоги. Ждём ваших заметок:");
    expect(nudge.text).toContain("онкологический");
    expect(medic.room.find(nudge.message_id)?.silent).toBe(true);
    biotech.seesNot("The organisers are collecting");

    await opensNotes(second, "Whose notes are missing");
    await second.taps(/✓ \d+\./);
    expect(second.toasts.at(-1)?.text).toBe("This person has already been reminded today.");
    medic.looksAway();
    await stage.turn(stage.clock.now() + 60_000);
    medic.seesNot("Организаторы собирают");
    const { deeds } = await store.audit.page("krasnoyarsk", { from: 0, most: 9 });
    expect(deeds.filter(({ did }) => did === "note-nudge")).toEqual([
      expect.objectContaining({ by: "secretary", about: "cluster-director" }),
    ]);
    await medic.sends("Всё записано", { replyTo: nudge });
    await medic.taps("📝 Посещение КГБУЗ");
    await medic.sees("✅ Сохранено: Посещение КГБУЗ");
  });
});

describe("the closing questionnaire", () => {
  it("comes once to delegates when all is over, and organisers read nothing of it before three have answered", async () => {
    await stage.turn(at("2016-11-19T11:01", "Europe/Moscow"));
    const asked = await medic.sees("Замечания и предложения");
    expect(asked.text).toContain("Анкета анонимная");
    organiser.seesNot("Как была организована");
    await medic.taps("4", asked);
    await medic.sees("✅ Спасибо, оценка принята.");
    await api.redeliver(api.lastUpdateId);
    await biotech.taps("5", await biotech.sees("How was the trip organised?"));
    await biotech.taps("✍️ Write");
    await biotech.taps("Do not send");
    await biotech.sees("Nothing was sent.");
    await biotech.taps("✍️ Write");
    await biotech.sends(`"Buses" <b>late</b> =1+1 ${"😀".repeat(2000)}`);
    await biotech.sees("✅ Thank you, saved without your name.");
    await biotech.taps("✍️ Write");
    await biotech.taps("Do not send");
    const taken = "Your remarks have already been taken.";
    expect(biotech.toasts.slice(-2).map(({ text }) => text)).toEqual([taken, taken]);
    await opensNotes(organiser, "Замечания и предложения");
    await organiser.sees("Пока ответили 2 человека.");
    organiser.seesNot("Buses");
  });

  it("then the average, how the marks are spread, and the words, without a name anywhere", async () => {
    await chamber.taps("3", await chamber.sees("ご意見・ご提案"));
    await chamber.forges("rate:1:5", chamber.lastSent());
    expect(chamber.toasts.at(-1)?.text).toBe("評価はすでに受け付けています。");
    await opensNotes(organiser, "Замечания и предложения");
    const results = await organiser.sees("Ответили 3 человека, средняя оценка 4");
    expect(results.text?.split("\n").slice(2, 7)).toEqual(["5 — 1", "4 — 1", "3 — 1", "2 — 0", "1 — 0"]);
    expect(results.text).toContain('"Buses" <b>late</b> =1+1');
    const { redis, keys } = store;
    const kept = [
      JSON.stringify(await redis.hgetall(keys.ratings("krasnoyarsk"))),
      ...(await redis.zrange(keys.surveyWords("krasnoyarsk"), "0", "-1")),
    ].join();
    for (const seat of ["cluster-director", "biotechnology", "chamber"]) expect(kept).not.toContain(seat);
  });
});
