import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/domain/edits.ts";
import { nothingAside } from "../../src/domain/timetable.ts";
import { typedEdit } from "../../src/domain/typed-edits.ts";
import { at, missionWith } from "../support/missions.ts";
import { runs } from "../support/runs.ts";

const mission = missionWith({
  languages: ["en", "ru"],
  venues: [{ id: "hall", name: { en: "Town hall", ru: "Ратуша" } }],
  events: [{ id: "lunch", start: "13:00", end: "14:00" }],
});
const [event] = mission.events;
const fields = [
  ...["start", "copy", "end", "gathering", "place", "capacity", "bring", "title", "room", "dressCode"],
  ...["description", "interpreter", "host", "brief", "weather", "new"],
];
const typed = (field: string, text: string) =>
  typedEdit(mission, { field, event, date: "2016-11-17", text, now: at("08:00"), fresh: "event-1" });

describe("what an organiser types", () => {
  test.each(fields)("%s: a text longer than any message is refused with what to do", (field) => {
    const answer = typed(field, "ж".repeat(4097));
    expect(answer).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^(long|no-time|no-number|no-event)$/),
    });
  });

  test("a list of more things than a person can carry is too long", () => {
    expect(typed("bring", Array(21).fill("pen").join(", "))).toEqual({ ok: false, why: "long" });
  });

  test("a place the mission has is found by its name in any language", () => {
    expect(typed("place", "ратуша")).toEqual({
      ok: true,
      edits: [{ do: "place", event: "lunch", venue: "hall" }],
    });
  });

  test("a time on the wrong side of an event's start is meant for the other side of midnight", () => {
    const night = missionWith({
      events: [{ id: "show", start: "2016-11-18T00:30", end: "2016-11-18T03:00" }],
    });
    const [show] = night.events;
    const now = at("08:00");
    expect(typedEdit(night, { field: "gathering", event: show, text: "23:50", now, fresh: "" })).toEqual({
      ok: true,
      edits: [{ do: "gather", event: "show", at: "2016-11-17T23:50" }],
    });
    const late = missionWith({ events: [{ id: "party", start: "19:00", end: "21:30" }] });
    const [party] = late.events;
    for (const [text, end] of [
      ["00:30", "2016-11-18T00:30"],
      ["00:00", "2016-11-18T00:00"],
      ["22:00", "2016-11-17T22:00"],
    ] as const) {
      expect(typedEdit(late, { field: "end", event: party, text, now, fresh: "" })).toEqual({
        ok: true,
        edits: [{ do: "end", event: "party", at: end }],
      });
    }
  });

  test("is an edit that can be applied, or refused with its problems, whatever it is", () => {
    const pieces = fc.constantFrom(
      ..."0123456789:.+−- ,;\n",
      "ru: ",
      "en: ",
      "завтра ",
      "–",
      "ж",
      "🙂",
      "\u200B",
    );
    const texts = fc.oneof(fc.string({ unit: pieces, maxLength: 24 }), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(fc.constantFrom(...fields), texts, (field, text) => {
        const answer = typed(field, text);
        if (!answer.ok) return;
        const applied = applyEdits({ mission, aside: nothingAside }, answer.edits);
        expect(applied.ok || applied.why === "problems").toBe(true);
      }),
      { numRuns: runs(400) },
    );
  });
});
