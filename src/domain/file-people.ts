/**
 * The people of a mission file beside those there are now. A seat's role, groups and vehicle are also changed in chat:
 * where the file has them otherwise, an organiser says which is to hold.
 */
import type { Seat } from "./mission.ts";
import { bySeat, isOrganiser } from "./seats.ts";

export const chatFields = ["role", "groups", "vehicle"] as const;
export type ChatField = (typeof chatFields)[number];

/** A seat as it is now and as the file would have it, and in what they differ. */
export interface SeatDifference {
  readonly now: Seat;
  readonly file: Seat;
  readonly fields: readonly ChatField[];
}

/** What a file's people would change. */
export interface FilePeople {
  readonly differences: readonly SeatDifference[];
  /** Seats only the file has. */
  readonly added: readonly Seat[];
  /** Seats the file has not, where nobody sits. */
  readonly removed: readonly Seat[];
}

/** Seats to be set as they are in a file, and those the file no longer has. */
export interface SeatChanges {
  readonly set: readonly Seat[];
  readonly remove: readonly string[];
}

/** Compares a file's people with the seats as they are; nobody who has `joined` as an organiser loses the desk by a file. */
export function filePeople(
  file: readonly Seat[],
  now: readonly Seat[],
  joined: ReadonlySet<string>,
): FilePeople {
  const byId = bySeat(now);
  const listed = new Set(file.map(({ id }) => id));
  const differences = file.flatMap((seat): SeatDifference[] => {
    const is = byId.get(seat.id);
    if (is === undefined) return [];
    const wanted = keepingDesk(seat, is, joined);
    const fields = chatFields.filter((field) => keyOf(is, field) !== keyOf(wanted, field));
    return fields.length === 0 ? [] : [{ now: is, file: wanted, fields }];
  });
  return {
    differences,
    added: file.filter(({ id }) => !byId.has(id)),
    removed: now.filter(({ id }) => !listed.has(id) && !joined.has(id)),
  };
}

/** The seats a release of the file sets and removes; `take`: also roles, groups and vehicles are as the file has them. */
export function seatChanges(
  file: readonly Seat[],
  now: readonly Seat[],
  { joined, take }: { joined: ReadonlySet<string>; take: boolean },
): SeatChanges {
  const byId = bySeat(now);
  const set = file
    .map((seat) => {
      const is = byId.get(seat.id);
      if (is === undefined) return seat;
      return take ? keepingDesk(seat, is, joined) : withFieldsOf(is, seat);
    })
    .filter((seat) => JSON.stringify(byId.get(seat.id)) !== JSON.stringify(seat));
  return { set, remove: filePeople(file, now, joined).removed.map(({ id }) => id) };
}

function keepingDesk(file: Seat, now: Seat, joined: ReadonlySet<string>): Seat {
  return joined.has(now.id) && isOrganiser(now) ? { ...file, role: "organiser" } : file;
}

/** The seat of a file with what may be changed in chat as it is now. */
function withFieldsOf({ role, groups, vehicle }: Seat, file: Seat): Seat {
  const { role: _, groups: __, vehicle: ___, ...rest } = file;
  return {
    ...rest,
    ...(role === undefined ? {} : { role }),
    ...(groups === undefined ? {} : { groups }),
    ...(vehicle === undefined ? {} : { vehicle }),
  };
}

function keyOf(seat: Seat, field: ChatField): string {
  if (field === "role") return seat.role ?? "delegate";
  return field === "groups" ? [...(seat.groups ?? [])].sort().join(" ") : (seat.vehicle ?? "");
}
