/**
 * How people are called: of some the name is known, of everybody the office. Nothing is cut short here unless it is said;
 * how much room there is, whoever writes the line knows.
 */
import type { Seat } from "../domain/mission.ts";
import { clip } from "./limits.ts";
import type { Speech } from "./speech.ts";

/** The longest a principal may be called in a line about something else. */
const PRINCIPAL = 48;

/** In lists and on buttons: `Советник · Комитет по туризму`. Several may hold one office, so the organisation goes with it. */
export function whoIs(seat: Seat, speech: Speech): string {
  return partsOf(seat, speech).join(" · ");
}

/** The same within a sentence: `Советник, Комитет по туризму`. */
export function whoInFull(seat: Seat, speech: Speech): string {
  return speech.list(partsOf(seat, speech));
}

/** Where the organisation stands elsewhere, or not at all: the name, if it is known, and the office. */
export function nameAndOffice({ name, position }: Seat, speech: Speech): string {
  return speech.list([name, speech.text(position)].filter((part) => part !== undefined));
}

/** The same for those who may have to ring somebody up: with the telephone, if it is known. */
export function nameAndPhone({ name, position, phone }: Seat, speech: Speech): string {
  return speech.list([name, speech.text(position), phone].filter((part) => part !== undefined));
}

/** In a line about something else: the name, else the office. */
export function shortName({ name, position }: Seat, speech: Speech): string {
  return name ?? speech.text(position);
}

/** The same by the id of a seat; one no longer in the mission has nothing else to be called by. */
export function shortNameIn(seats: ReadonlyMap<string, Seat>, id: string, speech: Speech): string {
  const seat = seats.get(id);
  return seat === undefined ? id : shortName(seat, speech);
}

/** Whom an aide assists, in the aide's own lines and on their buttons: cut to leave these their room. */
export function principalName(principal: Seat, speech: Speech): string {
  return clip(shortName(principal, speech), PRINCIPAL);
}

function partsOf({ name, position, organisation }: Seat, speech: Speech): string[] {
  const office = [position, organisation].filter((text) => text !== undefined);
  return [...(name === undefined ? [] : [name]), ...office.map((text) => speech.text(text))];
}
