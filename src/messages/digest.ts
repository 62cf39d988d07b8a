/** Digests: tomorrow in the evening, today in the morning. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { OwnEvent } from "../domain/audience.ts";
import type { Digest } from "../domain/digests.ts";
import { dayOf, eventsOn, zoneAt } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { type BotMessage, button, rows } from "./message.ts";
import { notesOwed } from "./prompts.ts";
import { dayMessage, gatheringLine, handleOf, plain, type Reading, zoneLine } from "./schedule.ts";
import { longDay, span, tappable, until } from "./times.ts";

/** `asked`: the events the digest asks notes about. */
export function digestMessage(
  reading: Reading,
  { kind, about }: Pick<Digest, "kind" | "about">,
  asked: readonly OwnEvent[] = [],
): BotMessage {
  return kind === "morning" ? dayMessage(reading, about) : eveningMessage(reading, about, asked);
}

/** When and where tomorrow begins, what it holds, what to wear and bring, what is still to be chosen. */
function eveningMessage(reading: Reading, day: string, asked: readonly OwnEvent[]): BotMessage {
  const { mission, own, speech, now } = reading;
  const events = own.filter((timed) => dayOf(timed) === day);
  const first = events.filter(({ held }) => !held).toSorted((a, b) => a.call - b.call)[0];
  // A night flight lands in the morning it tells of.
  const earlier = eventsOn(own, day).filter((timed) => dayOf(timed) < day);
  const owed = asked.length === 0 ? undefined : notesOwed(reading, asked);
  const undecided = events.filter((timed) => timed.undecided);
  const dress = unique(
    events.flatMap(({ event }) => (event.dressCode === undefined ? [] : [speech.text(event.dressCode)])),
  );
  const bring = unique(events.flatMap(({ event }) => event.bring ?? []).map((thing) => speech.text(thing)));
  const weather = unique(
    events.flatMap(({ event }) => (event.weather === undefined ? [] : [speech.text(event.weather)])),
  );
  const advice = [
    ...weather.map((what) => speech.say("card-weather", { what })),
    ...(dress.length > 0 ? [speech.say("card-dress", { what: speech.list(dress) })] : []),
    ...(bring.length > 0 ? [speech.say("card-bring", { what: speech.list(bring) })] : []),
    ...(undecided.length > 0 ? [speech.say("evening-undecided")] : []),
  ];
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("evening-heading", { day: longDay(day, speech.language) })),
        // Read in one zone and lived in another: say which clock is meant.
        ...(first !== undefined && first.zone !== zoneAt(own, now, first.zone)
          ? [plain(zoneLine(reading, first.zone, first.start))]
          : []),
        ...(first === undefined ? [] : [firstCall(first)]),
        FormattedString.join([...earlier.map(tail), ...events.map(line)], "\n"),
        ...(advice.length > 0 ? [plain(advice.join("\n"))] : []),
        ...(owed === undefined ? [] : [owed.line]),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...undecided.map(({ event }) =>
        button(
          `🔀 ${speech.text(event.title)}`,
          press("event", { mission: mission.handle, event: handleOf(mission, event.id) }),
        ),
      ),
      ...(owed?.buttons ?? []),
      button(speech.say("button-day-details"), press("day", { mission: mission.handle, date: day })),
    ),
  };

  function firstCall(timed: OwnEvent): FormattedString {
    if (timed.event.gathering !== undefined) return gatheringLine(timed, speech);
    return speech.rich("evening-first", { time: tappable(timed.call, timed.zone) });
  }

  function tail(timed: OwnEvent): FormattedString {
    const when =
      timed.end === undefined ? span(timed, speech.language) : until({ ...timed, end: timed.end }, speech);
    return FormattedString.join([when, speech.text(timed.event.title)], " ");
  }

  function line(timed: OwnEvent): FormattedString {
    const what = FormattedString.join([span(timed, speech.language), speech.text(timed.event.title)], " ");
    return timed.held ? FormattedString.join([what, speech.say("held")], "\n") : what;
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
