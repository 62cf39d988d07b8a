import { describe, expect, test } from "vitest";
import { isAtHospital } from "../../src/domain/hospitals.ts";
import type { Event } from "../../src/domain/mission.ts";
import { promptsOf } from "../../src/domain/prompts.ts";
import { programmeOf } from "../../src/domain/timetable.ts";
import { eventOf, krasnoyarsk, missionWith, ownEvents, seatOf } from "../support/missions.ts";

describe("a hospital", () => {
  const isHospital = (title: Event["title"], venue?: Event["title"]) => {
    const mission = missionWith({
      events: [
        {
          id: "visit",
          kind: "visit",
          start: "10:00",
          title,
          ...(venue === undefined ? {} : { venue: "place" }),
        },
      ],
      ...(venue === undefined ? {} : { venues: [{ id: "place", name: venue }] }),
    });
    const programme = programmeOf(mission, 1);
    return isAtHospital(mission, eventOf(programme.events, "visit"));
  };

  test.each([
    "Посещение городской больницы № 1",
    "Краевой онкологический диспансер",
    "Перинатальный центр",
    "Клинический центр охраны материнства",
    "Поликлиника завода",
    "Visit to the University Hospital",
    "A children's clinic",
    "大学病院の視察",
    "クリニック訪問",
  ])("«%s» is one", (title) => expect(isHospital(title)).toBe(true));

  test.each([
    "Политехнический университет",
    "Hospitality show",
    "Завод «Климат»",
    "A cynical look",
    "工場視察",
  ])("«%s» is none", (title) => expect(isHospital(title)).toBe(false));

  test("by its venue too, and by any of the languages", () => {
    expect(isHospital("Reports", "Клиника")).toBe(true);
    expect(isHospital({ ru: "Доклады", ja: "病院" })).toBe(true);
  });

  test("those of the Krasnoyarsk mission are", () => {
    const programme = programmeOf(krasnoyarsk, 1);
    const found = programme.events.filter((timed) => isAtHospital(krasnoyarsk, timed));
    expect(found.map(({ event }) => event.id)).toEqual([
      "oncology-visit",
      "maternity-visit",
      "chief-physicians",
    ]);
    const seat = seatOf(krasnoyarsk, "cluster-director");
    expect(promptsOf(programme, ownEvents(programme, seat), seat).length).toBeGreaterThan(1);
  });
});
