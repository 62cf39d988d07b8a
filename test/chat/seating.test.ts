import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { tagOf } from "../../src/messages/callback.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { brisk } from "../support/brisk.ts";
import { at, krasnoyarsk, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-16T12:00"), ...brisk });
const { api } = stage;
const { invitations, people, audit, choices, notes, readiness, prompts, sieves, broadcasts, questions } =
  stage.app.store;
const mission = "krasnoyarsk";

const secretary = await stage.delegate(mission, "secretary", "Секретарь", "ru");
const protocol = await stage.delegate(mission, "protocol", "Protocol", "en");
const machinery = await stage.delegate(mission, "machinery", "Участник", "ru");
await stage.delegate(mission, "chamber", "Delegate", "en");
const biotech = await stage.delegate(mission, "biotechnology", "団員", "ja");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

const linkTo = (code: string) => `https://t.me/${api.bot.username}?start=${code}`;
const presses = (who: Person, data: string) => who.forges(data, who.lastSent());
/** The link in the newest message that has one. */
async function linkSeenBy(who: Person): Promise<string> {
  const { text = "" } = await who.sees("https://t.me/");
  return /https:\S+/.exec(text)?.[0] ?? "";
}
/** The commands offered in somebody's chat. */
async function commandsOf(who: Person): Promise<string[]> {
  const scope = { type: "chat" as const, chat_id: who.chatId };
  return (await stage.app.bot.api.getMyCommands({ scope })).map(({ command }) => command);
}
const deeds = async () => (await audit.page(mission, { from: 0, most: 100 })).deeds.map(({ did }) => did);

describe("invitations", () => {
  it("revoked, a link is dead at once; made anew, only the last one works", async () => {
    await presses(secretary, "seat:1:tourism");
    await secretary.taps("✉️ Выдать приглашение");
    const first = await linkSeenBy(secretary);
    await presses(secretary, "seat:1:tourism");
    await secretary.sees("Приглашение действует до 30 ноября");
    await secretary.taps("Выдать новую ссылку");
    await secretary.taps("Да, выдать новую");
    const second = await linkSeenBy(secretary);
    expect(second).not.toBe(first);
    const guest = stage.person("Guest", "en");
    await guest.opens(first);
    await guest.sees("This link does not work");
    await guest.opens(second);
    await guest.sees("Is this you");

    await presses(protocol, "seat:1:tourism");
    await protocol.taps("Revoke the links");
    await protocol.taps("Yes, revoke");
    await protocol.sees("There is no valid invitation link.");
    // The question was asked before; the answer comes too late.
    await guest.taps("✅");
    await guest.sees("This link does not work");
    expect(await people.member(mission, "tourism")).toBeUndefined();
  });

  it("to a group are counted, and end together", async () => {
    await presses(secretary, `team:1:${tagOf("group/medical")}`);
    await secretary.taps("Выдать ссылку в группу");
    const link = await linkSeenBy(secretary);
    await presses(secretary, `team:1:${tagOf("group/medical")}`);
    await secretary.sees("могут войти ещё 30 человек");
    await secretary.taps("Отозвать ссылки");
    await secretary.taps("Да, отозвать");
    await secretary.sees("Старший: Сопровождающий, старший автобуса № 2");
    secretary.seesNot("могут войти");
    const guest = stage.person("Guest", "en");
    await guest.opens(link);
    await guest.sees("This link does not work");
  });

  it("made before links could be revoked, still work, and can be revoked too", async () => {
    const { redis, keys } = stage.app.store;
    const what = { kind: "seat", mission, seat: "press-secretary" } as const;
    const old = { for: JSON.stringify(what), uses: 1, expires: stage.clock.now() + 1000 };
    await redis.hset(keys.invitation("of-old"), old);
    expect(await invitations.find("of-old", stage.clock.now())).toMatchObject({ for: what });
    await invitations.revoke(what);
    const guest = stage.person("Guest", "en");
    await guest.opens(linkTo("of-old"));
    await guest.sees("This link does not work");
  });
});

describe("moving", () => {
  it("takes access, wishes, picks, notes and what was put off along; both seats stay as they are", async () => {
    const later = at("2016-11-18T12:00");
    await prompts.putOff(mission, "biotechnology", "oncology-visit", 1, later);
    await prompts.sayNothing(mission, "biotechnology", "business-talks", stage.clock.now());
    await prompts.nudge(mission, "biotechnology", "2016-11-16", 1);
    await prompts.sayNothing(mission, "diagnostics", "conference", stage.clock.now());
    await sieves.set(mission, "biotechnology", { words: "メモ" });
    await people.setWishes(mission, "biotechnology", () => ({ muteAll: true }), stage.clock.now());
    await choices.pick(mission, "biotechnology", "roundtables", "roundtable-innovation");
    await biotech.sends("/note");
    await biotech.taps(/全体/);
    await biotech.sends("移動前のメモ");
    await biotech.taps("完了");
    biotech.looksAway();
    await presses(secretary, "seat:1:biotechnology");
    await secretary.taps("Перевести на другое место");
    await secretary.taps("›");
    await secretary.taps("Коммерческий директор");
    await secretary.sees("Станет: Коммерческий директор");
    await secretary.taps("Да, перевести");
    await secretary.sees("Последнее действие: человек переведён на это место");
    await biotech.sees("席が変わりました");
    expect(await people.member(mission, "biotechnology")).toBeUndefined();
    expect(await people.seat(mission, "biotechnology")).toMatchObject({ groups: ["medical"] });
    const moved = await people.member(mission, "diagnostics");
    expect(moved?.participant).toMatchObject({
      user: biotech.id,
      seat: "diagnostics",
      wishes: { muteAll: true },
    });
    expect(await choices.of(mission, "diagnostics")).toEqual({ roundtables: "roundtable-innovation" });
    expect(await choices.of(mission, "biotechnology")).toEqual({});
    expect(await prompts.saidBy(mission, "biotechnology")).toEqual(new Map());
    expect(await prompts.saidBy(mission, "diagnostics")).toEqual(
      new Map([
        ["oncology-visit", { later: [later, undefined], nothing: false }],
        ["business-talks", { later: [undefined, undefined], nothing: true }],
      ]),
    );
    expect(await prompts.due(later)).toEqual([{ mission, seat: "diagnostics", at: later }]);
    expect(await prompts.nudged(mission, "2016-11-16")).toEqual(new Set(["diagnostics"]));
    expect(await sieves.of(mission, "diagnostics")).toEqual({ words: "メモ" });
    await biotech.sends("/notes");
    await biotech.taps("移動前のメモ");
    await biotech.sees("移動前のメモ");
  });

  it("an old button moves nobody who came after, and nobody to a seat taken meanwhile", async () => {
    await presses(secretary, "seatMove:1:diagnostics:0");
    await secretary.taps("Вице-губернатор");
    const question = await secretary.sees("Станет: Вице-губернатор");
    const late = await stage.delegate(mission, "head", "Глава", "ru");
    await secretary.taps("Да, перевести", question);
    expect(secretary.toasts.at(-1)?.text).toBe("Это место уже занято участником.");
    await presses(secretary, "seatLeave:1:head:free");
    const asked = await secretary.sees("Освободить место: Вице-губернатор");
    await secretary.taps("Да, освободить", asked);
    await late.sees("Ваш доступ завершён");
    const again = await stage.delegate(mission, "head", "Глава", "ru");
    // The same question's button, pressed on a screen that was not refreshed.
    const yes = asked.reply_markup?.inline_keyboard[0]?.[0];
    await presses(secretary, yes && "callback_data" in yes ? yes.callback_data : "");
    expect(secretary.toasts.at(-1)?.text).toContain("Здесь уже что-то изменилось");
    expect((await people.member(mission, "head"))?.participant.user).toBe(again.id);
  });
});

describe("replacing", () => {
  it("the old access, links and conversation die at once; the seat stays, and a new link opens it", async () => {
    await readiness.set(mission, "machinery", "pass", true, stage.clock.now());
    const spare = linkTo(
      await invitations.create({ kind: "seat", mission, seat: "machinery" }, 1, {
        now: stage.clock.now(),
        expiresAt: stage.clock.now() + 60_000,
      }),
    );
    await machinery.sends("/note");
    await machinery.taps("О поездке в целом");
    await machinery.sends("Не для преемника");
    const written = machinery.lastSent();
    await prompts.sayNothing(mission, "machinery", "business-talks", stage.clock.now());
    machinery.looksAway();
    await presses(secretary, "seat:1:machinery");
    await secretary.taps("Заменить человека");
    await secretary.taps("Да, заменить");
    const link = await linkSeenBy(secretary);
    await machinery.sees("Ваш доступ завершён");
    expect(machinery.screen()).not.toContain("⌨");
    expect(await commandsOf(machinery)).toEqual([]);
    await machinery.sends("Ещё одно");
    await machinery.sees("только по приглашениям");
    await machinery.edits(written, "Исправлено потом");
    await machinery.opens(spare);
    await machinery.sees("Эта ссылка не действует");

    const successor = stage.person("Преемник", "ru");
    await successor.opens(link);
    await successor.taps("✅");
    await successor.sees("Добро пожаловать! Вы записаны: Генеральный директор");
    await successor.sends("/notes");
    await successor.sees("У вас пока нет заметок");
    const all = (await notes.page(mission, { from: 0, most: 100 })).notes;
    const foreign = all.find(({ items }) => items.some(({ text }) => text === "Не для преемника"));
    await presses(successor, `note:1:${foreign?.id}`);
    expect(successor.toasts.at(-1)?.text).toBe("Этой заметки больше нет.");
    expect((await readiness.all(mission)).get("machinery")).toBeUndefined();
    expect(await prompts.saidBy(mission, "machinery")).toEqual(new Map());
    // Organisers read it as it was left, and as nobody's who sits there now.
    await secretary.sends("/notes преемника");
    expect((await secretary.sees("Найдено заметок: 1")).text).toContain("(до замены)");
    await secretary.taps(/Не для преемника/);
    expect((await secretary.sees("Не для преемника")).text).not.toContain("Исправлено");
    await presses(secretary, "siftTo:1:author:machinery");
    await secretary.sees("Найдено заметок: 1");
  });

  it("two organisers at once replace one person once", async () => {
    await presses(secretary, "seatLeave:1:chamber:replace");
    await presses(protocol, "seatLeave:1:chamber:free");
    await Promise.all([secretary.taps("Да, заменить"), protocol.taps("Yes, free it")]);
    const did = (await deeds()).slice(0, 2).filter((deed) => /^seat-(replaced|freed)$/.test(deed));
    expect(did).toHaveLength(1);
    const told = [...secretary.toasts, ...protocol.toasts].filter(({ text }) =>
      /уже что-то изменилось|has changed here/.test(text ?? ""),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(await people.member(mission, "chamber")).toBeUndefined();
  });
});

describe("what was confirmed and asked", () => {
  const broadcast = async (text: string) => {
    await secretary.sends("/broadcast");
    await secretary.sends(text);
    for (const step of ["Готово", "Всем участникам", "Важное", "Сейчас", /^Отправить \(/]) {
      await secretary.taps(step);
    }
    await stage.turn(stage.clock.now());
  };
  const sentTo = async (text: string) => {
    const [found] = (await broadcasts.all(mission)).filter(({ items }) => items[0]?.text === text);
    if (found === undefined) throw new Error(`Nobody has sent ${text}`);
    return { to: found.sent?.to, confirmed: await broadcasts.confirmed(mission, found.id) };
  };
  const questionOf = async (seat: string) => {
    const { questions: all } = await questions.page(mission, { which: "all", from: 0, most: 50 });
    return all.find((one) => one.seat === seat);
  };

  it("goes along with who moves: nobody asks them again, and the answer finds them", async () => {
    await broadcast("Смена входа");
    await biotech.taps("確認しました");
    await broadcast("Смена зала");
    const copy = await biotech.sees("Смена зала");
    await biotech.sends("/ask 集合場所はどこですか");
    await biotech.taps(/主催者に送/);
    const asked = await secretary.sees("集合場所はどこですか");
    await presses(secretary, "seatMove:1:diagnostics:0");
    await secretary.taps("Предст… внешним связям");
    await secretary.taps("Да, перевести");
    await stage.app.settle();

    const first = await sentTo("Смена входа");
    expect(first.to).toContain("external-relations");
    expect(first.to).not.toContain("diagnostics");
    expect([...first.confirmed.keys()]).toEqual(["external-relations"]);
    await biotech.taps("確認しました", copy);
    expect([...(await sentTo("Смена зала")).confirmed.keys()]).toEqual(["external-relations"]);
    const copies = biotech.room.history().filter(({ message }) => message.text === "Смена зала");
    expect(copies).toHaveLength(1);

    await secretary.sends("У входа № 2", { replyTo: asked });
    await secretary.sees("✅ Ответ отправлен: Представитель Комитета по внешним связям");
    const answer = await biotech.sees("У входа № 2");
    await biotech.sends("了解しました", { replyTo: answer });
    await secretary.sees(/Дополнение к вопросу № 1[\s\S]*了解しました/);
    expect(await questionOf("external-relations")).toMatchObject({ open: true });
  });

  it("ends with who leaves: the question is closed, and the successor has confirmed nothing", async () => {
    await broadcast("Пропуска у стойки");
    const first = await stage.delegate(mission, "chamber", "Палата", "ru");
    for (const words of ["Смена входа", "Смена зала", "Пропуска у стойки"]) await first.sees(words);
    await first.taps("Принято");
    await first.sends("/ask Где мой пропуск?");
    await first.taps("✅ Отправить организаторам");
    const asked = await secretary.sees("Где мой пропуск?");
    await presses(protocol, "seatLeave:1:chamber:replace");
    await protocol.taps("Yes, replace");
    const link = await linkSeenBy(protocol);
    await stage.app.settle();
    const left = await questionOf("chamber");
    expect(left).toMatchObject({ open: false, closed: { by: "protocol" }, former: true });
    await secretary.sees(/Где мой пропуск\?[\s\S]*Начальник протокола/);
    expect((await sentTo("Пропуска у стойки")).to).not.toContain("chamber");

    await secretary.sends("У стойки", { replyTo: asked });
    await secretary.sees("Задавшего этот вопрос в делегации больше нет: ответ не отправлен.");
    await presses(secretary, `questionReply:1:${left?.id}`);
    expect(secretary.toasts.at(-1)?.text).toContain("в делегации больше нет");
    await presses(secretary, `question:1:${left?.id}`);
    await secretary.sees("Задавшего этот вопрос в делегации больше нет");

    const successor = stage.person("Преемник", "ru");
    await successor.opens(link);
    await successor.taps("✅");
    const notice = await successor.sees("Пропуска у стойки");
    successor.seesNot("Где мой пропуск?");
    expect((await sentTo("Пропуска у стойки")).confirmed.has("chamber")).toBe(false);
    await presses(successor, `questionReply:1:${left?.id}`);
    expect(successor.toasts.at(-1)?.text).toContain("Эта кнопка устарела");
    await successor.taps("Принято", notice);
    expect((await sentTo("Пропуска у стойки")).confirmed.has("chamber")).toBe(true);
  });
});

describe("inviting everybody", () => {
  it("makes a sheet with a link for each who has not joined", async () => {
    await secretary.sends("участники");
    await secretary.taps(/Пригласить остальных/);
    const { document } = await secretary.sees(/приглашени. для печати|приглашений для печати/);
    expect(document?.file_name).toBe("krasnoyarsk-invitations.docx");
    const joined = (await people.participants(mission)).length;
    const live = await Promise.all(
      (krasnoyarsk.people ?? []).map(({ id }) =>
        invitations.live({ kind: "seat", mission, seat: id }, stage.clock.now()),
      ),
    );
    expect(live.filter((links) => links.length > 0)).toHaveLength((krasnoyarsk.people?.length ?? 0) - joined);
    const bytes = api.files.byId(document?.file_id ?? "")?.bytes ?? new Uint8Array();
    const sheet = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    for (const links of live.filter(({ length }) => length > 0)) {
      expect(links.some(({ code }) => sheet.includes(linkTo(code)))).toBe(true);
    }
  });
});
