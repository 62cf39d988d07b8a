import { afterEach, describe, expect, it } from "vitest";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-16T20:00") });
const { api } = stage;
const { invitations, people } = stage.app.store;
const linkTo = (code: string) => `https://t.me/${api.bot.username}?start=${code}`;
const inTwoWeeks = () => ({
  now: stage.clock.now(),
  expiresAt: stage.clock.now() + 14 * 24 * 60 * 60 * 1000,
});
const seatLink = async (seat: string) =>
  linkTo(await invitations.create({ kind: "seat", mission: "krasnoyarsk", seat }, 1, inTwoWeeks()));

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

describe("the first organiser", () => {
  it("takes the mission by the claim link from the log, and the link works once", async () => {
    const link = linkTo(await invitations.claim(stage.clock.now()));
    const organiser = stage.person("Организатор", "ru");
    await organiser.opens(link);
    await organiser.sees("Вы — организатор?");
    await organiser.taps("Да, это я");
    await organiser.sees("Добро пожаловать");
    await organiser.sees("Среда, 16 ноября");
    expect(organiser.screen()).toContain("[ Сегодня ] [ Что сейчас ]");

    const late = stage.person("Опоздавший", "ru");
    await late.opens(link);
    await late.sees("Эта ссылка не действует");
  });
});

describe("a personal invitation", () => {
  it("asks who they are and for consent in the phone's language, and ends with the day and the keyboard", async () => {
    const delegate = stage.person("Delegate", "en-US");
    await delegate.opens(await seatLink("head"));
    await delegate.sees(/Is this you: Vice-Governor of St Petersburg/);
    await delegate.sees("The bot will keep your position");
    await delegate.taps("Yes, it's me");
    await delegate.sees("Welcome!");
    await delegate.sees("Wednesday 16 November");
    expect(delegate.screen()).toContain("[ Today ] [ What's on ]");
  });

  it("speaks another language as soon as it is chosen", async () => {
    const delegate = stage.person("Delegate", "en");
    await delegate.opens(await seatLink("press-secretary"));
    await delegate.taps("日本語");
    await delegate.sees("の方ですか");
    await delegate.taps("はい、本人です");
    await delegate.sees("ようこそ");
    expect((await people.member("krasnoyarsk", "press-secretary"))?.participant.language).toBe("ja");
  });

  it("keeps nothing when the answer is no", async () => {
    const stranger = stage.person("Чужой", "ru");
    await stranger.opens(await seatLink("head-aide"));
    await stranger.taps("Нет");
    await stranger.sees("ничего не записано");
    expect(await people.member("krasnoyarsk", "head-aide")).toBeUndefined();
    await stranger.sends("/today");
    await stranger.sees("только по приглашениям");
  });

  it("leads back to the day whoever opens their link again, or the bot", async () => {
    const link = await seatLink("industry");
    const delegate = stage.person("Участник", "ru");
    await delegate.opens(link);
    await delegate.taps("✅");
    for (const way of [link, undefined]) {
      await delegate.opens(way);
      await delegate.sees("Вы в списке делегации. Ваша программа:");
      await delegate.sees("Среда, 16 ноября");
    }
  });

  it("does not seat two people in one seat", async () => {
    const [first, second] = [await seatLink("external-relations"), await seatLink("external-relations")];
    const one = stage.person("Первый", "ru");
    await one.opens(first);
    await one.taps("✅");
    await one.sees("Добро пожаловать");
    const two = stage.person("Второй", "ru");
    await two.opens(second);
    await two.taps("✅");
    await two.sees("Это место уже занято");
  });

  it("leaves a member where they are when they open somebody else's link", async () => {
    const delegate = await stage.delegate("krasnoyarsk", "tourism", "Участник", "ru");
    await delegate.opens(await seatLink("chamber"));
    await delegate.taps("✅");
    await delegate.sees("на другом месте");
    expect(await people.member("krasnoyarsk", "chamber")).toBeUndefined();
  });

  it("reminds of its question whoever writes something else, and goes on", async () => {
    const delegate = stage.person("Delegate", "en");
    await delegate.opens(await seatLink("guide-1"));
    await delegate.sends("/today");
    await delegate.sees("tap one of the buttons");
    await delegate.sends("yes?");
    await delegate.sees("tap one of the buttons");
    await delegate.taps("✅");
    await delegate.sees("Welcome!");
  });
});

describe("a group's invitation", () => {
  it("asks each guest for their position and lets in as many as it was made for", async () => {
    const link = linkTo(
      await invitations.create({ kind: "group", mission: "krasnoyarsk", group: "medical" }, 1, inTwoWeeks()),
    );
    const guest = stage.person("Гость", "ru");
    await guest.opens(link);
    await guest.sees("Напишите одним сообщением вашу должность");
    await guest.sends("x".repeat(201));
    await guest.sees("Слишком длинно");
    await guest.sends("Главный конструктор,   завод медицинских приборов");
    await guest.sees("Вы — Главный конструктор, завод медицинских приборов?");
    await guest.taps("✅");
    await guest.sees("Добро пожаловать");

    const late = stage.person("Второй гость", "ru");
    await late.opens(link);
    await late.sees("Эта ссылка не действует");
  });
});

describe("outsiders", () => {
  it("learn nothing, not even the mission's name", async () => {
    const outsider = stage.person("Прохожий", "ru");
    for (const said of ["/start", "/today", "/invite", "/desk", "привет", "Сегодня"]) {
      await outsider.sends(said);
      await outsider.sees("только по приглашениям");
    }
    await outsider.forges("event:1:1", outsider.lastSent());
    expect(outsider.screen()).not.toMatch(/Красноярск|Krasnoyarsk|миссия/);
  });

  it("are slowed down when they guess codes", async () => {
    const guesser = stage.person("Guesser", "en");
    for (let guess = 0; guess < 5; guess += 1) {
      await guesser.opens(linkTo(`guess-${guess}`));
      await guesser.sees("This link does not work");
    }
    await guesser.opens(await seatLink("enterprise"));
    await guesser.sees("Too many attempts");
  });
});
