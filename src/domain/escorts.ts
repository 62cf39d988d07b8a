/** Who answers for whom: the escorts of groups and vehicles. */
import type { Mission, Seat } from "./mission.ts";

/** The seats that answer for a person, by id: that of their vehicle first, then those of their groups; never their own. */
export function escortsOf(
  { id, vehicle, groups = [] }: Pick<Seat, "id" | "vehicle" | "groups">,
  mission: Pick<Mission, "groups" | "vehicles">,
): string[] {
  const ofVehicle = (mission.vehicles ?? []).filter((one) => one.id === vehicle);
  const ofGroups = (mission.groups ?? []).filter((group) => groups.includes(group.id));
  const escorts = [...ofVehicle, ...ofGroups].flatMap(({ escort }) => (escort === undefined ? [] : [escort]));
  return [...new Set(escorts)].filter((escort) => escort !== id);
}
