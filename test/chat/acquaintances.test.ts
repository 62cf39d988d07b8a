import ICAL from "ical.js";
import { afterEach, describe, expect, it } from "vitest";
import { readWorkbook } from "../../src/documents/workbook.ts";
import type { Person } from "../../src/rehearsal/people.ts";
import { at, testStage } from "../support/stage.ts";

const stage = await testStage({ now: at("2016-11-17T08:00") });
const { acquaintances, audit, notes, seating, people } = stage.app.store;
const mission = "krasnoyarsk";

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
const all = () => acquaintances.all(mission);
const named = async (name: string) => (await all()).filter((card) => card.name === name);
const deeds = async () => (await audit.page(mission, { from: 0, most: 100 })).deeds.map(({ did }) => did);
const bytesOf = (message: { document?: { file_id: string } }) =>
  stage.api.files.byId(message.document?.file_id ?? "")?.bytes ?? new Uint8Array();

/** Writes somebody down in words. */
async function writesDown(who: Person, add: string, words: string) {
  await who.sends("/contacts");
  await who.taps(add);
  await who.sends(words);
}

describe("somebody met becomes a card", () => {
  it("from typed lines, whatever their order", async () => {
    await delegate.sends("контакты");
    await delegate.sees("Здесь будут те, с кем вы познакомились");
    await delegate.taps("Записать контакт");
    await delegate.sees("Пришлите контакт Telegram, файл .vcf, фото визитки");
    await delegate.sends(
      "ООО «Ромашка, Лютик и Ко»; главный инженер\nПервый Контакт\n+7 000 000-00-01, one@example.com",
    );
    const { text } = await delegate.sees("✅ Контакт записан");
    expect(text).toContain(
      [
        "👤 Первый Контакт",
        "главный инженер",
        "ООО «Ромашка, Лютик и Ко»",
        "☎️ +7 000 000-00-01",
        "✉️ one@example.com",
      ].join("\n"),
    );
    expect(text).toContain("18 ноября");
    expect((await named("Первый Контакт"))[0]?.meetings[0]).toMatchObject({
      seat: "cluster-director",
      event: "oncology-visit",
    });
  });

  it("from a Telegram contact, unasked", async () => {
    await other.sends({
      contact: { phone_number: "+70000000002", first_name: "Second", last_name: "Contact" },
    });
    await other.sees("✅ Contact saved");
    expect((await named("Contact Second"))[0]?.phones).toEqual(["+70000000002"]);
  });

  it("from a vCard: of one person, of several, of nobody", async () => {
    const card = (name: string) => ["BEGIN:VCARD", "VERSION:3.0", `FN:${name}`, "END:VCARD", ""].join("\r\n");
    const file = (text: string, name = "cards.vcf") => ({ document: Buffer.from(text), name });
    await third.sends(file(card("Один Файл")));
    await third.sees("✅ 名刺を登録しました");
    await third.sends(file(card("Two Files") + card("Три Файла")));
    await third.sees("✅ 2件の名刺を登録しました");
    await third.taps("Три Файла");
    await third.sees("👤 Три Файла");
    const before = (await all()).length;
    await writesDown(third, "名刺を登録", "—");
    await third.sees("名刺を読み取れませんでした");
    await third.sends(file("nothing of the kind"));
    await third.sees("名刺を読み取れませんでした");
    await third.sends(file("x".repeat(600 * 1024)));
    await third.sees("名刺を読み取れませんでした");
    expect(await all()).toHaveLength(before);
    await third.sends("四番目、部長、株式会社サクラ、03-0000-0004");
    await third.sees("✅ 名刺を登録しました");
  });

  it("from what was written unasked and looks like a card, on one tap", async () => {
    await other.sends("Fourth Contact, head of sales, Acme Ltd, +7 000 000-00-04");
    await other.taps("👤 Add a contact");
    await other.sees("✅ Contact saved");
    expect(await named("Fourth Contact")).toHaveLength(1);
    await other.sends("Thank you, that was a very good visit");
    await expect(other.taps("👤 Add a contact")).rejects.toThrow();
  });

  it("from a contact sent to a note, which stays in the note", async () => {
    await delegate.sends("/note");
    await delegate.taps("Посещение КГБУЗ");
    await delegate.sends({ contact: { phone_number: "+70000000005", first_name: "Пятый Контакт" } });
    await delegate.sees("✅ Контакт записан");
    await delegate.taps("Готово");
    const [card] = await named("Пятый Контакт");
    const note = card?.meetings[0].note ?? "";
    expect((await notes.find(mission, note))?.marks).toEqual(["contact"]);
    await presses(delegate, `metOne:1:${card?.id}`);
    await delegate.taps("📝 Посещение КГБУЗ");
    await delegate.sees("Пятый Контакт");
  });

  it("from a contact that answers what the bot said of an event", async () => {
    await other.sends("/today");
    await other.taps("09:45 Visit to");
    const replyTo = await other.sees("Visit to the A. I. Kryzhanovsky");
    await other.sends({ contact: { phone_number: "+70000000011", first_name: "Answer" } }, { replyTo });
    await other.sees("✅ Contact saved");
    const [card] = await named("Answer");
    expect(card?.meetings[0]).toMatchObject({ event: "oncology-visit", note: expect.any(String) });
  });

  it("once, when what brought it is handled again", async () => {
    const [card] = await named("Первый Контакт");
    if (card === undefined) throw new Error("no card");
    await acquaintances.add(mission, { ...card, name: "Повтор" });
    expect(await named("Повтор")).toEqual([]);
  });
});

describe("a picture of a business card", () => {
  it("comes first, and what it says is written after; both sides stay together", async () => {
    await delegate.sends("/contacts");
    await delegate.taps("Записать контакт");
    await delegate.sends([{ photo: Buffer.from("front") }, { photo: Buffer.from("back") }]);
    await delegate.sees("📷 Фото визитки сохранено");
    await delegate.sends("Шестой Контакт, директор, +7 000 000-00-06");
    await delegate.sees("👤 Шестой Контакт");
    await delegate.taps("📷 Фото визитки: 2");
    const { message_id } = delegate.lastSent();
    expect(
      delegate.room.history().filter(({ message }) => message.photo && message.message_id > message_id),
    ).toHaveLength(2);
    expect((await named("Шестой Контакт"))[0]?.photos).toHaveLength(2);
  });

  it("is offered to be one when it comes unasked, and its caption counts", async () => {
    await other.sends({ photo: Buffer.from("card"), caption: "Seventh Contact, +7 000 000-00-07" });
    await other.taps("👤 Add a contact");
    await other.sees("✅ Contact saved");
    expect((await named("Seventh Contact"))[0]).toMatchObject({ phones: ["+7 000 000-00-07"] });
    await other.sends({ photo: Buffer.from("bare") });
    await other.taps("👤 Add a contact");
    await other.sees("The photo of the card is saved");
    await other.sends("Bare Contact, bare@example.com");
    await other.sees("👤 Bare Contact");
    expect((await named("Bare Contact"))[0]?.photos).toHaveLength(1);
  });

  it("is added to a card later, and taken off after a question", async () => {
    const [card] = await named("Первый Контакт");
    await presses(delegate, `metEdit:1:${card?.id}`);
    await delegate.taps("📷 Добавить фото визитки");
    await delegate.sends({ photo: Buffer.from("later"), caption: "на обороте адрес" });
    await delegate.sees("💬 на обороте адрес");
    await delegate.taps("✏️ Исправить");
    await delegate.taps("Убрать фото");
    expect((await acquaintances.find(mission, card?.id ?? ""))?.photos).toHaveLength(1);
    await delegate.taps("Да, убрать");
    expect((await acquaintances.find(mission, card?.id ?? ""))?.photos).toBeUndefined();
  });
});

describe("a card is put right", () => {
  it("field by field, with bad input answered and nothing lost", async () => {
    const [card] = await named("Fourth Contact");
    const opens = () => presses(other, `metEdit:1:${card?.id}`);
    await opens();
    await other.taps("Phone");
    await other.sends("no number");
    await other.sees("This does not look like a phone number");
    await other.sends("+7 000 000-00-04, +7 000 000-00-44");
    await other.sees("☎️ +7 000 000-00-44");
    await opens();
    await other.taps("E-mail");
    await other.sends("nobody@nowhere");
    await other.sees("This does not look like an e-mail address");
    await other.sends("fourth@example.com");
    await other.sees("✉️ fourth@example.com");
    await opens();
    await other.taps("Position");
    await other.sends("-");
    await other.sees("👤 Fourth Contact\nAcme Ltd");
    await opens();
    await other.taps("Event");
    await other.taps("Outside the programme");
    await opens();
    await other.taps("Remark");
    await other.sends("Promised a price list");
    await other.sees("💬 Promised a price list");
    expect(await acquaintances.find(mission, card?.id ?? "")).toMatchObject({
      phones: ["+7 000 000-00-04", "+7 000 000-00-44"],
      emails: ["fourth@example.com"],
    });
  });

  it("holds whatever people write", async () => {
    const hostile = [
      "=1+1",
      "<b>bold</b> & \"quoted\" 'too'",
      "👩‍🔬 emoji",
      "שם משפחה",
      "ё".repeat(4096),
      "a_b*c[d](e)",
    ];
    const [card] = await named("Bare Contact");
    for (const words of hostile) {
      await presses(other, `metField:1:${card?.id}:name`);
      await other.sends(words);
      const { text } = await other.sees(`👤 ${words.slice(0, 20)}`);
      expect(text?.length).toBeLessThan(4096);
    }
    await presses(other, `metField:1:${card?.id}:remark`);
    await other.sends("я".repeat(4096));
    await other.sees("up to 1,000 characters");
    await other.sends("/contacts");
    await presses(other, `metField:1:${card?.id}:name`);
    await other.sends("Bare Contact");
  });

  it("is deleted after a question", async () => {
    const [card] = await named("Один Файл");
    await presses(third, `metDelete:1:${card?.id}`);
    await third.sees("元に戻せません");
    await third.taps("はい、削除");
    expect(await named("Один Файл")).toEqual([]);
    await presses(third, `metOne:1:${card?.id}`);
    expect(third.toasts.at(-1)?.text).toContain("もうない");
  });
});

describe("who sees whom", () => {
  it("others only those who agreed; organisers everybody; forged buttons show nothing", async () => {
    const [card] = await named("Первый Контакт");
    await presses(other, `metOne:1:${card?.id}`);
    expect(other.toasts.at(-1)?.text).toContain("no longer there");
    await presses(other, `metEdit:1:${card?.id}`);
    await presses(other, `metDeleteYes:1:${card?.id}`);
    await presses(other, "metDoubles:1");
    expect(other.toasts.slice(-3).map(({ text }) => text)).not.toContain("");
    expect(await named("Первый Контакт")).toHaveLength(1);
    await presses(organiser, `metOne:1:${card?.id}`);
    await organiser.sees("👤 Первый Контакт");

    await presses(delegate, `metOne:1:${card?.id}`);
    await delegate.taps("✅ Согласен: показать всем");
    await delegate.sees("Контакт видит вся делегация");
    await presses(other, `metOne:1:${card?.id}`);
    const { text } = await other.sees("👤 Первый Контакт");
    expect(text).not.toContain("💬");
    await presses(other, `metEdit:1:${card?.id}`);
    expect(other.toasts.at(-1)?.text).toContain("no longer there");
  });
});

describe("the same person met by two", () => {
  it("is merged on confirmation, keeping both meetings and remarks, and can be parted again", async () => {
    await writesDown(delegate, "Записать контакт", "Общий Знакомый, ООО «Ромашка», +7 000 000-00-08");
    const [first] = await named("Общий Знакомый");
    await presses(delegate, `metField:1:${first?.id}:remark`);
    await delegate.sends("говорили о стажировках");
    await writesDown(other, "Add a contact", "O. Z., director, 8 000 000 00 08, oz@example.com");
    await other.sees("This person seems to be recorded already");
    const [second] = await named("O. Z.");
    await presses(other, `metField:1:${second?.id}:remark`);
    await other.sends("asked for a quotation");
    await other.taps("🔗 Compare: Общий Знакомый");
    const { text } = await other.sees("Is this the same person?");
    // Not hers to see before they are one.
    expect(text).not.toContain("стажировках");
    expect(text).not.toContain("+7 000 000-00-08");
    await other.taps("🔗 Yes, merge");
    expect(other.toasts.at(-1)?.text).toBe("Contacts merged.");
    const merged = await other.sees("💬 asked for a quotation");
    expect(merged.text).toContain("💬 говорили о стажировках");
    expect(merged.text).toContain("oz@example.com");
    expect(merged.text).toContain("director");
    await presses(delegate, `metOne:1:${first?.id}`);
    await delegate.sees("💬 asked for a quotation");
    await other.taps("↩️ Separate");
    await other.taps("Yes, separate");
    expect([await named("Общий Знакомый"), await named("O. Z.")].map((list) => list.length)).toEqual([1, 1]);
  });

  it("of two people is said once that they are two", async () => {
    const [second] = await named("O. Z.");
    await presses(organiser, "metDoubles:1");
    await organiser.sees("записан дважды");
    await presses(other, `metOne:1:${second?.id}`);
    await other.taps("🔗 Compare");
    await other.taps("No, different people");
    expect((await other.sees("👤 O. Z.")).text).not.toContain("⚠️");
    await presses(organiser, "metDoubles:1");
    await organiser.sees("Повторов нет");
    // A forged button merges nobody who is not alike.
    const [stranger] = await named("Первый Контакт");
    await presses(other, `metMerge:1:${second?.id}:${stranger?.id}`);
    expect(other.toasts.at(-1)?.text).toContain("no longer there");
  });

  it("taken back by one of them, stays with the other", async () => {
    await writesDown(third, "名刺を登録", "Taken Back, +7 000 000-00-12");
    await writesDown(other, "Add a contact", "T. B., +7 000 000-00-12");
    const [one] = await named("Taken Back");
    const [two] = await named("T. B.");
    await presses(other, `metMerge:1:${two?.id}:${one?.id}`);
    const left = async () => (await all()).filter(({ phones }) => phones?.includes("+7 000 000-00-12"));
    const [merged] = await left();
    expect(merged?.meetings).toHaveLength(2);
    await presses(other, `metDeleteYes:1:${merged?.id}`);
    expect((await left())[0]?.meetings.map(({ seat }) => seat)).toEqual(["diagnostics"]);
    await presses(third, `metDeleteYes:1:${merged?.id}`);
    expect(await left()).toEqual([]);
  });

  it("by two at once, ends in one card", async () => {
    await writesDown(organiser, "Записать контакт", "Дважды Записан, +7 000 000-00-09");
    await writesDown(protocol, "Add a contact", "D. Z., +7 000 000-00-09");
    const [one] = await named("Дважды Записан");
    const [two] = await named("D. Z.");
    await Promise.all([
      presses(organiser, `metMerge:1:${one?.id}:${two?.id}`),
      presses(protocol, `metMerge:1:${two?.id}:${one?.id}`),
    ]);
    const left = (await all()).filter(({ phones }) => phones?.includes("+7 000 000-00-09"));
    expect(left).toHaveLength(1);
    expect(left[0]?.meetings.map(({ seat }) => seat).sort()).toEqual(["protocol", "secretary"]);
    expect(await deeds()).toContain("merge-contacts");
  });
});

describe("the list", () => {
  it("stands by organisation, is searched, and is paged", async () => {
    await organiser.sends("/contacts");
    const { text = "" } = await organiser.sees("👤 Контакты: ");
    expect(text.indexOf("Acme Ltd")).toBeGreaterThan(0);
    await organiser.taps("›");
    await organiser.taps("‹");
    await organiser.taps("🔎 Найти");
    await organiser.sends("«»");
    await organiser.sees("Напишите словами");
    await organiser.sends("РОМАШКА первый");
    await organiser.sees("👤 Найдено: 1");
    await organiser.sends("/contacts 000-00-07");
    await organiser.sees("👤 Найдено: 1");
    await organiser.sends("/contacts никого-такого");
    await organiser.sees("Никого не нашлось");
    await organiser.taps("Показать все");
    await organiser.sees("👤 Контакты: ");
  });

  it("goes as a file to an address book and to Excel: one's own to anyone, all to organisers", async () => {
    const total = (await all()).length;
    await organiser.sends("/contacts");
    await organiser.taps("📇");
    const vcf = new TextDecoder().decode(bytesOf(await organiser.sees("contacts.vcf")));
    expect(ICAL.parse(vcf)).toHaveLength(total);
    await organiser.sends("/contacts");
    await organiser.taps("📊");
    const book = await readWorkbook(bytesOf(await organiser.sees("contacts.xlsx")));
    expect(book.ok && book.sheets[0]?.rows).toHaveLength(total + 1);
    expect(await deeds()).toContain("export-contacts");

    await third.sends("/contacts");
    await third.taps("📇");
    const own = new TextDecoder().decode(bytesOf(await third.sees("contacts.vcf")));
    expect(own).toContain("四番目");
    expect(own).toContain("Первый Контакт");
    expect(own).not.toContain("Fourth Contact");
  });
});

describe("when people change", () => {
  it("what was brought goes along to another seat, and stays when somebody leaves", async () => {
    const seatedIn = async (seat: string) => (await people.member(mission, seat))?.participant;
    const [met] = await named("四番目");
    const sits = await seatedIn("diagnostics");
    if (sits === undefined) throw new Error("nobody sits there");
    expect(await seating.move(mission, sits, "machinery")).toBe("moved");
    expect((await acquaintances.find(mission, met?.id ?? ""))?.meetings[0].seat).toBe("machinery");
    await presses(third, `metOne:1:${met?.id}`);
    await third.sees("👤 四番目");

    const moved = await seatedIn("machinery");
    if (moved === undefined) throw new Error("nobody sits there");
    expect(
      await seating.leave(mission, moved, { replaced: true, by: "secretary", at: stage.clock.now() }),
    ).toBe("left");
    const successor = await stage.delegate(mission, "machinery", "Successor", "en");
    await presses(successor, `metOne:1:${met?.id}`);
    expect(successor.toasts.at(-1)?.text).toContain("no longer there");
    await presses(organiser, `metOne:1:${met?.id}`);
    await organiser.sees("👤 四番目");
  });

  it("a seat that was taken away ends the scene politely", async () => {
    await other.sends("/contacts");
    await other.taps("Add a contact");
    const sits = (await people.member(mission, "biotechnology"))?.participant;
    if (sits === undefined) throw new Error("nobody sits there");
    await seating.leave(mission, sits, { replaced: false, by: "secretary", at: stage.clock.now() });
    await other.sends("Late Contact, +7 000 000-00-10");
    expect(await named("Late Contact")).toEqual([]);
  });
});
