import { afterEach, describe, expect, it } from "vitest";
import { tagOf } from "../../src/messages/callback.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-16T12:00") });
const { api } = stage;
const { people, audit, escorts } = stage.app.store;
const mission = "krasnoyarsk";

const secretary = await stage.delegate(mission, "secretary", "Секретарь", "ru");
const protocol = await stage.delegate(mission, "protocol", "Protocol", "en");
const machinery = await stage.delegate(mission, "machinery", "Участник", "ru");
const chamber = await stage.delegate(mission, "chamber", "Delegate", "en");
await stage.delegate(mission, "biotechnology", "団員", "ja");

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

const presses = (who: Person, data: string) => who.forges(data, who.lastSent());
/** The commands offered in somebody's chat. */
async function commandsOf(who: Person): Promise<string[]> {
  const scope = { type: "chat" as const, chat_id: who.chatId };
  return (await stage.app.bot.api.getMyCommands({ scope })).map(({ command }) => command);
}
const deeds = async () => (await audit.page(mission, { from: 0, most: 100 })).deeds.map(({ did }) => did);

describe("the list", () => {
  it("shows every seat in the order of protocol, who has joined, who organises", async () => {
    await secretary.sends("/desk");
    await secretary.taps("👥 Участники");
    const list = await secretary.sees("Участники: присоединились 5 из 19");
    const labels = list.reply_markup?.inline_keyboard.map((row) =>
      row[0] && "text" in row[0] ? row[0].text : "",
    );
    expect(labels?.slice(0, 4)).toEqual([
      expect.stringMatching(/^○ Вице-губернатор/),
      expect.stringMatching(/^○ Помощник вице-губернатора/),
      expect.stringMatching(/^✓ ★ Начальник протокола/),
      expect.stringMatching(/^✓ ★ Ответственный секретарь/),
    ]);
    await secretary.taps("›", list);
    await secretary.sees("Участники: присоединились 5 из 19");
    await secretary.taps("✓ Генера… Машиностроительное");
    await secretary.sees("Машиностроительное предприятие");
  });

  it("opens by a plain word in any language; delegates read another", async () => {
    for (const word of ["Участники", "participants", "参加者"]) {
      await secretary.sends(word);
      await secretary.sees("Участники: присоединились");
    }
    for (const said of ["участники", "/people"]) {
      await machinery.sends(said);
      await machinery.sees("Участники делегации: 19");
    }
  });

  it("filters: not joined, unreachable, of a group", async () => {
    await people.setUnreachable(mission, "biotechnology", stage.clock.now());
    await secretary.sends("участники");
    await secretary.taps("Ещё не присоединились: 14");
    const out = await secretary.sees("Ещё не присоединились: 14");
    expect(JSON.stringify(out.reply_markup)).not.toContain("✓ ★");
    await secretary.taps("📵 Не доходят сообщения: 1");
    await secretary.sees("Не доходят сообщения: 1");
    await secretary.taps("📵 Директор по науке");
    await secretary.sees("📵 Сообщения не доходят с 16 ноября, 12:00.");
    await people.setReachable(mission, "biotechnology");
    await secretary.sends("участники");
    await secretary.taps("Группы и автобусы");
    await secretary.taps("👥 Деловая группа");
    await secretary.sees("Присоединились 2 из 5");
    await secretary.taps("Список");
    await secretary.sees("Деловая группа: 5");
  });

  it("a card says when a person was last seen, to the minute", async () => {
    stage.clock.turn(at("2016-11-16T13:30"));
    await machinery.sends("/now");
    await presses(secretary, "seat:1:machinery");
    await secretary.sees("Последнее обращение к боту: 16 ноября, 13:30.");
  });
});

describe("to a delegate", () => {
  const tag = tagOf("seat/head");
  const sure = tagOf("anybody");
  const forged = [
    ...["people:1:all:0", "people:1:out:0", "seat:1:secretary", "seatReady:1:head", "seatTick:1:head:pass:1"],
    ...["seatRole:1:machinery", "setRole:1:machinery:organiser", "seatGroups:1:machinery:0"],
    ...[`seatGroup:1:machinery:${tagOf("group/officials")}:1`, "seatVehicles:1:machinery:0"],
    ...[`seatVehicle:1:machinery:${tagOf("vehicle/bus-2")}`, "seatMove:1:machinery:0"],
    ...[`seatMoveTo:1:machinery:${tag}`, `seatMoveYes:1:${sure}:${tag}`, "seatLeave:1:secretary:free"],
    ...[`seatLeaveYes:1:${sure}:free`, "teams:1:0", `team:1:${tagOf("group/business")}`],
    ...[`escort:1:${tagOf("group/business")}:0`, `setEscort:1:${tagOf("group/business")}:machinery`],
    ...[
      `linksEnd:1:${tag}:revoke`,
      `linksEndYes:1:${tag}:revoke`,
      `linksEndYes:1:${tag}:renew`,
      "inviteAll:1",
    ],
    ...["requests:1:0", "request:1:abcdef", "admit:1:abcdef:0", "admitSeat:1:abcdef:head"],
    ...["admitGroup:1:abcdef:business", "decline:1:abcdef", "declineYes:1:abcdef", "askAccess"],
  ];

  it("every button of these is an unknown one, and does nothing", async () => {
    const before = await Promise.all([people.seats(mission), deeds()]);
    await machinery.sends("/now");
    const toasts = machinery.toasts.length;
    for (const data of forged) await presses(machinery, data);
    const answers = machinery.toasts.slice(toasts).map(({ text }) => text);
    expect(answers).toEqual(forged.map(() => "Эта кнопка устарела. Откройте /today."));
    machinery.seesNot(/Участники|Группы и автобусы|Приглашение/);
    expect(await Promise.all([people.seats(mission), deeds()])).toEqual(before);
    expect(await escorts.chosen(mission)).toEqual({});
  });

  it("an organiser's button for what is not there says so", async () => {
    for (const data of [
      "seat:1:nobody",
      "team:1:nobody",
      "seatTick:1:head:passport:1",
      "linksEndYes:1:x:revoke",
    ]) {
      await presses(secretary, data);
      expect(secretary.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
    }
    await presses(secretary, "seatMove:1:head:0");
    expect(secretary.toasts.at(-1)?.text).toContain("Здесь уже что-то изменилось");
  });
});

describe("readiness", () => {
  it("is ticked by seat, also of those who have not joined, and counted on the list", async () => {
    await presses(secretary, "seatReady:1:head");
    await secretary.taps("▫️ пропуск");
    await secretary.taps("▫️ билет");
    await secretary.taps("✅ билет");
    await presses(secretary, "seat:1:head");
    await secretary.sees("Готовность: ✓ пропуск · – билет · – номер · – бейдж");
    await secretary.sees("Последнее действие: изменены отметки готовности");
    await secretary.sends("участники");
    await secretary.sees("Готовность: пропуск 1/19 · билет 0/19 · номер 0/19 · бейдж 0/19");
  });
});

describe("roles", () => {
  it("an organiser is made after a question, told so, and offered the commands", async () => {
    expect(await commandsOf(chamber)).not.toContain("desk");
    chamber.looksAway();
    await presses(secretary, "seat:1:chamber");
    await secretary.taps("Сделать организатором");
    await secretary.taps("Да, изменить роль");
    await secretary.sees("Роль: организатор");
    await chamber.sees("You are now an organiser.");
    expect(await commandsOf(chamber)).toContain("desk");
    await chamber.sends("/desk");
    await chamber.sees("Organisers' desk");
  });

  it("taken away, the menu and the desk go too", async () => {
    chamber.looksAway();
    await presses(secretary, "setRole:1:chamber:delegate");
    await chamber.sees("You are no longer an organiser.");
    expect(await commandsOf(chamber)).not.toContain("desk");
    await chamber.sends("/desk");
    await chamber.sees("There is no such command");
    // Said again by an update delivered twice, or by a second organiser, it is no news.
    chamber.looksAway();
    await presses(protocol, "setRole:1:chamber:delegate");
    chamber.seesNot("no longer");
  });

  it("one's own is asked about in other words; of two who give it up at once, one stays", async () => {
    await presses(secretary, "seatRole:1:secretary");
    await secretary.sees("Вернуть её сможет только другой организатор.");
    await Promise.all([
      presses(secretary, "setRole:1:secretary:delegate"),
      presses(protocol, "setRole:1:protocol:delegate"),
    ]);
    const roles = (await people.members(mission)).filter(({ seat }) => seat.role === "organiser");
    expect(roles).toHaveLength(1);
    const [kept, gone] = roles[0]?.seat.id === "secretary" ? [secretary, protocol] : [protocol, secretary];
    expect(kept.toasts.at(-1)?.text).toMatch(/единственный организатор|only organiser/);
    await presses(kept, `setRole:1:${kept === secretary ? "protocol" : "secretary"}:organiser`);
    await gone.sees(/Вы теперь организатор|You are now an organiser/);
  });
});

describe("groups, buses, escorts", () => {
  it("groups are ticked, and change whose programme it is", async () => {
    await presses(secretary, "seatGroups:1:machinery:0");
    await secretary.taps("▫️ Официальная группа");
    await secretary.taps("✅ Деловая группа");
    expect((await people.seat(mission, "machinery"))?.groups).toEqual(["officials"]);
    await secretary.taps("▫️ Деловая группа");
    await secretary.taps("✅ Официальная группа");
    expect((await people.seat(mission, "machinery"))?.groups).toEqual(["business"]);
  });

  it("whose bus has changed is told which it is", async () => {
    machinery.looksAway();
    await presses(secretary, "seatVehicles:1:machinery:0");
    await secretary.taps("▫️ Автобус № 2");
    await machinery.sees("🚌 Ваш автобус теперь: Автобус № 2");
    await secretary.taps("▫️ Без автобуса");
    expect(await people.seat(mission, "machinery")).not.toHaveProperty("vehicle");
    await secretary.taps("▫️ Автобус № 1");
  });

  it("an escort chosen here goes before the programme's, until it is taken back", async () => {
    machinery.looksAway();
    await presses(secretary, `team:1:${tagOf("vehicle/bus-2")}`);
    await secretary.sees("Старший: Сопровождающий, старший автобуса № 2");
    await secretary.taps("Назначить старшего");
    await secretary.taps("›");
    await secretary.taps("Генеральный директор · Машиностроительное");
    await secretary.sees("Старший: Генеральный директор · Машиностроительное предприятие");
    await machinery.sees("Вы назначены старшим: Автобус № 2");
    // Calling the roll is offered to whoever answers for somebody.
    expect(await commandsOf(machinery)).toContain("rollcall");
    await machinery.sends("/help");
    await machinery.sees("/rollcall — перекличка");
    await presses(secretary, "seat:1:machinery");
    await secretary.sees("Старший: Автобус № 2");
    await presses(secretary, `escort:1:${tagOf("vehicle/bus-2")}:0`);
    await secretary.taps("Как указано в программе");
    await secretary.sees("Старший: Сопровождающий, старший автобуса № 2");
    expect(await commandsOf(machinery)).not.toContain("rollcall");
  });
});
