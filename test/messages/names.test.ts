import { describe, expect, test } from "vitest";
import type { Seat } from "../../src/domain/mission.ts";
import {
  nameAndOffice,
  nameAndPhone,
  principalName,
  shortName,
  shortNameIn,
  whoInFull,
  whoIs,
} from "../../src/messages/names.ts";
import { speeches } from "../support/readings.ts";

const russian = speeches("ru", "ru");
const japanese = speeches("ja", "ru");
const office: Seat = {
  id: "adviser",
  position: { ru: "Советник", ja: "顧問" },
  organisation: { ru: "Комитет по туризму", ja: "観光委員会" },
  phone: "+7 000 000-00-00",
};
const named: Seat = { ...office, name: "Участник" };

describe("somebody is called", () => {
  test("by name, office and organisation in lists and in sentences", () => {
    expect(whoIs(office, russian)).toBe("Советник · Комитет по туризму");
    expect(whoIs(named, russian)).toBe("Участник · Советник · Комитет по туризму");
    expect(whoInFull(named, russian)).toBe("Участник, Советник, Комитет по туризму");
    expect(whoInFull(office, japanese)).toBe("顧問、観光委員会");
  });

  test("with the telephone where they may have to be rung up, if it is known", () => {
    expect(nameAndPhone(office, russian)).toBe("Советник, +7 000 000-00-00");
    const { phone: _, ...unreachable } = named;
    expect(nameAndPhone(unreachable, russian)).toBe(nameAndOffice(named, russian));
  });

  test("shortly in a line about something else, and by the id of a seat that is gone", () => {
    const seats = new Map([[named.id, named]]);
    expect(shortName(office, russian)).toBe("Советник");
    expect(shortNameIn(seats, "adviser", russian)).toBe("Участник");
    expect(shortNameIn(seats, "gone", russian)).toBe("gone");
  });

  test("a principal shorter still, so that an aide's button keeps its words", () => {
    expect(principalName({ id: "head", position: "Первый заместитель ".repeat(5) }, russian)).toHaveLength(
      48,
    );
  });
});
