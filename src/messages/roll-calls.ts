/** Roll calls: what everybody called gets, and the card on which an escort sees who is there. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type Closing, isMissing, type RollCall, type Standing } from "../domain/roll-calls.ts";
import type { MissionInForce, TimedEvent } from "../domain/timetable.ts";
import { press, tagOf } from "./callback.ts";
import { gatheringLine } from "./event-lines.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import { handleOf, type Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { teamTitle } from "./teams.ts";
import { clock, dayAndClock } from "./times.ts";

/** Few enough that what leads on from the card is still on the screen. */
export const STANDINGS_ON_A_PAGE = 10;
const NAMED = 15;
const WHO = 100;
const REASON = 80;
/** Characters for a list of names; a card has two. */
const ROOM = 1500;
const TITLE = 150;
const SHORT_TITLE = 28;

/** A roll call as it stands. */
export interface RollState {
  readonly roll: RollCall;
  readonly standings: readonly Standing[];
  /** The event it counts for. */
  readonly timed?: TimedEvent;
  readonly closing?: Closing;
}

/** A roll call as a button names it: `g12~tag` of a bus or a group at a gathering, or its own id. */
export function rollRef(mission: MissionInForce, { id, of, event }: RollCall): string {
  if (!id.startsWith("g.")) return id;
  return `g${handleOf(mission, event ?? "")}~${tagOf(of)}`;
}

/** «Автобус № 2», «Вся делегация», the title of an event. */
export function rollTitle({ mission, speech }: Reading, { of }: RollCall): string {
  const { mission: file, events } = mission.programme;
  if (of === "all") return speech.say("roll-all");
  if (!of.startsWith("event/")) return teamTitle(file, speech, toTeam(of));
  const event = events.find((timed) => `event/${timed.event.id}` === of)?.event;
  return event === undefined ? speech.say("roll-event-gone") : clip(speech.text(event.title), TITLE);
}

function toTeam(of: RollCall["of"]): `group/${string}` | `vehicle/${string}` {
  return of.startsWith("group/") ? `group/${of.slice(6)}` : `vehicle/${of.slice(8)}`;
}

/** «Автобус № 2: 23 из 25» */
export function rollHeadline(reading: Reading, { roll, standings }: RollState): string {
  return reading.speech.say("roll-headline", {
    what: rollTitle(reading, roll),
    here: standings.filter(({ state }) => state === "present").length,
    all: standings.length,
  });
}

/** The same on a button, where the count must be seen however long the title is. */
export function rollLabel(reading: Reading, { roll, standings }: RollState): string {
  return reading.speech.say("roll-headline", {
    what: clip(rollTitle(reading, roll), SHORT_TITLE),
    here: standings.filter(({ state }) => state === "present").length,
    all: standings.length,
  });
}

/** The escort's card: how many are there, the missing first, a tick for whoever does not tap. */
export function rollCard(reading: Reading, state: RollState, from = 0): BotMessage {
  const { mission, speech } = reading;
  const { roll, standings, closing } = state;
  const where = { mission: mission.handle, roll: rollRef(mission, roll) };
  const start = Math.min(from, Math.max(0, standings.length - 1));
  const page = Math.floor(start / STANDINGS_ON_A_PAGE) * STANDINGS_ON_A_PAGE;
  const missing = standings.filter(isMissing);
  const excused = standings.filter(({ state: how }) => how === "excused");
  const blocks = [
    FormattedString.join(
      [FormattedString.b(`📋 ${rollHeadline(reading, state)}`), ...aboutLines(reading, state)],
      "\n",
    ),
    ...list(reading, missingWords(reading, state), missing),
    ...list(reading, speech.say("roll-excused", { count: excused.length }), excused),
    ...(missing.length === 0 && standings.length > 0 ? [plain(speech.say("roll-complete"))] : []),
    ...(closing === undefined ? [plain(speech.say("roll-how"))] : []),
  ];
  const ticks = standings.slice(page, page + STANDINGS_ON_A_PAGE).map(({ seat, state: how }) => {
    const sign = how === "present" ? "✅" : how === "excused" ? "🚫" : "▫️";
    const to = { ...where, seat: tagOf(seat.id), on: how === "present" ? 0 : 1, from: page };
    return button(`${sign} ${whoIs(seat, speech)}`, press("rollTick", to));
  });
  return {
    text: FormattedString.join(blocks, "\n\n"),
    buttons: rows(
      ...(closing === undefined ? ticks : []),
      closing === undefined
        ? pager({ from: page, size: STANDINGS_ON_A_PAGE, total: standings.length }, (next) =>
            press("roll", { ...where, from: next }),
          )
        : undefined,
      ...(closing === undefined
        ? [
            button(speech.say("button-roll-write"), press("rollWrite", where)),
            button(speech.say("button-roll-close"), press("rollClose", where)),
          ]
        : [button(speech.say("button-roll-reopen"), press("rollReopen", where))]),
    ),
  };
}

/** Nobody has seen them yet; or, once it is closed, they were absent. */
function missingWords({ speech }: Reading, { standings, closing }: RollState): string {
  const count = standings.filter(isMissing).length;
  return closing === undefined ? speech.say("roll-missing", { count }) : speech.say("roll-absent", { count });
}

/** What it is about, and that it is closed. */
function aboutLines(reading: Reading, { roll, timed, closing }: RollState): (FormattedString | string)[] {
  const { mission, speech } = reading;
  const zone = timed?.zone ?? mission.programme.mission.timezone;
  const title = timed === undefined ? [] : [clip(speech.text(timed.event.title), TITLE)];
  const when =
    timed?.event.gathering === undefined || !roll.id.startsWith("g.")
      ? [speech.say("roll-begun", { time: dayAndClock(roll.at, zone, speech.language) })]
      : [gatheringLine(timed, speech)];
  const ended = closing === undefined ? [] : [speech.say("roll-closed", { time: clock(closing.at, zone) })];
  return [...(roll.of.startsWith("event/") ? [] : title), ...when, ...ended];
}

/** A heading, and the first of these by name and telephone. */
function list(reading: Reading, heading: string, standings: readonly Standing[]): FormattedString[] {
  if (standings.length === 0) return [];
  const lines = standings.map((standing) => missingLine(reading, standing));
  return [FormattedString.join([FormattedString.b(heading), ...someOf(lines, reading.speech)], "\n")];
}

/** As many lines as there is room for beside what else a card says, and how many there are besides. */
export function someOf(lines: readonly string[], speech: Speech): string[] {
  const shown: string[] = [];
  let room = ROOM;
  for (const line of lines.slice(0, NAMED)) {
    room -= line.length;
    if (room < 0) break;
    shown.push(`• ${line}`);
  }
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, speech.say("attention-more", { count: rest })] : shown;
}

function missingLine({ speech }: Reading, { seat, participant, reason }: Standing): string {
  const joined = participant === undefined ? speech.say("roll-out") : undefined;
  const who = clip(whoIs(seat, speech), WHO);
  const line = speech.list([who, seat.phone, joined].filter((part) => part !== undefined));
  return reason === undefined ? line : `${line} (${clip(reason, REASON)})`;
}

/** For the organisers: a roll call has ended and somebody is missing. */
export function rollMissing(reading: Reading, state: RollState): BotMessage {
  const { speech } = reading;
  const missing = state.standings.filter(isMissing);
  const { timed } = state;
  const title =
    timed === undefined || state.roll.of.startsWith("event/")
      ? []
      : [clip(speech.text(timed.event.title), TITLE)];
  return {
    text: FormattedString.join(
      [
        FormattedString.join(
          [FormattedString.b(speech.say("alert-roll", { what: rollHeadline(reading, state) })), ...title],
          "\n",
        ),
        ...list(reading, missingWords(reading, state), missing),
      ],
      "\n\n",
    ),
  };
}
