import { describe, expect, it } from "vitest";
import { at, krasnoyarsk, testStage, tokyo } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-02-20T12:00"), missions: [krasnoyarsk, tokyo] });
const { api } = stage;
const { invitations, people, missions } = stage.app.store;

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
