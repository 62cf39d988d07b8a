/** Who works with the press: the person a mission names so, by position or by a role at one of its events. */
import type { Mission, Seat, Text } from "./mission.ts";

/** Words of a position, or a role, that is a press secretary's. */
const office = [
  /(?:^|[^\p{L}])(?:пресс[- ]?(?:секретар|служб|атташе)|по связям с(?:о СМИ| прессой))/iu,
  /\bpress (?:secretary|officer|attach|service)|\bspokes(?:person|man|woman)\b/i,
  /報道官|報道担当|広報/,
];

/** Words of a role that is to lead what is done with the press; to speak to it is anybody's. */
const leading = [
  /(?:вед[её]т|отвечает|организует)(?:.*[^\p{L}])?(?:пресс|СМИ(?!\p{L})|журналист)/iu,
  /\b(?:leads?|hosts?|charge|responsible)\b.*\b(?:press|media|journalists)\b/i,
];

/**
 * Whether somebody is the press secretary of a mission. It is for the mission to say: guests of a group's link, who write
 * their position themselves, are none by it.
 */
export function isPressSecretary(
  { events, people = [] }: Pick<Mission, "events" | "people">,
  { id }: Pick<Seat, "id">,
): boolean {
  const listed = people.find((seat) => seat.id === id);
  const roles = events.flatMap(({ roles = [] }) => roles.filter(({ person }) => person === id));
  return (
    (listed !== undefined && isSaid(listed.position, office)) ||
    roles.some(({ role }) => isSaid(role, [...office, ...leading]))
  );
}

function isSaid(text: Text, words: readonly RegExp[]): boolean {
  const said = typeof text === "string" ? [text] : Object.values(text);
  return said.some((one) => words.some((word) => word.test(one)));
}
