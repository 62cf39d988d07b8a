import type { Message } from "@grammyjs/types";
import { afterEach, describe, expect, it } from "vitest";
import { queueCall } from "../../src/delivery/roll-asking.ts";
import { queueRollCards } from "../../src/delivery/roll-calls.ts";
import { attendanceOf } from "../../src/domain/attendance.ts";
import { tagOf } from "../../src/messages/callback.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T09:35") });
const { api } = stage;
const { attendance, audit, choices, missions, people, seating } = stage.app.store;
const mission = "krasnoyarsk";

const secretary = await stage.delegate(mission, "secretary", "Секретарь", "ru");
const protocol = await stage.delegate(mission, "protocol", "Protocol", "en");
const escort = await stage.delegate(mission, "guide-2", "Старший", "ru");
const cluster = await stage.delegate(mission, "cluster-director", "Участник", "ru");
const instruments = await stage.delegate(mission, "medical-instruments", "Delegate", "en");
const biotech = await stage.delegate(mission, "biotechnology", "団員", "ja");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

const settles = () => stage.app.settle();
/** The callback behind the button of a message whose label has these words. */
function dataOf(message: Message, label: string): string {
  const found = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text.includes(label));
  return found !== undefined && "callback_data" in found ? found.callback_data : "";
}
const cards = (who: Person, what: string) =>
  who.room.history().filter(({ message }) => message.text?.startsWith(`📋 ${what}`));

/** The escort's card, as it was when it was last looked at. */
let card: Message;

describe("the roll call of a gathering", () => {
  it("lives on its reminder, and begins with a silent card for the escort", async () => {
    await stage.turn(at("2016-11-17T10:00"));
    for (const [who, label] of [
      [cluster, "✅ Я на месте"],
      [instruments, "✅ I am here"],
      [biotech, "✅ 到着しました"],
    ] as const)
      expect(who.screen()).toContain(`[ ${label} ]`);
    card = await escort.sees("📋 Автобус № 2: 0 из 6");
    expect(card.text).toMatch(
      /Церемония[\s\S]+⏰ Сбор в 10:15[\s\S]+Нет отметки: 6\n• Ответственный секретарь/,
    );
    expect(card.text).toContain("• Коммерческий директор");
    expect(card.text).toContain("не присоединился к боту");
    expect(cards(escort, "Автобус")[0]?.silent).toBe(true);
    // An organiser who answers for no bus is not bothered; nor is a delegate.
    expect(cards(secretary, "")).toEqual([]);
    expect(cards(cluster, "")).toEqual([]);
  });

  it("a tap marks once, says so on the button, and the card changes in place", async () => {
    const reminder = await cluster.sees("⏰ Сбор в 10:15");
    await cluster.taps("✅ Я на месте", reminder);
    expect(cluster.toasts.at(-1)?.text).toBe("Отметили: вы на месте.");
    await cluster.sees(/⏰ Сбор/);
    expect(cluster.screen()).toContain("[ ✅ Вы на месте, 10:00 ]");
    stage.clock.turn(at("2016-11-17T10:04"));
    await cluster.taps("✅ Вы на месте", reminder);
    expect(cluster.toasts.at(-1)?.text).toBe("Вы уже отмечены: на месте.");
    expect(cluster.screen()).toContain("[ ✅ Вы на месте, 10:00 ]");
    await Promise.all([instruments.taps("✅ I am here"), biotech.taps("✅ 到着しました")]);
    expect(biotech.screen()).toContain("[ ✅ 到着済み 10:04 ]");
    await settles();
    card = await escort.sees("📋 Автобус № 2: 3 из 6");
    expect(card.text).toContain("Нет отметки: 3");
    expect(cards(escort, "Автобус")).toHaveLength(1);
  });

  it("whoever opens the details in place of the reminder says so there", async () => {
    const reminder = escort.room.history().findLast(({ message }) => message.text?.startsWith("⏰ Сбор"));
    await escort.taps("Подробнее", reminder?.message);
    const details = await escort.sees(/Четверг, 17 ноября\n11:00–11:25/);
    expect(JSON.stringify(details.reply_markup)).toContain("✅ Я на месте");
  });

  it("the escort ticks for those who do not tap, and takes a tick back", async () => {
    await escort.taps("▫️ Коммерческий директор", card);
    await escort.sees("📋 Автобус № 2: 4 из 6");
    // The same update handled again, and a screen that was not refreshed.
    await escort.forges(dataOf(card, "Коммерческий директор"), card);
    expect(cards(escort, "Автобус № 2: 4 из 6")).toHaveLength(1);
    await escort.taps("✅ Коммерческий директор", card);
    await escort.sees("📋 Автобус № 2: 3 из 6");
    await escort.taps("▫️ Сопровождающий", card);
    card = await escort.sees("📋 Автобус № 2: 4 из 6");
  });

  it("whoever cannot come is set apart, with the reason", async () => {
    await biotech.sends("/today");
    await biotech.taps("11:00");
    await biotech.taps("🚫 欠席します");
    await biotech.taps("はい、欠席します");
    // Was seen all the same.
    const seen = await attendance.marks(mission, "g.wreath-laying");
    expect(seen.map(({ seat, presence }) => [seat, presence])).toContainEqual(["biotechnology", "present"]);
  });

  it("the escort writes to the missing or to all, in words, after a second look", async () => {
    await escort.taps("✍️ Написать группе", card);
    await escort.sees("Кому написать?");
    await escort.taps("Только тем, кого нет: 1");
    await escort.sends({ photo: Buffer.from("a map") });
    await escort.sees("Напишите это словами");
    await escort.sends("Ждём у входа, отправляемся через пять минут");
    await escort.sees(/Отправить\? Автобус № 2, получателей: 1\nЖдём у входа/);
    for (const one of [cluster, secretary]) one.looksAway();
    await escort.taps("Отправить: 1");
    await escort.sees("Отправляем. Получателей: 1");
    await settles();
    await secretary.sees(/✍️ Автобус № 2\. Пишет Сопровождающий[\s\S]+Ждём у входа/);
    cluster.seesNot("Ждём у входа");
    await secretary.taps("✅ Я на месте");
    expect(secretary.toasts.at(-1)?.text).toBe("Отметили: вы на месте.");
  });

  it("closed, is kept as attendance; who is missing rings with the organisers; opened again it goes on", async () => {
    await escort.sends("перекличка");
    await escort.sees(/⏳ Автобус № 2: 5 из 6\n17 ноября, 10:15/);
    await escort.taps("⏳ Автобус № 2: 5 из 6");
    await escort.taps("☑️ Закончить перекличку");
    await escort.sees("Будут отмечены как отсутствующие: 1");
    for (const one of [secretary, protocol]) one.looksAway();
    await escort.taps("Да, закончить");
    await escort.sees("☑️ Закончена в 10:04");
    await settles();
    const news = await protocol.sees(
      /📋 Roll call closed\. Bus 2: 5 of 6[\s\S]+Absent: 1\n• Commercial director/,
    );
    const rung = protocol.room.history().find(({ message }) => message.message_id === news.message_id);
    expect(rung?.silent).toBe(false);
    const marks = await attendance.marks(mission, "g.wreath-laying");
    const of = (seat: string) => marks.find((mark) => mark.seat === seat);
    expect(of("diagnostics")).toMatchObject({ presence: "absent", by: "guide-2", event: "wreath-laying" });
    expect(of("medical-instruments")).toMatchObject({ presence: "present", by: "medical-instruments" });
    const { deeds } = await audit.page(mission, { from: 0, most: 10 });
    expect(deeds[0]).toMatchObject({ did: "roll-closed", by: "guide-2", about: "bus-2" });

    // Too late to say it oneself.
    await instruments.taps("✅ You are here");
    expect(instruments.toasts.at(-1)?.text).toContain("The roll call is over");
    await escort.taps("↩️ Продолжить перекличку");
    await escort.taps("▫️ Коммерческий директор");
    await escort.sees("📋 Автобус № 2: 6 из 6");
    const inForce = await missions.inForce(mission);
    if (inForce === undefined) throw new Error("the mission");
    const [report] = attendanceOf(inForce.programme, {
      seats: await people.seats(mission),
      choices: await choices.all(mission),
      marks: await attendance.all(mission),
    });
    expect(report).toMatchObject({ event: "wreath-laying", absent: [] });
    expect(report?.came).toHaveLength(6);
    expect(report?.planned).toHaveLength(19);
  });
});

describe("/rollcall", () => {
  it("by an organiser rings everybody of a bus who has joined, once, however often it is tapped", async () => {
    await stage.turn(at("2016-11-17T15:00"));
    for (const one of [cluster, instruments, biotech, escort]) one.looksAway();
    await protocol.sends("/rollcall");
    await protocol.taps("➕ Call the roll");
    await protocol.sees("Of whom?");
    await protocol.taps("🚌 Bus 2");
    const sure = await protocol.sees(/Call the roll: Bus 2\?\n.+: 5\nHave not joined the bot.+: 1/);
    await protocol.taps("Begin", sure);
    expect(protocol.toasts.at(-1)?.text).toBe("The roll call has begun.");
    await protocol.forges(dataOf(sure, "Begin"), sure);
    expect(protocol.toasts.at(-1)?.text).toBe("Such a roll call is already under way.");
    await settles();
    for (const [who, said] of [
      [cluster, "📋 Перекличка. Отметьтесь, пожалуйста.\nАвтобус № 2"],
      [instruments, "📋 Roll call. Please say that you are here.\nBus 2"],
      [biotech, "📋 点呼です。到着をお知らせください。\nBus 2"],
    ] as const) {
      const { message_id } = await who.sees(said);
      const call = who.room.history().find(({ message }) => message.message_id === message_id);
      expect(call?.silent).toBe(false);
      expect(who.screen().split(said.split("\n")[0] ?? "")).toHaveLength(2);
    }
    await cluster.taps("✅ Я на месте");
    await settles();
    await escort.sees("📋 Автобус № 2: 1 из 6");
    // What was tapped is the caller's card: they get no second one.
    const card = await protocol.sees("📋 Bus 2: 1 of 6");
    expect(card.message_id).toBe(sure.message_id);
    protocol.seesNot("📋 Bus 2: 0 of 6");
  });

  it("follows a person to another seat, and says nothing of whoever comes after them", async () => {
    const [roll] = (await attendance.rolls(mission)).filter(({ id }) => id.startsWith("a"));
    const member = await people.member(mission, "cluster-director");
    if (roll === undefined || member === undefined) throw new Error("a roll call and a member");
    await seating.move(mission, member.participant, "diagnostics");
    await stage.delegate(mission, "cluster-director", "Преемник", "ru");
    await escort.sends("/rollcall");
    await escort.taps("⏳ Автобус № 2: 1 из 6");
    const now = await escort.sees("📋 Автобус № 2: 1 из 6");
    expect(dataOf(now, "✅ Коммерческий директор")).not.toBe("");
    expect(dataOf(now, "▫️ Руководитель исполнительной")).not.toBe("");
  });

  it("an escort calls their own people only; a delegate none", async () => {
    await escort.sends("/rollcall");
    await escort.taps("➕ Начать перекличку");
    const which = await escort.sees("Кого перекликать?");
    const labels = which.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(labels).toEqual([expect.stringContaining("👥 Кластер медицинского"), "🚌 Автобус № 2", "‹ Назад"]);
    for (const data of ["rollAsk:1:all", `rollGo:1:${tagOf("vehicle/bus-1")}`, "rollGo:1:e5"]) {
      await escort.forges(data, which);
      expect(escort.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    }
    await cluster.sends("/rollcall");
    await cluster.sees("Такой команды нет.");
    const ref = `g5~${tagOf("vehicle/bus-2")}`;
    for (const data of [
      "rolls:1:0",
      "rollNew:1",
      "rollGo:1:all",
      `roll:1:${ref}:0`,
      `rollTick:1:${ref}:${tagOf("diagnostics")}:1:0`,
      `rollClose:1:${ref}`,
      `rollCloseYes:1:${ref}`,
      `rollReopen:1:${ref}`,
      `rollWrite:1:${ref}`,
      `rollWriteTo:1:${ref}:all`,
      "rollSend:1:abc",
      "eventPresence:1:5",
      "here:1:nothing",
    ]) {
      await cluster.forges(data, cluster.lastSent());
      expect(cluster.toasts.at(-1)?.text, data).toBe("Эта кнопка устарела. Откройте /today.");
    }
    await cluster.forges("here:1:g999", cluster.lastSent());
    expect(cluster.toasts.at(-1)?.text).toBe("Этого события в вашей программе больше нет.");
  });

  it("of an event shows organisers who will come and who came", async () => {
    await secretary.sends("/today");
    await secretary.taps("11:00");
    await secretary.taps("🙋 Кто будет");
    const page = await secretary.sees("Церемония возложения");
    expect(page.text).toMatch(/Автобус № 1: 0 из \d+\n⏳ Автобус № 2: 5 из 6/);
    expect(page.text).toContain("Не смогут быть: 1\n• Директор по науке");
  });

  it("of an event that is over still has its card; a call nobody could be sent in time ends", async () => {
    const seats = ["cluster-director", "biotechnology"];
    const called = seats.map((seat) => ({ seat }));
    const roll = {
      id: "aback",
      of: "event/oncology-visit",
      event: "oncology-visit",
      by: "guide-2",
      called,
    } as const;
    await stage.turn(at("2016-11-18T11:30"));
    await attendance.begin(mission, { ...roll, at: stage.clock.now() });
    const inForce = await missions.inForce(mission);
    if (inForce === undefined) throw new Error("No mission");
    await queueRollCards(stage.app, inForce, roll.id);
    await settles();
    await escort.sees(/📋 Посещение КГБУЗ.+: 0 из 2/);
    // Three hours later, when delivery was away so long.
    await attendance.begin(mission, { ...roll, id: "alate", at: at("2016-11-18T08:00") });
    cluster.looksAway();
    await queueCall(stage.app, mission, { ...roll, id: "alate", at: at("2016-11-18T08:00") });
    await settles();
    cluster.seesNot("Перекличка");
    const entries = await stage.app.store.ledger.of(mission, "cluster-director");
    expect(entries.get("roll/alate")?.outcome).toBe("expired");
  });
});
