import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { press, readPress, tagOf } from "../../src/messages/callback.ts";
import { CALLBACK_DATA_BYTES } from "../../src/messages/limits.ts";

const handle = fc.integer({ min: 1, max: 9999 });
/** Ids as mission files may have them: up to 40 small letters, digits and hyphens. */
const id = fc
  .array(fc.constantFrom(..."abcxyz0189-"), { minLength: 1, maxLength: 40 })
  .map((letters) => letters.join(""));
const longest = "x".repeat(40);

describe("a button", () => {
  test("says what it does and to what", () => {
    expect(press("day", { mission: 1, date: "2016-11-17" })).toBe("day:1:2016-11-17");
    expect(press("noteDone", {})).toBe("noteDone");
  });

  test("comes back as it was", () => {
    fc.assert(
      fc.property(handle, id, handle, (mission, seat, event) => {
        expect(readPress(press("inviteSeat", { mission, seat }), "inviteSeat")).toEqual({
          mission: String(mission),
          seat,
        });
        expect(readPress(press("event", { mission, event }), "event")).toEqual({
          mission: String(mission),
          event: String(event),
        });
      }),
    );
  });

  test("fits into Telegram's 64 bytes with the longest id a mission may have", () => {
    const mission = 9999;
    const buttons = [
      press("inviteSeat", { mission, seat: longest }),
      press("inviteGroup", { mission, group: longest }),
      press("noteDeleteYes", { mission, note: longest }),
      press("pick", { mission, event: 9999 }),
      press("seatTick", { mission, seat: longest, flag: "ticket", on: 1 }),
      press("setRole", { mission, seat: longest, role: "organiser" }),
      press("seatGroup", { mission, seat: longest, group: tagOf(longest), on: 1 }),
      press("seatVehicle", { mission, seat: longest, vehicle: tagOf(longest) }),
      press("seatVehicles", { mission, seat: longest, from: 1999 }),
      press("seatMove", { mission, seat: longest, from: 1999 }),
      press("seatMoveTo", { mission, seat: longest, to: tagOf(longest) }),
      press("seatMoveYes", { mission, who: tagOf(longest), to: tagOf(longest) }),
      press("seatLeave", { mission, seat: longest, how: "replace" }),
      press("setEscort", { mission, of: tagOf(longest), seat: longest }),
      press("linksEndYes", { mission, of: tagOf(longest), how: "revoke" }),
      press("admitSeat", { mission, request: "abcdef", seat: longest }),
      press("admitGroup", { mission, request: "abcdef", group: longest }),
      press("day", { mission, date: "2016-11-17" }),
    ];
    expect(
      buttons.map((data) => Buffer.byteLength(data)).filter((bytes) => bytes > CALLBACK_DATA_BYTES),
    ).toEqual([]);
  });

  test("that would not fit is a mistake of ours, found where it is made and not by Telegram", () => {
    expect(() => press("inviteSeat", { mission: 1, seat: "x".repeat(60) })).toThrow("inviteSeat");
    // Counted in bytes: these are 20 characters, and 60 bytes.
    expect(() => press("inviteSeat", { mission: 1, seat: "席".repeat(20) })).toThrow("does not fit");
  });
});

describe("a tap", () => {
  test("on another button is not this one's", () => {
    expect(readPress(press("note", { mission: 1, note: "a" }), "noteAdd")).toBeUndefined();
    expect(readPress(press("noteAdd", { mission: 1, note: "a" }), "note")).toBeUndefined();
  });

  test.each([
    "",
    "day",
    "day:1",
    "day:1:2016-11-17:3",
    "DAY:1:2016-11-17",
    " day:1:2016-11-17",
    "toString",
    "__proto__:1:2",
  ])("that is forged or of an older form (%j) is refused", (data) => {
    expect(readPress(data, "day")).toBeUndefined();
  });

  test("with anything at all in it is read or refused, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 64 }), (data) => {
        const fields = readPress(data, "event");
        expect(fields === undefined || Object.keys(fields).join() === "mission,event").toBe(true);
      }),
    );
  });
});
