/** Hospitals and clinics: where nobody takes a picture of a patient, nor writes one down. */
import type { Mission, Text } from "./mission.ts";
import type { TimedEvent } from "./timetable.ts";

/** «политехнический» and "hospitality" are no hospitals; Russian words are known by their beginnings. */
const words = [
  /(?:^|[^\p{L}])(?:поли)?клини(?:к|ч)/iu,
  /(?:^|[^\p{L}])(?:больни[цч]|диспансер|перинатальн|госпитал|роддом|родильн|медсанчаст|хоспис|стационар)/iu,
  /\b(?:hospitals?|(?:poly)?clinics?|clinical|maternity|perinatal|dispensary|hospices?|infirmary)\b/i,
  /病院|医院|診療所|クリニック|産院|ホスピス|周産期/,
];

/** Whether an event is held in a place of patients, by the words of its title and of its venue in any language. */
export function isAtHospital({ venues = [] }: Mission, { event }: TimedEvent): boolean {
  const venue = venues.find(({ id }) => id === event.venue);
  return [event.title, venue?.name].some((text) => text !== undefined && saysHospital(text));
}

function saysHospital(text: Text): boolean {
  const said = typeof text === "string" ? [text] : Object.values(text);
  return said.some((one) => words.some((word) => word.test(one)));
}
