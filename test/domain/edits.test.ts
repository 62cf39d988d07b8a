import { describe, expect, test } from "vitest";
import { applyEdits, type Draftable, type Edit } from "../../src/domain/edits.ts";
import { nothingAside } from "../../src/domain/timetable.ts";
import { type MissionSketch, missionWith } from "../support/missions.ts";

const sketch: MissionSketch = {
  venues: [
    { id: "hall", name: "Hall" },
    { id: "office", name: "Office", timezone: "Europe/Moscow" },
  ],
  events: [
    { id: "talks", start: "10:00", end: "11:00", venue: "hall", room: "Room 1" },
    {
      id: "wreath",
      start: "12:00",
      end: "12:25",
      gathering: { at: "11:15", departs: "11:30", place: "Lobby" },
    },
    { id: "dinner", start: "19:00" },
  ],
};

function draft(more: MissionSketch = sketch): Draftable {
  return { mission: missionWith(more), aside: nothingAside };
}

function edited(state: Draftable, ...edits: Edit[]): Draftable {
  const done = applyEdits(state, edits);
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.state;
}

const eventIn = ({ mission }: Draftable, id: string) => mission.events.find((event) => event.id === id);
const talksAfter = (...edits: Edit[]) => eventIn(edited(draft(), ...edits), "talks");
const wreathAfter = (...edits: Edit[]) => eventIn(edited(draft(), ...edits), "wreath");

function problemsOf(state: Draftable, ...edits: Edit[]) {
  const done = applyEdits(state, edits);
  return done.ok || done.why !== "problems" ? done : done.problems.map(({ path, code }) => `${path} ${code}`);
}

describe("moving", () => {
  test("by minutes takes the end, the gathering and the bus along", () => {
    expect(wreathAfter({ do: "shift", event: "wreath", minutes: 20 })).toMatchObject({
      start: "2016-11-17T12:20",
      end: "2016-11-17T12:45",
      gathering: { at: "2016-11-17T11:35", departs: "2016-11-17T11:50", place: "Lobby" },
    });
  });

  test("leaves behind what has been already", () => {
    const shift = { do: "shift", event: "wreath", minutes: 20 } as const;
    expect(wreathAfter({ ...shift, stays: "gathering" })).toMatchObject({
      start: "2016-11-17T12:20",
      gathering: { at: "2016-11-17T11:15", departs: "2016-11-17T11:50" },
    });
    expect(wreathAfter({ ...shift, stays: "departure" })).toMatchObject({
      start: "2016-11-17T12:20",
      gathering: { at: "2016-11-17T11:15", departs: "2016-11-17T11:30" },
    });
  });

  test("to a local time, also of another day", () => {
    expect(talksAfter({ do: "start", event: "talks", at: "2016-11-18T09:30" })).toMatchObject({
      start: "2016-11-18T09:30",
      end: "2016-11-18T10:30",
    });
  });

  test("ends and gathers at other times, or at none", () => {
    expect(talksAfter({ do: "end", event: "talks", at: "2016-11-17T11:30" })?.end).toBe("2016-11-17T11:30");
    expect(talksAfter({ do: "end", event: "talks", at: null })).not.toHaveProperty("end");
    expect(wreathAfter({ do: "gather", event: "wreath", at: "2016-11-17T11:00" })?.gathering).toEqual({
      at: "2016-11-17T11:00",
      departs: "2016-11-17T11:15",
      place: "Lobby",
    });
    expect(wreathAfter({ do: "gather", event: "wreath", at: null })).not.toHaveProperty("gathering");
    const gather: Edit = { do: "gather", event: "talks", at: "2016-11-17T09:30", place: "Lobby" };
    expect(talksAfter(gather)?.gathering).toEqual({ at: "2016-11-17T09:30", place: "Lobby" });
  });

  test("several times adds up", () => {
    const shift: Edit = { do: "shift", event: "talks", minutes: 10 };
    expect(talksAfter(shift, shift, { ...shift, minutes: -5 })?.start).toBe("2016-11-17T10:15");
  });
});

describe("when a clock is changed", () => {
  const night = (start: string, end: string) =>
    draft({ timezone: "Europe/Berlin", events: [{ id: "night", start, end }] });
  const shift = (minutes: number): Edit => ({ do: "shift", event: "night", minutes });

  test("an hour later is an hour later, whatever the clock shows", () => {
    const spring = edited(night("2026-03-29T01:30", "2026-03-29T04:00"), shift(60));
    expect(eventIn(spring, "night")).toMatchObject({ start: "2026-03-29T03:30", end: "2026-03-29T05:00" });
    const autumn = edited(night("2026-10-25T01:00", "2026-10-25T04:00"), shift(180));
    expect(eventIn(autumn, "night")).toMatchObject({ start: "2026-10-25T03:00", end: "2026-10-25T07:00" });
  });

  test("the later of two equal times cannot be said, so an event is not moved there", () => {
    expect(problemsOf(night("2026-10-25T02:30", "2026-10-25T03:30"), shift(60))).toEqual([
      "events[0].start time-repeated",
    ]);
    expect(problemsOf(night("2026-10-25T01:30", "2026-10-25T02:00"), shift(60))).toEqual([
      "events[0].end time-repeated",
    ]);
  });

  test("an event cannot begin at a time the clock passes over", () => {
    const state = night("2026-03-28T22:00", "2026-03-28T23:00");
    const at = "2026-03-29T02:30";
    expect(problemsOf(state, { do: "start", event: "night", at })).toEqual(["events[0].start time-skipped"]);
    expect(problemsOf(state, { do: "end", event: "night", at })).toEqual(["events[0].end time-skipped"]);
  });
});

describe("another place", () => {
  test("of the mission takes the event out of its room", () => {
    const state = edited(draft(), { do: "place", event: "talks", venue: "office" });
    expect(eventIn(state, "talks")).toMatchObject({ venue: "office", start: "2016-11-17T10:00" });
    expect(eventIn(state, "talks")).not.toHaveProperty("room");
  });

  test("the mission has not heard of is entered, in the zone of the place before", () => {
    const museum = { id: "museum", name: "Museum" };
    const moved = edited(draft(), { do: "place", event: "talks", venue: museum });
    expect(moved.mission.venues).toContainEqual(museum);
    const abroad = edited(
      draft(),
      { do: "place", event: "talks", venue: "office" },
      { do: "place", event: "talks", venue: museum },
    );
    expect(abroad.mission.venues).toContainEqual({ ...museum, timezone: "Europe/Moscow" });
    expect(eventIn(abroad, "talks")).toMatchObject({ venue: "museum" });
  });
});

describe("fields", () => {
  test("are set, and taken away with nothing", () => {
    const dressed: Edit = { do: "set", event: "talks", field: "dressCode", value: "Dark suit" };
    expect(talksAfter(dressed)?.dressCode).toBe("Dark suit");
    expect(talksAfter(dressed, { ...dressed, value: null })).not.toHaveProperty("dressCode");
    const bring: Edit = { do: "set", event: "talks", field: "bring", value: ["A passport"] };
    expect(talksAfter(bring, { ...bring, value: [] })).not.toHaveProperty("bring");
  });

  test("that must be there cannot be taken away", () => {
    expect(problemsOf(draft(), { do: "set", event: "talks", field: "title", value: null })).toEqual([
      expect.stringMatching(/^events\[0\]/),
    ]);
  });
});

describe("cancelling", () => {
  test("takes an event out of the programme, restoring puts it back as it was", () => {
    const gone = edited(draft(), { do: "cancel", event: "talks" });
    expect(eventIn(gone, "talks")).toBeUndefined();
    const back = edited(gone, { do: "restore", event: "talks" });
    expect(eventIn(back, "talks")).toEqual(eventIn(draft(), "talks"));
    expect(back.aside).toEqual(nothingAside);
  });

  test("is not possible of the last event, nor twice", () => {
    const only = draft({ events: [{ id: "talks", start: "10:00" }] });
    const cancel: Edit = { do: "cancel", event: "talks" };
    expect(problemsOf(only, cancel)).toEqual(["events list-empty"]);
    expect(applyEdits(draft(), [cancel, cancel])).toEqual({ ok: false, why: "event gone", edit: cancel });
  });

  test("of an event entered anew under an old id brings the new one back", () => {
    const anew = { id: "talks", kind: "talks", title: "New talks", start: "2016-11-17T15:00" } as const;
    const state = edited(
      draft(),
      { do: "cancel", event: "talks" },
      { do: "add", event: anew },
      { do: "cancel", event: "talks" },
      { do: "restore", event: "talks" },
    );
    expect(eventIn(state, "talks")).toEqual(anew);
    expect(state.aside.cancelled).toEqual([]);
  });
});

describe("holding", () => {
  const hold: Edit = { do: "hold", event: "talks" };

  test("is noted beside the file until the event goes on, moves, or is cancelled", () => {
    expect(edited(draft(), hold, hold).aside.held).toEqual(["talks"]);
    const ends: Edit[] = [
      { do: "resume", event: "talks" },
      { do: "shift", event: "talks", minutes: 30 },
      { do: "start", event: "talks", at: "2016-11-17T15:00" },
      { do: "cancel", event: "talks" },
    ];
    for (const end of ends) expect(edited(draft(), hold, end).aside.held).toEqual([]);
  });
});

describe("what does not work", () => {
  test("is an edit of an event that is gone, and then nothing is done at all", () => {
    const edit: Edit = { do: "shift", event: "ball", minutes: 5 };
    const done = applyEdits(draft(), [{ do: "cancel", event: "talks" }, edit]);
    expect(done).toEqual({ ok: false, why: "event gone", edit });
  });

  test("is told as the mistakes of a file are, all at once", () => {
    expect(
      problemsOf(
        draft(),
        { do: "end", event: "talks", at: "2016-11-17T09:00" },
        { do: "gather", event: "wreath", at: "2016-11-17T12:30" },
        { do: "place", event: "dinner", venue: "nowhere" },
      ),
    ).toEqual([
      "events[0].end end-before-start",
      "events[1].gathering.at gathering-late",
      "events[2].venue id-unknown",
    ]);
  });

  test("may be right again by a later edit", () => {
    const ended: Edit = { do: "end", event: "talks", at: "2016-11-17T09:30" };
    expect(applyEdits(draft(), [ended]).ok).toBe(false);
    expect(applyEdits(draft(), [ended, { ...ended, at: "2016-11-17T10:30" }]).ok).toBe(true);
  });
});

test("a draft is approved, and a programme replaced as a whole", () => {
  const project = draft({ ...sketch, state: "draft" });
  expect(edited(project, { do: "approve" }).mission.state).toBe("approved");
  const other = draft({ events: [{ id: "ball", start: "20:00" }] });
  expect(edited(project, { do: "replace", with: other })).toEqual(other);
});
