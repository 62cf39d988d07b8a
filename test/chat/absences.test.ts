import { afterEach, describe, expect, it } from "vitest";
import { group } from "../../src/rehearsal/people.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T09:35") });
const { api } = stage;
const { people, ledger, questions } = stage.app.store;

const secretary = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Protocol", "en");
const machinery = await stage.delegate("krasnoyarsk", "machinery", "Участник", "ru");
const chamber = await stage.delegate("krasnoyarsk", "chamber", "Delegate", "en");
const biotech = await stage.delegate("krasnoyarsk", "biotechnology", "団員", "ja");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

async function saysNo(who: typeof machinery, [event, no, yes]: readonly [string, string, string]) {
  await who.sends("/today");
  await who.taps(event);
  await who.taps(no);
  who.looksAway();
  await who.taps(yes);
}

function toldOfMachinery() {
  const history = room.room.history().map(({ message }) => message);
  const told = history.find(({ text }) => text?.startsWith("🚫 Не сможет быть: Ген"));
  if (told === undefined) throw new Error("The organisers' chat was told of an absence");
  return told;
}

const room = await group(api, { title: "Штаб", members: [secretary, protocol] });

describe("«Не смогу»", () => {
  it("takes two taps, tells the organisers once, and the reason joins the same message", async () => {
    await machinery.sends("/today");
    await machinery.taps("11:00 Церемония");
    await machinery.taps("🚫 Не смогу быть");
    await machinery.sees(/Вас не будет на этом событии\?\nЦеремония[\s\S]+Организаторы узнают/);
    expect((await people.member("krasnoyarsk", "machinery"))?.participant.wishes?.away).toBeUndefined();
    await machinery.taps("Да, не смогу");
    await machinery.sees("🚫 Отмечено: вас не будет.");
    await stage.app.settle();
    for (const [organiser, said] of [
      [secretary, /🚫 Не сможет быть: Генеральный директор\nЦеремония.+, чт, 17 нояб\., 11:00$/],
      [protocol, /🚫 Cannot come: Chief executive\nFlower.+, Thu 17 Nov, 11:00$/],
    ] as const)
      await organiser.sees(said);
    await machinery.sends("Встреча с партнёрами в гостинице");
    await machinery.sees("Причина передана организаторам.");
    await stage.app.settle();
    await secretary.sees(/Не сможет быть[\s\S]+Причина: Встреча с партнёрами в гостинице/);
    const told = secretary.screen().match(/Не сможет быть/g);
    expect(told).toHaveLength(1);
  });

  it("an organiser's reply to it is passed on like an answer, and so is what comes back", async () => {
    const told = await secretary.sees("🚫 Не сможет быть: Генеральный директор");
    machinery.looksAway();
    await secretary.sends("Хорошо, венок возложит заместитель", { replyTo: told });
    await secretary.sees("Генеральный директор");
    await api.redeliver(api.lastUpdateId);
    await stage.app.settle();
    const answer = await machinery.sees("Хорошо, венок возложит заместитель");
    expect(answer.text).toMatch(
      /Не смогу быть: Церемония.+, чт, 17 нояб\., 11:00\nПричина: Встреча с партнёрами в гостинице\nХорошо/,
    );
    secretary.looksAway();
    await machinery.sends("Спасибо!", { replyTo: answer });
    await stage.app.settle();
    await secretary.sees("Спасибо!");
    const inEnglish = await protocol.sees("🚫 Cannot come: Chief executive");
    await protocol.sends("Noted", { replyTo: inEnglish });
    await stage.app.settle();
    await machinery.sees("Noted");
    expect((await questions.page("krasnoyarsk", { which: "all", from: 0, most: 9 })).total).toBe(1);
  });

  it("stays in the programme, marked, and is reminded of no more", async () => {
    await machinery.sends("/today");
    const day = await machinery.sees("Церемония возложения");
    expect(day.text).toContain("Церемония возложения цветов к Мемориалу Победы\n🚫 Отмечено: вас не будет");
    machinery.looksAway();
    chamber.looksAway();
    await stage.turn(at("2016-11-17T10:05"));
    await chamber.sees("⏰ Gather at 10:15");
    machinery.seesNot("⏰ Сбор в 10:15");
    await secretary.sends("/desk");
    await secretary.taps("🔔 Что требует внимания");
    await secretary.sees(/🚫 Не смогут быть: 1\n• Генеральный директор.*\n17 ноября, 11:00: Церемония/);
  });

  it("is neither on nor next, and does not decide when the next day begins", async () => {
    await machinery.sends("/now");
    const seen = await machinery.sees("12:00–12:40");
    expect(seen.text).not.toContain("Церемония");
    expect(machinery.pinned[0]?.text).toMatch(/\n\n11:00–11:25\nЦеремония/);
    await machinery.sends("/programme");
    await machinery.sees(/Церемония[^\n]+[\s\S]+🚫 Отмечено: вас не будет/);
  });

  it("is taken back with one tap, and the organisers' message says so", async () => {
    await machinery.sends("/today");
    await machinery.taps("11:00 Церемония");
    const card = await machinery.sees("🚫 Отмечено: вас не будет");
    await machinery.taps("↩️ Всё-таки буду", card);
    expect(machinery.toasts.at(-1)?.text).toBe("Отмечено: вы будете.");
    await stage.app.settle();
    const back = await secretary.sees("↩️ Всё-таки будет: Генеральный директор");
    expect(back.text).not.toContain("Причина");
    const again = await machinery.sees("Церемония");
    expect(again.text).not.toContain("вас не будет");
  });

  it("in English and Japanese, without a reason, or with something else than words", async () => {
    await saysNo(chamber, ["14:30", "🚫 I cannot come", "Yes, I cannot come"]);
    await chamber.taps("No reason");
    await chamber.sees("🚫 Noted: you will not come");
    await chamber.sends("Where do I leave my coat?");
    await chamber.sees(/note|organisers/i);
    chamber.seesNot("The reason has been passed");
    await saysNo(biotech, ["14:30", "🚫 欠席します", "はい、欠席します"]);
    await biotech.sees("🚫 欠席と登録しました。");
    await biotech.sends({ photo: Buffer.from("a ticket") });
    biotech.seesNot("理由を事務局にお伝えしました");
    expect((await people.member("krasnoyarsk", "biotechnology"))?.participant.wishes?.away).toMatchObject({
      conference: { at: stage.clock.now() },
    });
  });

  it("twice, as an update handled again, is the same as once", async () => {
    const before = await people.member("krasnoyarsk", "chamber");
    stage.clock.turn(stage.clock.now() + 60_000);
    await chamber.forges("awayYes:1:10", chamber.lastSent());
    await stage.app.settle();
    const after = await people.member("krasnoyarsk", "chamber");
    expect(after?.participant.wishes?.away).toEqual(before?.participant.wishes?.away);
    const told = [...(await ledger.of("krasnoyarsk", "secretary")).keys()].filter((id) =>
      id.startsWith("away/chamber.conference"),
    );
    expect(told).toHaveLength(1);
  });

  it("goes to the organisers' chat where there is one, and stands on its card", async () => {
    await secretary.in(room).sends("/bind");
    await secretary.in(room).taps("Чат организаторов");
    secretary.looksAway();
    await saysNo(machinery, ["14:30", "🚫 Не смогу быть", "Да, не смогу"]);
    await stage.app.settle();
    await secretary.in(room).sees("🚫 Не сможет быть: Генеральный директор");
    await secretary.in(room).sees("🚫 Не смогут быть: 3");
    secretary.seesNot("Не сможет быть");
    const told = await protocol.in(room).sees("🚫 Не сможет быть: Генеральный директор");
    machinery.looksAway();
    await protocol.in(room).sends("The seat will be kept", { replyTo: told });
    await stage.app.settle();
    await machinery.sees("The seat will be kept");
  });

  it("is too late after the event, and about what is not theirs a button from elsewhere", async () => {
    stage.clock.turn(at("2016-11-17T18:00"));
    await machinery.forges("away:1:5", machinery.lastSent());
    expect(machinery.toasts.at(-1)?.text).toBe("Это событие уже прошло.");
    for (const data of ["awayYes:1:13", "awayUndo:1:999"]) {
      await machinery.forges(data.replace("13", "18"), machinery.lastSent());
      expect(machinery.toasts.at(-1)?.text).toBe("Этого события в вашей программе больше нет.");
    }
    const stranger = stage.person("Чужой", "ru");
    await stranger.opens();
    await stranger.forges("awayYes:1:5", stranger.lastSent());
    expect(stranger.toasts).toEqual([]);
  });

  it("of somebody who has left the seat is answered to nobody", async () => {
    const member = await people.member("krasnoyarsk", "machinery");
    if (member === undefined) throw new Error("The seat is taken");
    const leaving = { replaced: false, by: "secretary", at: stage.clock.now() };
    await stage.app.store.seating.leave("krasnoyarsk", member.participant, leaving);
    await secretary.in(room).sends("Алло?", { replyTo: toldOfMachinery() });
    await secretary.in(room).sees("Этого участника в делегации больше нет: ответ не отправлен.");
  });

  it("of whoever sat there before is not answered to a successor who will not come either", async () => {
    const successor = await stage.delegate("krasnoyarsk", "machinery", "Преемник", "ru");
    const all = (await stage.app.store.missions.inForce("krasnoyarsk"))?.programme.events ?? [];
    const away = Object.fromEntries(all.map(({ event }) => [event.id, { at: stage.clock.now() }]));
    const now = stage.clock.now();
    await people.setWishes("krasnoyarsk", "machinery", (wishes) => ({ ...wishes, away }), now);
    secretary.in(room).looksAway();
    await secretary.in(room).sends("Как вы?", { replyTo: toldOfMachinery() });
    await secretary.in(room).sees("Этого участника в делегации больше нет: ответ не отправлен.");
    await stage.app.settle();
    successor.seesNot("Как вы?");
  });
});
