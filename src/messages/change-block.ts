/** One event that has changed, in a few lines: what was, what is now, and where to be all the same. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type OwnEvent, vehiclesFor } from "../domain/audience.ts";
import type { EventChange, NewsField } from "../domain/changes.ts";
import { dayOf, type Programme } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { dateIn } from "../domain/zones.ts";
import { forWhom } from "./behalf.ts";
import { busLines, gatheringLine, gatheringTime, placeOf } from "./event-lines.ts";
import { clip } from "./limits.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { shortDay, span } from "./times.ts";

/** The longest a fact may be in a message that holds many. */
const FACT = 200;

type Line = FormattedString | string;

/** Its title, then a line for each thing that has changed; when and where to be goes with it in any case. */
export function changeBlock(reading: Reading, change: EventChange): FormattedString {
  const { before, after, earlier, fields } = change;
  const lines =
    after === undefined
      ? goneLines(reading, change)
      : before === undefined
        ? addedLines(reading, after, change.restored)
        : changedLines(reading, { before, after, earlier, fields });
  const [title = "", ...rest] = lines;
  return FormattedString.join([title, ...forWhom(reading, after ?? before ?? {}), ...rest], "\n");
}

function titleOf({ speech }: Reading, { event }: OwnEvent): FormattedString {
  return FormattedString.b(clip(speech.text(event.title), FACT));
}

/** The day goes without saying while it is today's. */
function dayNote({ speech, now }: Reading, timed: OwnEvent): string {
  return dayOf(timed) === dateIn(timed.zone, now) ? "" : `, ${shortDay(dayOf(timed), speech.language)}`;
}

function goneLines(reading: Reading, { before, gone }: EventChange): Line[] {
  if (before === undefined) return [];
  const { speech } = reading;
  const when = FormattedString.s(FormattedString.join([span(before, speech.language)]));
  return [
    speech.rich(gone === "cancelled" ? "news-cancelled" : "news-not-yours", {
      title: titleOf(reading, before),
    }),
    FormattedString.join([when, dayNote(reading, before)]),
  ];
}

function addedLines(reading: Reading, after: OwnEvent, restored = false): Line[] {
  const { speech, mission } = reading;
  const { event } = after;
  const place = placeOf(mission, after, speech);
  return [
    speech.rich(restored ? "news-restored" : "news-added", { title: titleOf(reading, after) }),
    FormattedString.join([
      capital(shortDay(dayOf(after), speech.language)),
      ", ",
      span(after, speech.language),
    ]),
    ...(after.held ? [speech.say("held")] : []),
    ...(event.status === "tentative" ? [speech.say("card-tentative")] : []),
    ...(event.gathering === undefined ? [] : [gatheringLine(after, speech)]),
    ...busLines(reading, after),
    ...(place === undefined ? [] : [`📍 ${clip(place, FACT)}`]),
    ...wornAndBrought.flatMap((field) => {
      const what = thingsOf(field, after, speech);
      return what === "" ? [] : [speech.say(`card-${field}`, { what })];
    }),
    ...rolesOf(reading, after),
    ...(after.undecided ? [speech.say("card-undecided")] : []),
  ];
}

interface Both {
  readonly before: OwnEvent;
  readonly after: OwnEvent;
  readonly earlier: Programme;
  readonly fields: readonly NewsField[];
}

function changedLines(reading: Reading, both: Both): Line[] {
  const { speech } = reading;
  const { after, fields } = both;
  const title = FormattedString.join([titleOf(reading, after), dayNote(reading, after)]);
  const has = (field: NewsField) => fields.includes(field);
  return [
    title,
    timeLine(reading, both),
    ...(after.held ? [] : gatheringLines(reading, both)),
    ...(after.held && !has("vehicles") ? [] : vehicleLines(reading, both)),
    ...placeLines(reading, both),
    ...(has("status")
      ? [speech.say(after.event.status === "tentative" ? "card-tentative" : "news-confirmed")]
      : []),
    ...wornAndBrought.filter(has).map((field) => thingLine(reading, both, field)),
    ...(has("role") ? roleLines(reading, after) : []),
    ...(has("choice") ? [speech.say(after.undecided ? "card-undecided" : "news-no-choice")] : []),
  ];
}

function timeLine({ speech }: Reading, { before, after, fields }: Both): Line {
  const { language } = speech;
  if (after.held) {
    return before.held ? speech.say("held") : speech.rich("news-held", { before: span(before, language) });
  }
  const same = before.start === after.start && before.end === after.end;
  if (before.held && same) return speech.rich("news-resumed", { after: span(after, language) });
  if (!fields.includes("time")) {
    const when = span(after, language);
    return fields.includes("place") ? speech.rich("news-same", { what: when }) : when;
  }
  const otherDay = dayOf(before) !== dayOf(after);
  const when = (timed: OwnEvent) =>
    otherDay
      ? FormattedString.join([shortDay(dayOf(timed), language), ", ", span(timed, language)])
      : span(timed, language);
  return speech.rich("news-time", { before: when(before), after: when(after) });
}

/** The gathering also where it is as it was: it is what people ask next. */
function gatheringLines({ speech }: Reading, { before, after }: Both): Line[] {
  const [was, is] = [before.event.gathering, after.event.gathering];
  if (is === undefined) return was === undefined ? [] : [speech.say("news-gathering-none")];
  const line = gatheringLine(after, speech);
  if (was === undefined) return [withEarlier(speech, line, "")];
  const placeOfGathering = (place: typeof is.place) =>
    place === undefined ? undefined : clip(speech.text(place), FACT);
  const [placeWas, placeIs] = [placeOfGathering(was.place), placeOfGathering(is.place)];
  const [timeWas, timeIs] = [gatheringTime(before, speech), gatheringTime(after, speech)];
  const earlier = speech.list([
    ...(timeWas === timeIs ? [] : [timeWas]),
    ...(placeWas === placeIs || placeWas === undefined ? [] : [placeWas]),
  ]);
  return [earlier === "" ? line : withEarlier(speech, line, earlier)];
}

function vehicleLines(reading: Reading, { before, after, earlier, fields }: Both): Line[] {
  const { speech } = reading;
  const [line] = busLines(reading, after);
  if (!fields.includes("vehicles")) return line === undefined ? [] : [line];
  const rider = before.of === "principal" ? (reading.principal?.seat ?? reading.seat) : reading.seat;
  const had = vehiclesFor(before.event, rider);
  const names = (earlier.mission.vehicles ?? [])
    .filter(({ id }) => had.includes(id))
    .map(({ name }) => speech.text(name));
  const now = after.event.vehicles?.length ? line : undefined;
  return [withEarlier(speech, now ?? speech.say("news-no-vehicle"), clip(speech.list(names), FACT))];
}

function placeLines({ mission, speech }: Reading, { before, after, earlier, fields }: Both): Line[] {
  const placeIn = (programme: Programme, timed: OwnEvent) => {
    const place = placeOf({ programme }, timed, speech);
    return place === undefined ? undefined : clip(place, FACT);
  };
  const place = placeIn(mission.programme, after);
  if (!fields.includes("place")) {
    if (place === undefined) return [];
    const isAsked = fields.includes("time") || fields.includes("hold");
    return [isAsked ? speech.rich("news-same", { what: `📍 ${place}` }) : `📍 ${place}`];
  }
  const nowhere = speech.say("news-nowhere");
  const was = placeIn(earlier, before) ?? nowhere;
  const is = place ?? nowhere;
  const address = mission.programme.mission.venues?.find(({ id }) => id === after.event.venue)?.address;
  return [
    // A better address of the same place is told as such.
    was === is ? `📍 ${is}` : speech.rich("news-place", { before: was, after: FormattedString.b(is) }),
    ...(address === undefined ? [] : [FormattedString.code(clip(speech.text(address), FACT))]),
  ];
}

const wornAndBrought = ["dress", "bring"] as const;
type WornOrBrought = (typeof wornAndBrought)[number];

/** What to wear, or what to bring. */
function thingsOf(field: WornOrBrought, { event }: OwnEvent, speech: Speech): string {
  const things = field === "dress" ? [event.dressCode] : (event.bring ?? []);
  return clip(speech.list(things.flatMap((thing) => (thing === undefined ? [] : speech.text(thing)))), FACT);
}

function thingLine({ speech }: Reading, { before, after }: Both, field: WornOrBrought): Line {
  const what = thingsOf(field, after, speech);
  const line = what === "" ? speech.say(`news-no-${field}`) : speech.say(`card-${field}`, { what });
  return withEarlier(speech, line, thingsOf(field, before, speech));
}

function rolesOf({ seat, principal, speech }: Reading, { event, of }: OwnEvent): string[] {
  const whose = of === "principal" ? (principal?.seat ?? seat) : seat;
  return (event.roles ?? [])
    .filter(({ person }) => person === whose.id)
    .map(({ role }) => speech.say("card-role-yours", { role: clip(speech.text(role), FACT) }));
}

function roleLines(reading: Reading, after: OwnEvent): string[] {
  const roles = rolesOf(reading, after);
  return roles.length === 0 ? [reading.speech.say("news-no-role")] : roles;
}

/** `🚌 Автобус № 2 (было: Автобус № 1)` */
function withEarlier(speech: Speech, line: Line, earlier: string): Line {
  return speech.rich("news-earlier", { now: line, before: earlier || speech.say("news-unsaid") });
}
