import { afterEach, describe, expect, it } from "vitest";
import type { Person } from "../../src/rehearsal/people.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const { agreements, audit, notes, people, seating } = stage.app.store;
const mission = "krasnoyarsk";
const home = "Europe/Moscow";

const delegate = await stage.delegate(mission, "cluster-director", "Участник", "ru");
const other = await stage.delegate(mission, "biotechnology", "Delegate", "en");
const third = await stage.delegate(mission, "diagnostics", "団員", "ja");
const organiser = await stage.delegate(mission, "secretary", "Секретарь", "ru");
const protocol = await stage.delegate(mission, "protocol", "Protocol", "en");

stage.clock.turn(at("2016-11-18T11:20"));

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

const presses = (who: Person, data: string) => who.forges(data, who.lastSent());
const saying = async (what: string) =>
  (await agreements.all(mission)).find((one) => one.what.startsWith(what) && one.state !== "dropped");
const idOf = async (what: string) => (await saying(what))?.id ?? "";
const deeds = async () => (await audit.page(mission, { from: 0, most: 100 })).deeds.map(({ did }) => did);
/** What the bot has written to somebody of its own accord about agreements. */
const told = (who: Person, what: string) =>
  who.room.history().filter(({ message }) => message.text?.includes(what));

describe("made of a note, with one tap", () => {
  it("under what says that the note is closed: its words, its event, whoever taps", async () => {
    await delegate.sends("/note");
    await delegate.taps("Посещение КГБУЗ");
    await delegate.sends("Передать программу стажировок");
    await delegate.taps("Готово");
    await delegate.taps("🤝 Оформить договорённость");
    const { text } = await delegate.sees("✅ Записано. Проверьте, кто и к какому сроку.");
    expect(text).toContain("🤝 Договорённость\nПередать программу стажировок");
    expect(text).toContain("Исполняет: Руководитель исполнительной дирекции кластера");
    expect(await saying("Передать программу")).toMatchObject({
      sort: "agreement",
      owner: { seat: "cluster-director" },
      event: "oncology-visit",
      state: "open",
    });
    await delegate.taps("📝 Заметка");
    const note = (await saying("Передать программу"))?.note ?? "";
    expect((await notes.find(mission, note))?.marks).toEqual(["agreement"]);
  });

  it("under the page of a note, also of one without words, which are asked for", async () => {
    await other.sends("/note");
    await other.taps("The trip as a whole");
    await other.sends({ voice: Buffer.from("voice") });
    await other.taps("Done");
    await other.sends("/notes");
    await other.taps(/^1\. |18 Nov/);
    await other.taps("📌 Make it an assignment");
    await other.sees("What is to be done?");
    await other.sends("Send the price list");
    await other.sees("📌 Assignment\nSend the price list");
    expect((await saying("Send the price"))?.note).toBeDefined();
  });

  it("under what was written unasked and kept", async () => {
    await third.sends("議事録を送る");
    await third.taps(/^📝 /);
    await third.taps("📌 指示事項にする");
    await third.sees("📌 指示事項\n議事録を送る");
  });

  it("of another's note only by organisers", async () => {
    const note = (await saying("Передать программу"))?.note;
    await presses(other, `agreementFrom:1:${note}:agreement`);
    expect(other.toasts.at(-1)?.text).not.toBe("");
    const before = (await agreements.all(mission)).length;
    await presses(organiser, `agreementFrom:1:${note}:assignment`);
    await organiser.sees("📌 Поручение\nПередать программу стажировок");
    expect(await agreements.all(mission)).toHaveLength(before + 1);
    await organiser.taps("🚫 Снять");
  });
});

describe("who, to whom, by when", () => {
  it("is said with buttons or in words, in the reader's language", async () => {
    const id = await idOf("Передать программу");
    await presses(delegate, `agreement:1:${id}`);
    await delegate.taps("📅 Срок");
    await delegate.sends("скоро");
    await delegate.sees("Не похоже на дату");
    await delegate.sends("1 ноября");
    await delegate.sees("Эта дата уже прошла");
    await delegate.sends("до 1 декабря");
    await delegate.sees("Срок: до 1 декабря");
    await delegate.taps("Кому обещано");
    await delegate.sends("Главный врач <b>диспансера</b>");
    await delegate.sees("Кому: Главный врач <b>диспансера</b>");
    await delegate.taps("👤 Кто исполняет");
    await delegate.sends("Министерство здравоохранения края");
    await delegate.sees("Исполняет: Министерство здравоохранения края");
    expect((await saying("Передать программу"))?.owner).toEqual({
      words: "Министерство здравоохранения края",
    });

    await presses(other, `agreement:1:${await idOf("Send the price")}`);
    await other.taps("📅 Deadline");
    await other.taps("+1 week: 25 November");
    await other.sees("Deadline: by 25 November");
    await other.taps("👤 Who does it");
    await other.sends("Somebody of the hosts");
    await other.sees("choose them with a button");
    await other.taps("›");
    await other.taps("Commercial director");
    await other.sees("Who: Commercial director");

    await presses(third, `agreement:1:${await idOf("議事録")}`);
    await third.taps("📅 期限");
    await third.sends("来週金曜");
    await third.sees("期限：11月25日まで");
    await third.taps("✏️ 内容");
    await third.sends("x".repeat(4096));
    await third.sees("500字以内");
    await third.sends("議事録を送る、和訳も");
    await third.sees("議事録を送る、和訳も");
  });

  it("holds whatever people write", async () => {
    for (const words of ["=1+1", '<b>"bold"</b>', "👩‍🔬", "שם משפחה", "ё".repeat(500)]) {
      await organiser.sends("/agreements");
      await organiser.taps("➕ Поручение");
      await organiser.sends(words);
      await organiser.sees(words.slice(0, 40));
      await presses(organiser, `agreementDo:1:${await idOf(words)}:dropped`);
    }
    expect((await agreements.all(mission)).filter(({ state }) => state === "dropped").length).toBeGreaterThan(
      4,
    );
  });

  it("is nobody else's business: forged buttons change nothing", async () => {
    const id = await idOf("Передать программу");
    for (const data of [`agreement:1:${id}`, `agreementDo:1:${id}:done`, `agreementAsk:1:${id}:what`]) {
      await presses(other, data);
      expect(other.toasts.at(-1)?.text).toContain("no longer");
    }
    await presses(delegate, `agreementDo:1:${id}:exploded`);
    await presses(delegate, `agreementDo:1:${id}:2016-99-99`);
    await presses(delegate, `agreementOwner:1:${id}:nobody`);
    expect((await saying("Передать программу"))?.state).toBe("open");
  });
});

describe("done, moved, dropped", () => {
  it("and taken up again, with what happened to it in order", async () => {
    const id = await idOf("Передать программу");
    await presses(delegate, `agreement:1:${id}`);
    await delegate.taps("📅 Срок");
    await delegate.taps("+1 неделя: 8 декабря");
    await delegate.sees("в работе, срок перенесён");
    await delegate.taps("✅ Выполнено");
    await delegate.sees("Состояние: ✅ выполнено");
    await delegate.taps("↩️ Вернуть в работу");
    await delegate.taps("🚫 Снять");
    await delegate.sees("Состояние: снято");
    await delegate.taps("↩️ Вернуть в работу");
    const { text } = await delegate.sees("Состояние: в работе");
    expect(text).toMatch(/срок перенесён на 8 декабря[\s\S]*выполнено[\s\S]*снято[\s\S]*возвращено в работу/);
  });

  it("by two at once: neither is lost", async () => {
    const id = await idOf("Передать программу");
    await Promise.all([
      presses(delegate, `agreementDo:1:${id}:2016-12-02`),
      presses(organiser, `agreementDo:1:${id}:done`),
    ]);
    expect(await saying("Передать программу")).toMatchObject({ deadline: "2016-12-02", state: "done" });
    await presses(organiser, `agreementDo:1:${id}:reopened`);
    expect(await deeds()).toEqual(expect.arrayContaining(["done-agreement", "reopened-agreement"]));
  });
});

describe("the lists", () => {
  it("mine, all for organisers, overdue; by command, by words, from the desk", async () => {
    await delegate.sends("договорённости");
    const mine = await delegate.sees("Ваши договорённости и поручения: 1");
    expect(mine.text).toContain(
      "1. 🤝 Передать программу стажировок\nМинистерство здравоохранения края · до 2 декабря",
    );
    await presses(delegate, "agreements:1:all:0");
    await delegate.sees("Ваши договорённости и поручения: 1");
    await delegate.taps("⌛ Просроченные");
    await delegate.sees("Просроченных нет");
    await third.sends("指示事項");
    // Their own, and what somebody has given them.
    await third.sees("ご自身の合意・指示事項：2件");
    await organiser.sends("/desk");
    await organiser.taps("📚 Итоги и отчёт");
    await organiser.taps("🤝 Договорённости и поручения");
    await organiser.sees("Все договорённости и поручения");
    await organiser.taps("›");
    await organiser.taps("Мои");
    await organiser.sees("Ваши договорённости и поручения");
    await protocol.sends("/agreements");
    await protocol.sees("All agreements and assignments");
  });
});

describe("reminders", () => {
  it("tell of what was given, within the hour and without a sound", async () => {
    await stage.turn(at("2016-11-18T13:00"));
    const [given, ...more] = told(third, "📌 ご担当になりました");
    expect(given?.message.text).toContain("Send the price list");
    expect(more).toEqual([]);
    expect(told(other, "You have been asked")).toEqual([]);
  });

  it("come once a week, before and after the deadline, also when the mission is long over", async () => {
    await stage.turn(at("2016-11-21T09:05", home));
    const [week, ...more] = told(third, "🗓 進行中の合意・指示事項");
    expect(week?.message.text).toContain("Send the price list");
    expect(week?.message.text).toContain("議事録を送る、和訳も");
    expect(more).toEqual([]);
    // What the hosts do is watched by whoever wrote it down.
    expect(told(delegate, "🗓 Договорённости и поручения в работе: 1")[0]?.message.text).toContain(
      "Исполняет: Министерство здравоохранения края",
    );
    await presses(third, `agreementDo:1:${await idOf("議事録")}:done`);
    await stage.turn(at("2016-11-24T09:05", home));
    expect(told(third, "⏰ 明日が期限です：1件")).toHaveLength(1);
    await stage.turn(at("2016-11-26T09:05", home));
    expect(told(third, "⌛ 期限が過ぎました：1件")).toHaveLength(1);
    await third.sees("⌛ 期限が過ぎました");
    await third.taps("✅ 完了");
    await third.sees("状態：✅ 完了");
    await third.taps("↩️ 再開");
    await third.taps("✅ 完了");
    await stage.turn(at("2016-12-20T09:05", home));
    // Nothing is left for one; the other goes on.
    expect(told(third, "🗓 進行中の合意・指示事項")).toHaveLength(1);
    expect(told(delegate, "🗓 Договорённости и поручения в работе")).toHaveLength(5);
    expect(told(delegate, "🗓 Договорённости и поручения в работе").at(-1)?.message.text).toContain(
      "просрочено",
    );
    await delegate.sends("/agreements");
    await delegate.taps("⌛ Просроченные");
    await delegate.sees("⌛ Просрочено: 1");
  });

  it("are the same when the clock has been turned back", async () => {
    await stage.turn(at("2016-12-04T12:00", home));
    const before = told(delegate, "🗓 Договорённости и поручения в работе").length;
    await stage.turn(at("2016-12-06T12:00", home));
    expect(told(delegate, "🗓 Договорённости и поручения в работе")).toHaveLength(before + 1);
  });
});

describe("when people change", () => {
  it("what is to be done goes along to another seat, and is still reminded of", async () => {
    await presses(third, "agreementAdd:1:assignment");
    await third.sends("翻訳を確認する");
    const sits = (await people.member(mission, "diagnostics"))?.participant;
    if (sits === undefined) throw new Error("nobody sits there");
    expect(await seating.move(mission, sits, "machinery")).toBe("moved");
    expect((await saying("翻訳"))?.owner).toEqual({ seat: "machinery" });
    await third.sends("/agreements");
    await third.sees("翻訳を確認する");
    const before = told(third, "🗓").length;
    await stage.turn(at("2016-12-12T09:05", home));
    expect(told(third, "🗓")).toHaveLength(before + 1);
  });

  it("what somebody leaves behind stays with the seat and the organisers", async () => {
    const sits = (await people.member(mission, "machinery"))?.participant;
    if (sits === undefined) throw new Error("nobody sits there");
    await seating.leave(mission, sits, { replaced: true, by: "secretary", at: stage.clock.now() });
    const successor = await stage.delegate(mission, "machinery", "Successor", "en");
    await successor.sends("/agreements");
    const { text } = await successor.sees("Your agreements and assignments");
    expect(text).toContain("翻訳を確認する");
    expect(text).toContain("Send the price list");
  });
});
