import { afterEach, describe, expect, it } from "vitest";
import { verbs } from "../../src/messages/callback.ts";
import { loadSpeeches } from "../../src/messages/speech.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { at, krasnoyarsk, testStage, tokyo } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-02-20T12:00"), missions: [krasnoyarsk, tokyo] });
const { api } = stage;
const { invitations, people, missions } = stage.app.store;

afterEach(() => {
  expect(api.report.unknown).toEqual([]);
  expect(api.report.callbacksNeverAnswered).toBe(0);
});

const soon = () => ({ now: stage.clock.now(), expiresAt: stage.clock.now() + 60_000 });
const linkTo = (code: string) => `https://t.me/${api.bot.username}?start=${code}`;
const seatLink = async (mission: string, seat: string) =>
  linkTo(await invitations.create({ kind: "seat", mission, seat }, 1, soon()));

describe("an organiser of one mission who is a delegate in another", async () => {
  const eve = stage.person("Ева", "ru");
  await eve.opens(await seatLink("krasnoyarsk", "secretary"));
  await eve.taps("✅");
  await eve.opens(await seatLink("tokyo", "governor"));
  await eve.taps("✅");
  const handles = { krasnoyarsk: await handleOf("krasnoyarsk"), tokyo: await handleOf("tokyo") };

  async function handleOf(id: string): Promise<number> {
    return (await missions.inForce(id))?.handle ?? 0;
  }

  it("has an organiser's rights in the first only, whichever is the current one", async () => {
    for (const current of ["krasnoyarsk", "tokyo"]) {
      await people.switchTo(eve.id, current);
      await eve.sends("/now");
      for (const forged of ["inviteSeat:M:secretary", "inviteGroup:M:officials", "missedBy:M:0"]) {
        await eve.forges(forged.replace("M", String(handles.tokyo)), eve.lastSent());
        expect(eve.toasts.at(-1)?.text).toBe("Эта кнопка устарела. Откройте /today.");
      }
      await eve.forges(`inviteSeat:${handles.krasnoyarsk}:head`, eve.lastSent());
      await eve.sees("Приглашение: Вице-губернатор");
    }
  });

  it("keeps an unasked note to the mission in which it was asked about", async () => {
    await people.switchTo(eve.id, "krasnoyarsk");
    await eve.sends("Только для Красноярска");
    await people.switchTo(eve.id, "tokyo");
    await eve.taps("О поездке в целом");
    const inKrasnoyarsk = await stage.app.store.notes.page("krasnoyarsk", { from: 0, most: 5 });
    const inTokyo = await stage.app.store.notes.page("tokyo", { from: 0, most: 5 });
    expect([inKrasnoyarsk.total, inTokyo.total]).toEqual([1, 0]);
  });
});

describe("invitations", () => {
  it("an old question's button does not answer a new one", async () => {
    const someone = stage.person("Someone", "en");
    await someone.opens(await seatLink("krasnoyarsk", "head-aide"));
    const first = await someone.sees("Is this you: Aide to the Vice-Governor");
    await someone.opens(await seatLink("tokyo", "protocol"));
    await someone.taps("✅", first);
    expect(await people.member("tokyo", "protocol")).toBeUndefined();
    expect(await people.member("krasnoyarsk", "head-aide")).toBeUndefined();
  });

  it("there is one claim link, however many processes ask, and none once it is withdrawn", async () => {
    const now = stage.clock.now();
    const codes = await Promise.all([invitations.claim(now), invitations.claim(now), invitations.claim(now)]);
    expect(new Set(codes).size).toBe(1);
    await invitations.withdrawClaim();
    const late = stage.person("Late", "en");
    await late.opens(linkTo(codes[0] ?? ""));
    await late.sees("This link does not work");
    const day = 24 * 60 * 60 * 1000;
    const code = await invitations.claim(now);
    expect(await invitations.find(code, now + day)).toBeUndefined();
  });

  it("a guest's name of nothing but marks is not a name", async () => {
    const group = { kind: "group", mission: "tokyo", group: "pharma" } as const;
    const guest = stage.person("Guest", "en");
    await guest.opens(linkTo(await invitations.create(group, 1, soon())));
    await guest.sends("\uE000\u202E");
    await guest.sees("Please write in words");
    await guest.sends("Chief\u202E chemist");
    await guest.sees("Is this you: Chief chemist?");
  });
});

describe("buttons somebody has made up", async () => {
  const mission = "krasnoyarsk";
  const organiser = await stage.delegate(mission, "protocol", "Протокол", "ru");
  const delegate = await stage.delegate(mission, "machinery", "Директор", "ru");
  const { store } = stage.app;
  const say = (await loadSpeeches())("ru").say;

  /** What delegates have buttons of; all others are organisers'. */
  const everybodys = new Set<string>([
    ...words("programme day event map pick unpick accept mission contacts mute castOk askAccess"),
    ...words("language settings toggle setLead setQuiet join sound ask askSend askDrop passOn whereAmI"),
    ...words("away awayYes awaySkip awayUndo taxi who whoFind"),
    ...words("writeNothing remarkNothing dayOpen picture calendar calendarLink"),
    ...words(
      "promptLater promptNothing rate surveyWords noteMarks noteMark noteReaders noteReader noteSearch found",
    ),
    ...words("noteAbout noteDone notes note noteMedia noteAdd noteDelete noteDeleteYes keep questionReply"),
    ...words("met metAdd metFind metOne metPhotos metPhotosOff metKeep metShare metEdit metField metEvent"),
    ...words("metSame metMerge metOther metPart metPartYes metDelete metDeleteYes metExport"),
    ...words("agreements agreement agreementAdd agreementFrom agreementDo agreementAsk agreementOwners"),
    ...words("agreementOwner mine"),
  ]);
  const organisers = Object.entries(verbs).filter(([verb]) => !everybodys.has(verb));

  const real: Readonly<Record<string, string>> = {
    ...{ mission: "1", event: "5", date: "2016-11-17", minutes: "20", from: "0", revision: "1" },
    ...{ seat: "chamber", to: "chamber", group: "medical", role: "organiser", filter: "all", flag: "pass" },
    ...{ what: "cancel", how: "replace", fit: "shift", field: "title", on: "1", venue: "0", which: "open" },
  };
  const state = async () => [
    (await store.missions.inForce(mission))?.programme.revision,
    await store.people.seats(mission),
    (await store.broadcasts.all(mission)).length,
    (await store.audit.page(mission, { from: 0, most: 1 })).total,
    await store.redis.hgetall(store.keys.drafts(mission)),
  ];
  const presses = async (who: Person, data: string) => {
    const before = who.toasts.length;
    await who.forges(data, who.lastSent());
    return who.toasts.slice(before).map(({ text }) => text);
  };

  it.each(organisers)(
    "%s: a delegate's gets the answer to an unknown one, and does nothing",
    async (verb, fields) => {
      const before = await state();
      const [unknown] = await presses(delegate, "nosuch:1");
      const data = [verb, ...fields.map((field) => real[field] ?? "1")].join(":");
      delegate.looksAway();
      expect(await presses(delegate, data)).toEqual([unknown]);
      delegate.seesNot(/./);
      expect(await state()).toEqual(before);
    },
  );

  // A button of its mission alone says nothing that could be wrong.
  it.each(organisers.filter(([, fields]) => fields.some((field) => field !== "mission")))(
    "%s: an organiser's about nothing there is is answered, and does nothing",
    async (verb, fields) => {
      const before = await state();
      for (const nothing of ["999", "нет"]) {
        const values = fields.map((field) => (field === "mission" ? "1" : nothing));
        organiser.looksAway();
        await presses(organiser, [verb, ...values].join(":"));
        organiser.seesNot(say("broken"));
      }
      expect(await state()).toEqual(before);
    },
  );
});

function words(list: string): string[] {
  return list.split(" ");
}
