import { afterEach, describe, expect, it } from "vitest";
import type { Language } from "../../src/domain/mission.ts";
import { at, krasnoyarsk, testStage, tokyo } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-16T12:00"), missions: [krasnoyarsk, tokyo] });
const { api } = stage;
const { requests, people, audit, redis, keys } = stage.app.store;

const secretary = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const protocol = await stage.delegate("krasnoyarsk", "protocol", "Protocol", "en");
const inTokyo = await stage.delegate("tokyo", "protocol", "主催者", "ja");
const delegate = await stage.delegate("krasnoyarsk", "machinery", "Участник", "ru");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

/** What is said and tapped on the way in, in each language. */
const said = {
  ru: {
    ask: "Попросить доступ",
    sent: "Ваш запрос передан организаторам. Ответ придёт сюда.",
    waiting: "ответ придёт сюда",
    granted: "✅ Организаторы подтвердили ваш запрос.",
    question: "Вы — Представитель торгово-промышленной палаты",
    welcome: "Добро пожаловать!",
    refused: "Организаторы не подтвердили ваш запрос.",
  },
  en: {
    ask: "Ask for access",
    sent: "Your request has gone to the organisers. The answer will come here.",
    waiting: "the answer will come here",
    granted: "✅ The organisers have approved your request.",
    question: "Is this you: Representative of the chamber of commerce",
    welcome: "Welcome!",
    refused: "The organisers did not approve your request.",
  },
  ja: {
    ask: "参加を希望する",
    sent: "ご希望を主催者に伝えました。お返事はここに届きます。",
    waiting: "お返事はここに届きます",
    granted: "✅ 主催者が承認しました。",
    question: "の方ですか",
    welcome: "ようこそ",
    refused: "主催者の承認が得られませんでした。",
  },
} satisfies Record<Language, Record<string, string>>;

describe.each(["ru", "en", "ja"] as const)("an outsider whose phone speaks %s", (language) => {
  const words = said[language];

  it("asks once, is given a seat, consents and is in; learns nothing before", async () => {
    const outsider = stage.person(`Guest ${language}`, language);
    await outsider.opens();
    for (const person of [secretary, protocol, inTokyo]) person.looksAway();
    await outsider.taps(words.ask);
    await outsider.sees(words.sent);
    // The button is gone; whatever they say, the request waits.
    await outsider.sends("?");
    await outsider.sees(words.waiting);
    await expect(outsider.taps(words.ask)).rejects.toThrow("no button");
    expect(outsider.screen()).not.toMatch(/Красноярск|Krasnoyarsk|Ярослав|Tokyo|東京/);

    const question = await secretary.sees(`🙋 Запрос на доступ: Guest ${language}`);
    await protocol.sees(`🙋 Request to join: Guest ${language}`);
    await inTokyo.sees(`🙋 参加希望：Guest ${language}`);
    expect(`${secretary.screen()}${protocol.screen()}`).not.toContain(String(outsider.id));
    delegate.seesNot("Запрос на доступ");

    outsider.looksAway();
    await secretary.taps("✅ Дать место", question);
    await secretary.taps("Представитель торгово-промышленной палаты");
    await secretary.sees("✅ Запрос подтверждён");
    await protocol.sees("✅ Request approved");
    // The organisers of another mission hear that it is decided, and no more.
    const elsewhere = await inTokyo.sees("✅ 承認済み");
    expect(elsewhere.text).not.toContain("商工会議所");

    await outsider.sees(words.granted);
    await outsider.sees(words.question);
    expect(await people.member("krasnoyarsk", "chamber")).toBeUndefined();
    await outsider.taps("✅");
    await outsider.sees(words.welcome);
    const member = await people.member("krasnoyarsk", "chamber");
    expect(member?.participant).toMatchObject({ user: outsider.id, language });
    if (member === undefined) return;
    await stage.app.store.seating.leave("krasnoyarsk", member.participant, {
      replaced: false,
      by: "secretary",
      at: stage.clock.now(),
    });
  });

  it("is told when the organisers do not approve, and may not ask again at once", async () => {
    const outsider = stage.person("Stranger", language);
    await outsider.opens(`https://t.me/${api.bot.username}?start=dead-code`);
    secretary.looksAway();
    await outsider.taps(words.ask);
    await outsider.sees(words.sent);
    const question = await secretary.sees("🙋 Запрос на доступ: Stranger");
    outsider.looksAway();
    await secretary.taps("Отклонить", question);
    await secretary.taps("Да, отклонить");
    await secretary.sees("Запрос отклонён: Stranger");
    await outsider.sees(words.refused);
    await outsider.sends("?");
    await expect(outsider.taps(words.ask)).rejects.toThrow("no button");
    expect(await redis.ttl(keys.asked(outsider.id))).toBeGreaterThan(60 * 60);
  });
});

describe("two organisers", () => {
  it("who decide at once: one decision stands, the other is told so", async () => {
    const outsider = stage.person("Two", "en");
    await outsider.opens();
    for (const person of [secretary, protocol]) person.looksAway();
    await outsider.taps("Ask for access");
    const one = await secretary.sees("🙋 Запрос на доступ: Two");
    const other = await protocol.sees("🙋 Request to join: Two");
    const [open] = await requests.open("krasnoyarsk");
    await secretary.taps("✅ Дать место", one);
    await secretary.sees("какое место?");
    await protocol.taps("Decline", other);
    await protocol.taps("Yes, decline", other);
    // The screen of the first has changed by now; this is the tap that was on its way.
    await secretary.forges(`admitSeat:1:${open?.id}:head-aide`, one);
    expect(secretary.toasts.at(-1)?.text).toBe("Этот запрос уже рассмотрен.");
    expect(secretary.screen()).toContain("Запрос отклонён: Two");
    expect((await stage.app.store.invitations.live(seat("head-aide"), stage.clock.now())).length).toBe(0);
    await outsider.sees("did not approve");
    outsider.seesNot("have approved");
  });

  it("one message each, however often the tap is delivered, also to who organises two missions", async () => {
    const both = await stage.delegate("tokyo", "secretary", "Both", "en");
    const code = await stage.app.store.invitations.create(seat("external-relations"), 1, {
      now: stage.clock.now(),
      expiresAt: stage.clock.now() + 60_000,
    });
    await both.opens(`https://t.me/${api.bot.username}?start=${code}`);
    await both.taps("✅");
    await stage.app.store.seating.change("krasnoyarsk", "external-relations", (own) => ({
      ...own,
      role: "organiser",
    }));
    const outsider = stage.person("Once", "en");
    await outsider.opens();
    await outsider.taps("Ask for access");
    await both.sees("🙋 Request to join: Once");
    await api.redeliver(api.lastUpdateId);
    await stage.app.settle();
    expect(both.screen().match(/Request to join: Once/g)).toHaveLength(1);
    await both.taps("✅ Give a seat: Business mission");
    await both.sees("Once: which seat?");
    await both.taps("👥");
    await both.sees("✅ Request approved: Once");

    // A guest of a group says what to be called first.
    await outsider.sees("position and organisation");
    await outsider.sends("Chief chemist");
    await outsider.sees("Is this you: Chief chemist?");
    await outsider.taps("✅");
    await outsider.sees("Welcome!");
  });
});

describe("the list of requests", () => {
  it("shows what waits, and what has been answered by another way in does not", async () => {
    const outsider = stage.person("Waiting", "en");
    await outsider.opens();
    await outsider.taps("Ask for access");
    await secretary.sends("участники");
    await secretary.taps("🙋 Запросы на доступ: 1");
    await secretary.sends("/desk");
    await secretary.taps("Что требует внимания");
    const attention = await secretary.sees("👤 Запросы на доступ: 1");
    await secretary.taps("🙋 Запросы на доступ: 1", attention);
    await secretary.taps("Waiting");
    await secretary.sees("Имя взято из Telegram");
    expect(await requests.open("krasnoyarsk")).toHaveLength(1);
    const code = await stage.app.store.invitations.create(seat("tourism"), 1, {
      now: stage.clock.now(),
      expiresAt: stage.clock.now() + 60_000,
    });
    await outsider.opens(`https://t.me/${api.bot.username}?start=${code}`);
    await outsider.taps("✅");
    await outsider.sees("Welcome!");
    expect(await requests.open("krasnoyarsk")).toEqual([]);
    await secretary.taps("✅ Дать место");
    expect(secretary.toasts.at(-1)?.text).toBe("Этого запроса больше нет.");
  });

  it("every decision is in the audit log", async () => {
    const { deeds } = await audit.page("krasnoyarsk", { from: 0, most: 50 });
    const did = deeds.map((deed) => deed.did);
    expect(did).toContain("request-granted");
    expect(did).toContain("request-declined");
  });
});

function seat(id: string) {
  return { kind: "seat", mission: "krasnoyarsk", seat: id } as const;
}
