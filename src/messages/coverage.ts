/** «Выбор мероприятий», for organisers: who goes where of parallel events, where nobody does, who has not picked. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Coverage, Option } from "../domain/choosing.ts";
import { type Kind, kinds, type Seat } from "../domain/mission.ts";
import { dayOf, type TimedEvent } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { asManyAsFit, type BotMessage, button, pager, plain, rows } from "./message.ts";
import { shortNameIn } from "./names.ts";
import { handleOf, type Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { clock, shortDay } from "./times.ts";

const NAMES_ON_A_PAGE = 30;
/** So many of the undecided are named where the whole choice is shown. */
const NAMED = 12;
const WHO = 60;

export interface CoverageState extends Coverage {
  readonly seats: ReadonlyMap<string, Seat>;
  /** How many seats nobody has joined yet. */
  readonly out: number;
  /** Those asked to pick, and whether the message reached them. */
  readonly asked: ReadonlyMap<string, "reached" | "on its way" | "missed">;
}

/** «Круглый стол, чт, 17 нояб., 16:00»: how a choice is called, which has no title of its own. */
export function choiceName(first: TimedEvent, speech: Speech): string {
  const kind: Kind = kinds.find((one) => one === first.event.kind) ?? "roundtable";
  const day = shortDay(dayOf(first), speech.language);
  return speech.say("choice-name", {
    what: capital(speech.say(`kind-${kind}`)),
    day,
    time: clock(first.start, first.zone),
  });
}

/** Which choice? */
export function coverageList(reading: Reading, all: readonly CoverageState[]): BotMessage {
  const { mission, speech } = reading;
  return {
    text: plain(speech.say(all.length === 0 ? "coverage-none" : "coverage-which")),
    buttons: rows(
      ...all.flatMap(({ options, undecided, open }) => {
        const [first] = options;
        if (first === undefined) return [];
        const needs = open && (undecided.length > 0 || options.some(({ seats }) => seats.length === 0));
        return [
          button(
            `${needs ? "⚠️ " : ""}${choiceName(first.timed, speech)}`,
            press("coverage", { mission: mission.handle, event: handleOf(mission, first.timed.event.id) }),
          ),
        ];
      }),
      backToDesk(reading),
    ),
  };
}

/** One choice: each option with its count and names, the warnings, those who have not picked. */
export function coverageMessage(reading: Reading, state: CoverageState): BotMessage {
  const { mission, speech } = reading;
  const { options, undecided, open, begun, out, asked } = state;
  const [first] = options;
  if (first === undefined) return coverageList(reading, []);
  const where = { mission: mission.handle, event: handleOf(mission, first.timed.event.id) };
  const unasked = undecided.filter((seat) => !asked.has(seat));
  const empty = options.flatMap(({ seats, timed }, index) =>
    seats.length === 0
      ? [speech.say("coverage-empty", { number: index + 1, title: speech.text(timed.event.title) })]
      : [],
  );
  const head = [
    FormattedString.b(choiceName(first.timed, speech)),
    ...(open ? [] : [speech.say(begun ? "choice-closed" : "coverage-closed")]),
    ...empty,
  ];
  const blocks = options.map((option, index) => optionBlock(state, option, index, speech));
  const tail = [
    speech.say("coverage-undecided", { count: undecided.length }),
    ...named(state, undecided, speech),
    ...(out > 0 ? [speech.say("coverage-out", { count: out })] : []),
    ...askedLines(state, speech),
  ];
  return {
    text: FormattedString.join(
      [FormattedString.join(head, "\n"), ...asManyAsFit(blocks, 2200), FormattedString.join(tail, "\n")],
      "\n\n",
    ),
    buttons: rows(
      open && unasked.length > 0
        ? button(speech.say("button-ask-undecided", { count: unasked.length }), press("askChoice", where))
        : undefined,
      begun
        ? undefined
        : open
          ? button(speech.say("button-close-choice"), press("closeChoice", where))
          : button(speech.say("button-open-choice"), press("openChoice", where)),
      ...options.map(({ timed, seats }, index) =>
        seats.length === 0
          ? undefined
          : button(
              speech.say("button-option-names", { number: index + 1, count: seats.length }),
              press("optionNames", {
                mission: mission.handle,
                event: handleOf(mission, timed.event.id),
                from: 0,
              }),
            ),
      ),
      backToDesk(reading),
    ),
  };
}

function optionBlock(state: CoverageState, { timed, seats }: Option, index: number, speech: Speech) {
  const { capacity } = timed.event;
  const count =
    capacity === undefined
      ? speech.say("coverage-count", { count: seats.length })
      : speech.say("coverage-count-of", { count: seats.length, capacity });
  const title = FormattedString.b(`${index + 1}. ${clip(speech.text(timed.event.title), 150)}`);
  return FormattedString.join([title, count, ...named(state, seats, speech)], "\n");
}

function named({ seats }: CoverageState, ids: readonly string[], speech: Speech): string[] {
  const names = ids.slice(0, NAMED).map((id) => `• ${nameOf(seats, id, speech)}`);
  const rest = ids.length - names.length;
  return rest > 0 ? [...names, speech.say("attention-more", { count: rest })] : names;
}

function nameOf(seats: ReadonlyMap<string, Seat>, id: string, speech: Speech): string {
  return clip(shortNameIn(seats, id, speech), WHO);
}

/** Whom the question has reached, and by name whom it has not. */
function askedLines({ asked, seats }: CoverageState, speech: Speech): string[] {
  if (asked.size === 0) return [];
  const of = (wanted: string) => [...asked].filter(([, how]) => how === wanted).map(([seat]) => seat);
  const missed = of("missed").slice(0, NAMED);
  return [
    speech.say("coverage-asked", { asked: asked.size, reached: of("reached").length }),
    ...missed.map((seat) => speech.say("coverage-missed", { who: nameOf(seats, seat, speech) })),
  ];
}

/** Everybody who picked one of the events. */
export function optionNames(
  reading: Reading,
  { timed, seats: ids }: Option,
  seats: ReadonlyMap<string, Seat>,
  from: number,
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, event: handleOf(mission, timed.event.id) };
  const lines = ids
    .slice(from, from + NAMES_ON_A_PAGE)
    .map((id, index) => `${from + index + 1}. ${nameOf(seats, id, speech)}`);
  return {
    text: FormattedString.join(
      [FormattedString.b(clip(speech.text(timed.event.title), 200)), ...lines],
      "\n",
    ),
    buttons: rows(
      pager({ from, size: NAMES_ON_A_PAGE, total: ids.length }, (start) =>
        press("optionNames", { ...where, from: start }),
      ),
      button(speech.say("button-roll-back"), press("coverage", where)),
    ),
  };
}
