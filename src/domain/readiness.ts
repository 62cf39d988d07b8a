/** What has to be ready for a seat before the journey. Ticks only: no number of any document is ever kept. */

export const readyFlags = ["pass", "ticket", "room", "badge"] as const;
export type ReadyFlag = (typeof readyFlags)[number];

export function isReadyFlag(name: string): name is ReadyFlag {
  return readyFlags.some((flag) => flag === name);
}

/** Of each flag, for how many of these seats it is ticked. */
export function readyCounts(
  seats: readonly { readonly id: string }[],
  ticked: ReadonlyMap<string, ReadonlySet<ReadyFlag>>,
): Record<ReadyFlag, number> {
  const count = (flag: ReadyFlag) => seats.filter(({ id }) => ticked.get(id)?.has(flag)).length;
  return { pass: count("pass"), ticket: count("ticket"), room: count("room"), badge: count("badge") };
}
