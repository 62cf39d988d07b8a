import { readMission } from "../../src/domain/mission-check.ts";
import type { Problem } from "../../src/domain/problems.ts";

type Fields = Record<string, unknown>;

/** A mission file without a mistake, as text, with some of its fields replaced. */
export function missionFile(changes: Fields = {}): string {
  return JSON.stringify({
    format: 1,
    id: "visit",
    title: "Visit",
    timezone: "Asia/Krasnoyarsk",
    languages: ["en"],
    groups: [
      { id: "officials", title: "Officials" },
      { id: "business", title: "Business" },
    ],
    vehicles: [{ id: "bus-1", name: "Bus 1", escort: "guide" }],
    people: [
      { id: "head", position: "Head of delegation", groups: ["officials"] },
      { id: "guide", position: "Guide", vehicle: "bus-1" },
    ],
    contacts: [{ id: "duty", role: "Duty officer", phone: "+7 000 000-00-00" }],
    venues: [
      { id: "pulkovo", name: "Pulkovo", timezone: "Europe/Moscow" },
      { id: "memorial", name: "Victory Memorial", location: { latitude: 56.02, longitude: 92.86 } },
    ],
    events: [event()],
    ...changes,
  });
}

/** An event without a mistake, from ten to eleven. */
export function event(changes: Fields = {}): Fields {
  return {
    id: "wreath-laying",
    kind: "ceremony",
    title: "Wreath-laying",
    start: "2016-11-17T10:00",
    end: "2016-11-17T11:00",
    venue: "memorial",
    ...changes,
  };
}

/** `events[0].end end-before-start` for every problem of the file. */
export function problemsIn(file: string | Uint8Array): string[] {
  const reading = readMission(file);
  return reading.ok ? [] : reading.problems.map(brief);
}

export function warningsIn(file: string | Uint8Array): string[] {
  return readMission(file).warnings.map(brief);
}

function brief({ path, code }: Problem): string {
  return `${path} ${code}`.trim();
}
