/** Who answers for a group or a vehicle, and so for a person: whom organisers chose in chat, else whom the programme names. */
import type { Mission, Seat } from "./mission.ts";

/** `group/<id>` or `vehicle/<id>`. */
export type Escorted = `${"group" | "vehicle"}/${string}`;

/** Chosen in chat: group or vehicle → seat id. */
export type ChosenEscorts = Readonly<Partial<Record<string, string>>>;

type Teams = Pick<Mission, "groups" | "vehicles">;

/** The seat id of the escort, if there is one. */
export function escortOf(mission: Teams, of: Escorted, chosen: ChosenEscorts): string | undefined {
  return chosen[of] ?? escortedIn(mission).find((one) => one.of === of)?.escort;
}

/** The seats that answer for a person, by id: that of their vehicle first, then those of their groups; never their own. */
export function escortsOf(
  { id, vehicle, groups = [] }: Pick<Seat, "id" | "vehicle" | "groups">,
  mission: Teams,
  chosen: ChosenEscorts = {},
): string[] {
  const teams: Escorted[] = [
    ...(vehicle === undefined ? [] : [`vehicle/${vehicle}` as const]),
    ...groups.map((group) => `group/${group}` as const),
  ];
  const escorts = teams.flatMap((team) => escortOf(mission, team, chosen) ?? []);
  return [...new Set(escorts)].filter((escort) => escort !== id);
}

/** The groups and vehicles a seat answers for, by its id. */
export function escortedBy(mission: Teams, seat: string, chosen: ChosenEscorts): Escorted[] {
  const all = escortedIn(mission).map(({ of }) => of);
  return all.filter((of) => escortOf(mission, of, chosen) === seat);
}

/** What has an escort in a mission, groups first, with the escort the programme names. */
export function escortedIn({ groups = [], vehicles = [] }: Teams): { of: Escorted; escort?: string }[] {
  const named = (kind: "group" | "vehicle", { id, escort }: { id: string; escort?: string | undefined }) => ({
    of: `${kind}/${id}` as const,
    ...(escort === undefined ? {} : { escort }),
  });
  return [
    ...groups.map((group) => named("group", group)),
    ...vehicles.map((vehicle) => named("vehicle", vehicle)),
  ];
}
