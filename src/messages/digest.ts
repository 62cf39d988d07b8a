/** Digests: tomorrow in the evening; today in the morning, which is the card of the day. */
import { FormattedString } from "@grammyjs/parse-mode";
import { attending } from "../domain/absences.ts";
import type { OwnEvent } from "../domain/audience.ts";
import type { Digest } from "../domain/digests.ts";
import type { Seat, Text } from "../domain/mission.ts";
import { dayOf, eventsOn, zoneAt } from "../domain/timetable.ts";
import { legendFor, signOf } from "./behalf.ts";
import { press } from "./callback.ts";
import { type DayCard, dayCard } from "./day-card.ts";
import { awayMark, gatheringLine, hoursOn } from "./event-lines.ts";
import { clip } from "./limits.ts";
import { asManyAsFit, type BotMessage, button, plain, rows } from "./message.ts";
import { pressListButton } from "./note-lists.ts";
import { notesOwed } from "./prompts.ts";
import { isListClosed, type Reading } from "./reading.ts";
import { eventPress, zoneLine } from "./schedule.ts";
import type { Speech } from "./speech.ts";
import { longDay, span, tappable, until } from "./times.ts";

/** So many characters of an evening's digest are for its events, and for what to take along. */
const ROOM = 2400;
const ADVICE = 1200;

/** What a digest says besides the programme. */
export interface Besides {
  /** Who answers for the reader. */
  readonly escorts?: readonly Seat[];
  /** The events the digest asks notes about. */
  readonly asked?: readonly OwnEvent[];
  /** How many notes proposed for the press it tells of. */
  readonly proposed?: number;
}

export function digestMessage(
  reading: Reading,
  { kind, about }: Pick<Digest, "kind" | "about">,
  { escorts = [], ...rest }: Besides = {},
): DayCard {
  if (kind === "morning") return dayCard(reading, about, escorts);
  const message = eveningMessage(reading, about, rest);
  return { message, body: message };
}

/** When and where tomorrow begins, what it holds, what to wear and bring, what is still to be chosen. */
function eveningMessage(reading: Reading, day: string, { asked = [], proposed = 0 }: Besides): BotMessage {
  const { mission, own, speech, now } = reading;
  const events = own.filter((timed) => dayOf(timed) === day);
  const coming = attending(events, reading);
  const first = coming.filter(({ held }) => !held).toSorted((a, b) => a.call - b.call)[0];
  // A night flight lands in the morning it tells of.
  const earlier = eventsOn(own, day).filter((timed) => dayOf(timed) < day);
  const owed = asked.length === 0 ? undefined : notesOwed(reading, asked);
  const undecided = events.filter((timed) => timed.undecided);
  const toChoose = undecided.filter((timed) => !isListClosed(reading, timed));
  const lines = [...earlier.map(tail), ...events.map(line)];
  const told = asManyAsFit(lines, ROOM);
  const left = lines.length - told.length;
  const advice = [
    ...toTake(coming, speech),
    ...(toChoose.length > 0 ? [speech.say("evening-undecided")] : []),
    ...(toChoose.length < undecided.length ? [speech.say("choice-closed-early")] : []),
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
        FormattedString.join(
          left > 0 ? [...told, plain(speech.say("card-more", { count: left }))] : told,
          "\n",
        ),
        ...legendFor(reading, events),
        ...(advice.length > 0 ? [plain(clip(advice.join("\n"), ADVICE))] : []),
        ...(owed === undefined ? [] : [owed.line]),
        ...(proposed === 0 ? [] : [plain(speech.say("proposed-press", { count: proposed }))]),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...toChoose.map((timed) => button(`🔀 ${speech.text(timed.event.title)}`, eventPress(reading, timed))),
      ...(owed?.buttons ?? []),
      proposed === 0 ? undefined : pressListButton(reading),
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
    const what = FormattedString.join([hoursOn(reading, timed, day), speech.text(timed.event.title)], " ");
    const marked = FormattedString.join([what, signOf(timed)]);
    const notes = [
      ...(coming.includes(timed) ? [] : [awayMark(reading, timed)]),
      ...(timed.held ? [speech.say("held")] : []),
    ];
    return FormattedString.join([marked, ...notes], "\n");
  }
}

/** The weather, what to wear, what to bring: of all the day's events, each once. */
function toTake(events: readonly OwnEvent[], speech: Speech): string[] {
  const said = (text: Text | undefined) => (text === undefined ? [] : [speech.text(text)]);
  const weather = unique(events.flatMap(({ event }) => said(event.weather)));
  const dress = unique(events.flatMap(({ event }) => said(event.dressCode)));
  const bring = unique(events.flatMap(({ event }) => (event.bring ?? []).flatMap(said)));
  return [
    ...weather.map((what) => speech.say("card-weather", { what })),
    ...(dress.length > 0 ? [speech.say("card-dress", { what: speech.list(dress) })] : []),
    ...(bring.length > 0 ? [speech.say("card-bring", { what: speech.list(bring) })] : []),
  ];
}

/** Each once, however it is capitalised: organisers type what the file writes otherwise. */
function unique(texts: readonly string[]): string[] {
  const folded = texts.map((text) => text.toLowerCase());
  return texts.filter((_, place) => folded.indexOf(folded[place] ?? "") === place);
}
