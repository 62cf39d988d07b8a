/** What a revision changed, in a few words: «Подписание: 11:00 → 11:30», «3 события: …». */
import type { OwnEvent } from "../domain/audience.ts";
import type { EventChange, NewsField } from "../domain/changes.ts";
import { dayOf, type Programme } from "../domain/timetable.ts";
import { gatheringTime, placeOf } from "./event-lines.ts";
import { everyChange } from "./every-change.ts";
import { clip } from "./limits.ts";
import type { Reading } from "./reading.ts";
import { clock, shortDay, span } from "./times.ts";

/** Three lines of a phone at most; a title and two places fit. */
const GIST = 140;
const TITLE = 50;
const ONE_OF_SEVERAL = 30;
const FACT = 40;
const MOST_NAMED = 4;

/** Nothing where no event is different. */
export function gistOf(reading: Reading, before: Programme, after: Programme): string | undefined {
  const { speech } = reading;
  const changes = everyChange(before, after);
  const [only] = changes;
  if (only === undefined) return undefined;
  const titleOf = ({ before, after }: EventChange, most: number) =>
    clip(speech.text((after ?? before)?.event.title ?? ""), most);
  if (changes.length === 1) {
    const seen = { ...reading, mission: { ...reading.mission, programme: after } };
    return clip(speech.say("gist", { event: titleOf(only, TITLE), what: whatChanged(seen, only) }), GIST);
  }
  const events = speech.list(changes.slice(0, MOST_NAMED).map((change) => titleOf(change, ONE_OF_SEVERAL)));
  return clip(speech.say("gist-events", { count: changes.length, events }), GIST);
}

function whatChanged(reading: Reading, { before, after, earlier, fields, restored }: EventChange): string {
  const { speech } = reading;
  if (after === undefined) return speech.say("gist-cancelled");
  if (before === undefined) return speech.say(restored ? "gist-restored" : "gist-added");
  const [first] = ([...leading, ...fields] as const).filter((field) => fields.includes(field));
  const from = (was: string, is: string) => speech.say("gist-from", { before: was, after: is });
  switch (first) {
    case "hold":
      return speech.say(after.held ? "gist-held" : "gist-resumed");
    case "time":
      return from(...hours(reading, before, after));
    case "gathering": {
      const [was, is] = [before, after].map((timed) =>
        timed.event.gathering === undefined ? speech.say("gist-none") : gatheringTime(timed, speech),
      );
      return speech.say("gist-gathering", {
        what: was === is ? speech.say("gist-other") : from(was ?? "", is ?? ""),
      });
    }
    case "place": {
      const places = [
        placeOf({ programme: earlier }, before, speech),
        placeOf(reading.mission, after, speech),
      ];
      const [was = "", is = ""] = places.map((place) => clip(place ?? speech.say("gist-none"), FACT));
      return was === is ? speech.say("gist-place") : from(was, is);
    }
    case "status":
      return speech.say(after.event.status === "tentative" ? "gist-tentative" : "gist-confirmed");
    case undefined:
      return speech.say("gist-worded");
    default:
      return speech.say(`gist-${first}`);
  }
}

/** What is said of several. */
const leading: readonly NewsField[] = ["hold", "time", "place", "gathering"];

/** The hours of both, as short as they can be told apart. */
function hours({ speech }: Reading, before: OwnEvent, after: OwnEvent): [string, string] {
  const both = [before, after] as const;
  const day =
    dayOf(before) === dayOf(after)
      ? () => ""
      : (timed: OwnEvent) => `${shortDay(dayOf(timed), speech.language)}, `;
  const starts = both.map((timed) => clock(timed.start, timed.zone));
  const isMoved = starts[0] !== starts[1] || dayOf(before) !== dayOf(after);
  const said = (timed: OwnEvent) =>
    day(timed) + (isMoved ? clock(timed.start, timed.zone) : span(timed, speech.language).text);
  return [said(before), said(after)];
}
