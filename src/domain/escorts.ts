/** Who answers for a group or a vehicle: whom organisers chose in chat, else whom the programme names. */
import type { Mission } from "./mission.ts";

/** `group/<id>` or `vehicle/<id>`. */
export type Escorted = `${"group" | "vehicle"}/${string}`;

/** Chosen in chat: group or vehicle → seat id. */
export type ChosenEscorts = Readonly<Partial<Record<string, string>>>;

/** The seat id of the escort, if there is one. */
export function escortOf(mission: Mission, of: Escorted, chosen: ChosenEscorts): string | undefined {
  return chosen[of] ?? escortedIn(mission).find((one) => one.of === of)?.escort;
}

/** What has an escort in a mission, groups first, with the escort the programme names. */
export function escortedIn({ groups = [], vehicles = [] }: Mission): { of: Escorted; escort?: string }[] {
  const named = (kind: "group" | "vehicle", { id, escort }: { id: string; escort?: string | undefined }) => ({
    of: `${kind}/${id}` as const,
    ...(escort === undefined ? {} : { escort }),
  });
  return [
    ...groups.map((group) => named("group", group)),
    ...vehicles.map((vehicle) => named("vehicle", vehicle)),
  ];
}
