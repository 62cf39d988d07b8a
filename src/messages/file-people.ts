/** The people of a mission file, where they are not as they are now: what differs, and which is to hold. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { ChatField, FilePeople, SeatDifference } from "../domain/file-people.ts";
import type { Seat } from "../domain/mission.ts";
import { clip } from "./limits.ts";
import { asManyAsFit, plain } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Reading } from "./reading.ts";

/** What all of it may take of a message, in characters, and what is not names of that. */
export const FILE_PEOPLE_ROOM = 1000;
const AROUND = 350;
const MOST_PEOPLE = 6;
const MOST_GROUPS = 3;
const NAME = 60;
/** Of what a seat has in one field. */
const VALUE = 40;

/** Nothing where the file's people are those there are. */
export function filePeopleLines(reading: Reading, people: FilePeople, take: boolean): FormattedString[] {
  const { speech } = reading;
  const { differences, added, removed } = people;
  const counts = [
    ...(added.length === 0 ? [] : [speech.say("file-people-added", { count: added.length })]),
    ...(removed.length === 0 ? [] : [speech.say("file-people-removed", { count: removed.length })]),
  ];
  const all = differences.slice(0, MOST_PEOPLE).map((difference) => plain(lineOf(reading, difference)));
  const shown = asManyAsFit(all, FILE_PEOPLE_ROOM - AROUND);
  const more = differences.length - shown.length;
  const differing =
    differences.length === 0
      ? []
      : [
          FormattedString.b(speech.say("file-people-heading")),
          ...shown,
          ...(more > 0 ? [speech.say("file-people-more", { count: more })] : []),
          speech.say(take ? "file-people-taken" : "file-people-stay"),
        ];
  const lines = [...differing, ...counts];
  return lines.length === 0 ? [] : [FormattedString.join(lines, "\n")];
}

function lineOf(reading: Reading, { now, file, fields }: SeatDifference): string {
  const { mission, speech } = reading;
  const { groups = [], vehicles = [] } = mission.programme.mission;
  const role = ({ role: is }: Seat) =>
    speech.say(is === "organiser" ? "file-people-organiser" : "file-people-delegate");
  const vehicle = ({ vehicle: id }: Seat) => {
    if (id === undefined) return speech.say("file-people-none");
    return clip(speech.text(vehicles.find((one) => one.id === id)?.name ?? id), VALUE);
  };
  const group = (id: string) => clip(speech.text(groups.find((one) => one.id === id)?.title ?? id), VALUE);
  const parts: Readonly<Record<ChatField, () => string>> = {
    role: () => speech.say("file-people-role", { now: role(now), file: role(file) }),
    groups: () => {
      const change = [
        ...without(now.groups, file.groups).map((id) => `− ${group(id)}`),
        ...without(file.groups, now.groups).map((id) => `+ ${group(id)}`),
      ];
      return speech.say("file-people-groups", { change: change.slice(0, MOST_GROUPS).join(", ") });
    },
    vehicle: () => speech.say("file-people-vehicle", { now: vehicle(now), file: vehicle(file) }),
  };
  return `${clip(whoIs(file, speech), NAME)}: ${fields.map((field) => parts[field]()).join("; ")}`;
}

function without(these: readonly string[] = [], those: readonly string[] = []): string[] {
  return these.filter((id) => !those.includes(id));
}
