import { describe, expect, test } from "vitest";
import { eventsToNote } from "../../src/domain/notes.ts";
import { at, idsOf, ownEvents, programmeWith } from "../support/missions.ts";

describe("a note may be about", () => {
  const own = ownEvents(
    programmeWith({
      events: [
        { id: "breakfast", start: "08:00", end: "09:00" },
        { id: "conference", start: "09:00", end: "13:00" },
        { id: "signing", start: "11:00", end: "11:20" },
        { id: "lunch", start: "13:00" },
        { id: "dinner", start: "19:00", end: "21:00" },
      ],
    }),
  );
  const offered = (time: string, most = 9) => idsOf(eventsToNote(own, at(time), most));

  test("nothing before anything has begun", () => {
    expect(offered("07:59")).toEqual([]);
    expect(offered("08:00")).toEqual(["breakfast"]);
  });

  test("what is on first, what began last before the rest", () => {
    expect(offered("11:10")).toEqual(["signing", "conference", "breakfast"]);
  });

  test("then what is just past, back to the first", () => {
    expect(offered("12:00")).toEqual(["conference", "signing", "breakfast"]);
    expect(offered("15:00")).toEqual(["lunch", "conference", "signing", "breakfast"]);
    expect(offered("23:00")).toEqual(["dinner", "lunch", "conference", "signing", "breakfast"]);
  });

  test("no more events than fit", () => {
    expect(offered("23:00", 2)).toEqual(["dinner", "lunch"]);
  });
});
