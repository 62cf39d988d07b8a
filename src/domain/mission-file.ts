/** A mission written out as the file it could have been read from. */
import { kinds, languages, type Mission, missionSchema, type Seat } from "./mission.ts";
import { inOrder } from "./seats.ts";

/**
 * The JSON file (UTF-8, format 1) of a mission with its people as they are now, whom the file it came from may never
 * have had. Fields stand in the order of the format, so that two exports differ only where the missions do.
 *
 * @throws when a seat is not of the format, which whoever made the seat had to see to.
 */
export function missionFile({ mission, seats }: { mission: Mission; seats: readonly Seat[] }): string {
  const { people: _people, ...rest } = mission;
  const people = inOrder(seats, mission).map((seat) => withKnown(seat, mission));
  // What zod has parsed has its fields in the order of the schema.
  const file = missionSchema.parse({ ...rest, ...(people.length === 0 ? {} : { people }) });
  return `${JSON.stringify(file, tablesInOrder, 2)}\n`;
}

/** A revision that was restored may not have a group or a bus somebody was put in since; a file must not name it. */
function withKnown({ groups, vehicle, ...seat }: Seat, mission: Mission): Seat {
  const known = groups?.filter((id) => mission.groups?.some((group) => group.id === id));
  const isKnown = mission.vehicles?.some(({ id }) => id === vehicle) ?? false;
  return {
    ...seat,
    ...(known === undefined ? {} : { groups: known }),
    ...(vehicle === undefined || !isKnown ? {} : { vehicle }),
  };
}

/** Tables keep the order they came in: texts by language, leads by kind. */
const keysOfTables: readonly string[] = [...languages, "default", "gathering", "firstOfDay", ...kinds];

function tablesInOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (!entries.every(([key]) => keysOfTables.includes(key))) return value;
  return Object.fromEntries(
    entries.sort(([one], [other]) => keysOfTables.indexOf(one) - keysOfTables.indexOf(other)),
  );
}
