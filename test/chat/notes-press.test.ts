import { afterEach, describe, expect, it } from "vitest";
import { isPressSecretary } from "../../src/domain/press.ts";
import { at, krasnoyarsk, testStage, tokyo } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T14:10") });
const { store } = stage.app;
const author = await stage.delegate("krasnoyarsk", "biotechnology", "Author", "en");
const reader = await stage.delegate("krasnoyarsk", "chamber", "会頭", "ja");
const press = await stage.delegate("krasnoyarsk", "press-secretary", "Пресс-секретарь", "ru");
const organiser = await stage.delegate("krasnoyarsk", "secretary", "Секретарь", "ru");
const second = await stage.delegate("krasnoyarsk", "protocol", "Organiser", "en");

afterEach(() => {
  expect(stage.api.report.unknown).toEqual([]);
  expect(stage.api.report.callbacksNeverAnswered).toBe(0);
});

async function proposes(words: string) {
  await author.sends("/note");
  await author.taps("The trip as a whole");
  await author.sends(words);
  await author.taps("Done");
  await author.sends("/notes");
  await author.taps(words);
  await author.taps("👁 Who reads it");
  await author.taps("Propose it for the press");
}
const newest = async () =>
  (await store.notes.page("krasnoyarsk", { seat: "biotechnology", from: 0, most: 1 })).notes[0];
const turn = async (local: string) => {
  for (const one of [organiser, second, press, reader]) one.looksAway();
  await stage.turn(at(local));
};

it("a press secretary is whom the mission names so, in any of its languages, by position or by a role", () => {
  for (const mission of [krasnoyarsk, tokyo]) {
    const found = (mission.people ?? []).filter((seat) => isPressSecretary(mission, seat));
    expect(found.map(({ id }) => id)).toEqual(["press-secretary"]);
  }
  const guest = { id: "business-guest", position: "Пресс-секретарь" };
  expect(isPressSecretary(krasnoyarsk, guest), "whoever only calls themselves so").toBe(false);
  const named = (role: string) => ({
    events: krasnoyarsk.events.map((event) => ({ ...event, roles: [{ role, person: "clerk" }] })),
  });
  const clerk = { id: "clerk", position: "Советник" };
  expect(isPressSecretary(named("ведёт подход к прессе"), clerk)).toBe(true);
  expect(isPressSecretary(named("in charge of the media"), clerk)).toBe(true);
  expect(isPressSecretary(named("отвечает на вопросы"), clerk)).toBe(false);
  expect(isPressSecretary(named("ведёт экспресс-экскурсию"), clerk)).toBe(false);
  expect(isPressSecretary(named("speaks to the press"), clerk)).toBe(false);
});

describe("what is proposed for the press", () => {
  it("the press secretary reads too; nobody else of the delegation, and to release it is for organisers", async () => {
    await proposes("A contract is near");
    await author.sees("the organisers and the press secretary; for the press: proposed");
    await press.sends("/notes");
    await press.taps("📰 Для прессы");
    await press.sees("Заметки для прессы: 1");
    await press.taps("A contract is near");
    const shown = await press.sees("для прессы: предложено");
    expect(shown.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual(["‹ К списку"]);
    const note = await newest();
    await press.forges(`noteReader:1:${note?.id}:released`, shown);
    expect((await newest())?.readers).toBe("proposed");
    await press.taps("‹ К списку", shown);
    await press.sees("Заметки для прессы: 1");
    await reader.sends("/notes");
    await reader.forges("notes:1:press:0", reader.lastSent());
    reader.seesNot("報道");
    await reader.forges(`note:1:${note?.id}`, reader.lastSent());
    expect(reader.toasts.at(-1)?.text).toBe("このメモはもうありません。");
  });

  it("requires the organisers' attention until they decide", async () => {
    await organiser.sends("/desk");
    await organiser.taps("🔔 Что требует внимания");
    await organiser.sees("📰 Предложено для прессы: 1 заметка");
    await organiser.taps("📰 Для прессы");
    await organiser.sees("Заметки для прессы: 1");
  });

  it("is told of once, in the evening digest, to organisers and to the press secretary", async () => {
    await turn("2016-11-17T20:05");
    await press.sees("📰 Предложено для прессы: 1 заметка");
    await second.sees("📰 Proposed for the press: 1 note");
    await reader.sees("明日");
    reader.seesNot("📰");
    const told = await store.ledger.of("krasnoyarsk", "press-secretary");
    expect([...told.keys()].filter((identity) => identity.startsWith("press/"))).toHaveLength(1);
  });

  it("where no evening is to come, silently by itself; one's decision takes it off the list of what waits", async () => {
    // As after an outage: the day in between, which is long, is nobody's matter here.
    stage.clock.turn(at("2016-11-18T17:20"));
    await stage.app.settle();
    await proposes("It is signed");
    await turn("2016-11-18T17:21");
    const told = await press.sees("📰 Предложено для прессы: 1 заметка");
    expect(press.room.find(told.message_id)?.silent).toBe(true);
    await second.sees("📰 Proposed for the press: 1 note");
    await second.taps("📰 For the press");
    await second.taps("It is signed");
    await second.taps("Release to the press");
    await second.sees("for the press: released");
    await second.sends("/desk");
    await second.taps("🔔");
    await second.sees("📰 Proposed for the press: 1 note");
    await press.taps("📰 Для прессы", told);
    await press.sees("Заметки для прессы: 2");
  });
});
