/** Around a roll call: whom to call, closing it, writing to its people, and the list of all there were. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import { type Circle, isMissing } from "../domain/roll-calls.ts";
import { isOrganiser } from "../domain/seats.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import { press, tagOf } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import { handleOf, type Reading } from "./reading.ts";
import { type RollState, rollHeadline, rollLabel, rollRef, rollTitle, someOf } from "./roll-calls.ts";
import { clock, dayAndClock, dayAndMonth } from "./times.ts";

export const ROLLS_ON_A_PAGE = 8;
const TITLE = 150;
const WORDS = 3000;
const REASON = 80;
const WHO = 100;

/** «Переклички»: a new one, and each there has been with how it stands. */
export function rollsPage(
  reading: Reading,
  { states, total, from }: { states: readonly RollState[]; total: number; from: number },
): BotMessage {
  const { mission, seat, speech } = reading;
  const where = { mission: mission.handle };
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("rolls-heading")),
        ...(total === 0 ? [speech.say("rolls-none")] : states.map((state) => lineOf(reading, state))),
      ],
      "\n\n",
    ),
    buttons: rows(
      button(speech.say("button-roll-new"), press("rollNew", where)),
      ...states.map((state) =>
        button(
          `${signOf(state)} ${rollLabel(reading, state)}`,
          press("roll", { ...where, roll: rollRef(mission, state.roll), from: 0 }),
        ),
      ),
      pager({ from, size: ROLLS_ON_A_PAGE, total }, (start) => press("rolls", { ...where, from: start })),
      ...(isOrganiser(seat) ? [backToDesk(reading)] : []),
    ),
  };
}

/** Over and complete, over and somebody missing, or still going on. */
function signOf({ closing, standings }: RollState): string {
  if (closing === undefined) return "⏳";
  return standings.some(isMissing) ? "⚠️" : "✅";
}

function lineOf(reading: Reading, state: RollState): FormattedString {
  const { mission, speech } = reading;
  const { roll, timed } = state;
  const zone = timed?.zone ?? mission.programme.mission.timezone;
  const when = dayAndClock(roll.at, zone, speech.language);
  const title =
    timed === undefined || roll.of.startsWith("event/")
      ? ""
      : ` · ${clip(speech.text(timed.event.title), 80)}`;
  return FormattedString.join(
    [`${signOf(state)} ${clip(rollHeadline(reading, state), TITLE)}`, `${when}${title}`],
    "\n",
  );
}

/** Whom to call: everybody, a group, a bus, the people of an event. Of events those near at hand. */
export function askCircle(
  reading: Reading,
  { circles, events }: { circles: readonly Circle[]; events: readonly TimedEvent[] },
): BotMessage {
  const { mission, speech } = reading;
  const label = (of: Circle) => {
    const sign = of === "all" ? "🌐" : of.startsWith("group/") ? "👥" : "🚌";
    return `${sign} ${rollTitle(reading, { id: "", of, at: 0, called: [] })}`;
  };
  return {
    text: plain(speech.say(circles.length + events.length === 0 ? "roll-nobody" : "roll-whom")),
    buttons: rows(
      ...circles.map((of) =>
        button(label(of), press("rollAsk", { mission: mission.handle, of: circleRef(of) })),
      ),
      ...events.map((timed) =>
        button(
          `${clock(timed.call, timed.zone)} ${speech.text(timed.event.title)}`,
          press("rollAsk", { mission: mission.handle, of: `e${handleOf(mission, timed.event.id)}` }),
        ),
      ),
      button(speech.say("button-roll-back"), press("rolls", { mission: mission.handle, from: 0 })),
    ),
  };
}

/** A circle as a button names it; one of an event goes by the event's number. */
export function circleRef(of: Circle): string {
  return of === "all" ? "all" : tagOf(of);
}

/** Everybody joined will be rung: really? */
export function askCall(
  reading: Reading,
  { of, ref, reached, others }: { of: Circle; ref: string; reached: number; others: number },
): BotMessage {
  const { mission, speech } = reading;
  const what = FormattedString.b(rollTitle(reading, { id: "", of, at: 0, called: [] }));
  return {
    text: FormattedString.join(
      [
        speech.rich("roll-sure", { what }),
        speech.say("roll-rings", { count: reached }),
        ...(others > 0 ? [speech.say("roll-others", { count: others })] : []),
      ],
      "\n",
    ),
    buttons: rows(
      button(speech.say("button-roll-go"), press("rollGo", { mission: mission.handle, of: ref })),
      button(speech.say("button-roll-back"), press("rollNew", { mission: mission.handle })),
    ),
  };
}

/** Is it really over? */
export function askClose(reading: Reading, state: RollState): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, roll: rollRef(mission, state.roll) };
  const missing = state.standings.filter(isMissing).length;
  return {
    text: FormattedString.join(
      [
        FormattedString.b(rollHeadline(reading, state)),
        speech.say(missing === 0 ? "roll-close-complete" : "roll-close-missing", { count: missing }),
      ],
      "\n",
    ),
    buttons: rows(
      button(speech.say("button-roll-close-yes"), press("rollCloseYes", where)),
      button(speech.say("button-roll-back"), press("roll", { ...where, from: 0 })),
    ),
  };
}

/** To all of them, or to those who are missing? */
export function askWhomToWrite(
  reading: Reading,
  state: RollState,
  { all, missing }: { all: number; missing: number },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, roll: rollRef(mission, state.roll) };
  const to = (whom: "all" | "missing", count: number) =>
    count === 0
      ? undefined
      : button(speech.say(`roll-write-${whom}`, { count }), press("rollWriteTo", { ...where, whom }));
  return {
    text: plain(speech.say(all === 0 ? "roll-write-nobody" : "roll-write-whom")),
    buttons: rows(
      to("all", all),
      to("missing", missing),
      button(speech.say("button-roll-back"), press("roll", { ...where, from: 0 })),
    ),
  };
}

/** Write; the way back leads to whom it is for. */
export function askWordsFor({ mission, speech }: Reading, { roll }: RollState): BotMessage {
  const back = press("rollWrite", { mission: mission.handle, roll: rollRef(mission, roll) });
  return {
    text: plain(speech.say("roll-write-now")),
    buttons: rows(button(speech.say("button-roll-back"), back)),
  };
}

/** What was written, to be confirmed. */
export function askSendWords(
  reading: Reading,
  state: RollState,
  { draft, text, count }: { draft: string; text: string; count: number },
): BotMessage {
  const { mission, speech } = reading;
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("roll-write-sure", { what: rollTitle(reading, state.roll), count })),
        FormattedString.blockquote(clip(text, WORDS)),
      ],
      "\n",
    ),
    buttons: rows(
      button(
        speech.say("button-roll-send", { count }),
        press("rollSend", { mission: mission.handle, draft }),
      ),
      button(
        speech.say("button-roll-back"),
        press("roll", { mission: mission.handle, roll: rollRef(mission, state.roll), from: 0 }),
      ),
    ),
  };
}

/** For organisers: who will not come to an event, and who has been seen there. */
export function eventPresence(
  reading: Reading,
  timed: TimedEvent,
  {
    states,
    away,
  }: { states: readonly RollState[]; away: readonly { readonly seat: Seat; readonly reason?: string }[] },
): BotMessage {
  const { mission, speech } = reading;
  const day = dayAndMonth(timed.day, speech.language);
  const lines = away.map(({ seat, reason }) => {
    const why = reason === undefined ? [] : [clip(reason, REASON)];
    return [clip(whoIs(seat, speech), WHO), ...why].join(": ");
  });
  return {
    text: FormattedString.join(
      [
        FormattedString.b(clip(speech.text(timed.event.title), TITLE)),
        `${day}, ${clock(timed.start, timed.zone)}`,
        "",
        ...(states.length === 0
          ? [speech.say("presence-none")]
          : states.map((state) => `${signOf(state)} ${rollHeadline(reading, state)}`)),
        "",
        speech.say("roll-excused", { count: away.length }),
        ...someOf(lines, speech),
      ],
      "\n",
    ),
    buttons: rows(
      ...states.map((state) =>
        button(
          rollLabel(reading, state),
          press("roll", { mission: mission.handle, roll: rollRef(mission, state.roll), from: 0 }),
        ),
      ),
      button(
        speech.say("button-roll-back"),
        press("event", { mission: mission.handle, event: handleOf(mission, timed.event.id) }),
      ),
    ),
  };
}
