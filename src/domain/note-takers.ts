/** Who is asked for notes after an event. */
import type { OwnEvent } from "./audience.ts";
import type { Event, Kind, Seat } from "./mission.ts";

export type Asked = "everyone" | "appointed" | "nobody";

/** After these everybody brings something home; of meetings and signings the minutes are one person's business. */
const usual: Readonly<Partial<Record<Kind, Asked>>> = {
  visit: "everyone",
  talks: "everyone",
  roundtable: "everyone",
  seminar: "everyone",
  meeting: "appointed",
  signing: "appointed",
};

/** Words by which a role is that of whoever takes the minutes; «three minutes» are not. */
const taking = [
  /(?:^|[^\p{L}])(?:протокол|запис|записыва|конспект|стенограм|заметк)/iu,
  /(?<!\d\s*)\bminutes\b|\bnotes?\b|\bnote-?tak|\brapporteur\b|\bsecretary\b/i,
  /記録|議事録|書記|メモ/,
];

/** Whom an event asks, as the file says, else by its kind. */
export function askedOf({ askNotes, kind }: Event): Asked {
  return askNotes ?? usual[kind] ?? "nobody";
}

/** The seats appointed to take notes: those whose role says so; where the file asks the appointed and none does, all with a role. */
export function noteTakersOf({ roles = [], askNotes }: Event): string[] {
  const takers = roles.filter(({ role }) => {
    const said = typeof role === "string" ? [role] : Object.values(role);
    return said.some((one) => taking.some((word) => word.test(one)));
  });
  const appointed = takers.length === 0 && askNotes === "appointed" ? roles : takers;
  return [...new Set(appointed.map(({ person }) => person))];
}

/** Whether a person is asked about an event of theirs; of parallel ones only about that they picked. */
export function isAsked({ event, undecided }: OwnEvent, { id }: Seat): boolean {
  const asked = askedOf(event);
  if (undecided || asked === "nobody") return false;
  return asked === "everyone" || noteTakersOf(event).includes(id);
}
