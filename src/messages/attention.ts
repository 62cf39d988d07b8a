/** What requires the organisers' attention: the one card of alerts, and the same at the desk. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Away } from "../domain/absences.ts";
import type { Seat } from "../domain/mission.ts";
import { askedAt, type Question } from "../domain/questions.ts";
import { reasonLine } from "./absences.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { shortNameIn } from "./names.ts";
import { pressListButton } from "./note-lists.ts";
import { numberOf, snippet } from "./questions.ts";
import type { Reading } from "./reading.ts";
import { dayAndClock } from "./times.ts";

/** So many of each sort are named; the rest are counted. */
export const NAMED = 5;
const WHO = 70;
const ABSENCE = 160;

export interface Attention {
  /** How many ask to be let in. */
  readonly requests?: number;
  /** How many questions wait for an answer, and those that wait longest. */
  readonly waiting: number;
  readonly questions: readonly Question[];
  /** How many notes proposed for the press wait to be released or declined. */
  readonly proposed?: number;
  /** Seats of people whom messages do not reach. */
  readonly unreachable: readonly Seat[];
  /** Messages Telegram refused in the last day, by the seat they were for. */
  readonly failed: ReadonlyMap<string, number>;
  /** Who will not come to what is not over yet. */
  readonly absences?: readonly Away[];
  readonly seats: ReadonlyMap<string, Seat>;
}

/** The card in the organisers' chat: one message, edited as things change. */
export function attentionCard(reading: Reading, attention: Attention): BotMessage {
  const { mission, speech } = reading;
  const title = speech.text(mission.programme.mission.title);
  const sections = sectionsOf(reading, attention);
  return {
    text: FormattedString.join(
      [
        FormattedString.join([FormattedString.b(speech.say("attention-heading")), title], "\n"),
        ...(sections.length > 0 ? sections : [plain(speech.say("attention-none"))]),
      ],
      "\n\n",
    ),
  };
}

/** «Что требует внимания» at the desk. */
export function attentionView(reading: Reading, attention: Attention): BotMessage {
  const { mission, speech } = reading;
  return {
    ...attentionCard(reading, attention),
    buttons: rows(
      (attention.requests ?? 0) === 0
        ? undefined
        : button(
            speech.say("people-requests", { count: attention.requests ?? 0 }),
            press("requests", { mission: mission.handle, from: 0 }),
          ),
      attention.waiting === 0
        ? undefined
        : button(
            speech.say("desk-questions"),
            press("questions", { mission: mission.handle, which: "open", from: 0 }),
          ),
      (attention.proposed ?? 0) === 0 ? undefined : pressListButton(reading),
      attention.failed.size === 0
        ? undefined
        : button(speech.say("desk-outcomes"), press("outcomes", { mission: mission.handle, from: 0 })),
      backToDesk(reading),
    ),
  };
}

function sectionsOf(reading: Reading, attention: Attention): FormattedString[] {
  const { mission, speech } = reading;
  const { requests = 0, waiting, questions, proposed = 0 } = attention;
  const { unreachable, failed, absences = [], seats } = attention;
  const zone = mission.programme.mission.timezone;
  const nameOf = (id: string) => clip(shortNameIn(seats, id, speech), WHO);
  const asked = questions.map(
    (question) =>
      `${numberOf(question, speech)} · ${dayAndClock(askedAt(question), zone, speech.language)}\n${nameOf(question.seat)}: ${snippet(question, speech)}`,
  );
  const away = unreachable.map((seat) => [nameOf(seat.id), seat.phone].filter((part) => part).join(", "));
  const missing = absences.map(({ seat, timed, absence }) => {
    const when = `${dayAndClock(timed.start, timed.zone, speech.language)}: ${speech.text(timed.event.title)}`;
    const reason = absence.reason === undefined ? "" : `. ${reasonLine(absence.reason, speech)}`;
    return `${nameOf(seat.id)}\n${clip(`${when}${reason}`, ABSENCE)}`;
  });
  const refused = [...failed].map(([seat, count]) => `${nameOf(seat)}: ${count}`);
  const refusals = [...failed.values()].reduce((sum, count) => sum + count, 0);
  return [
    ...(requests > 0 ? [plain(speech.say("attention-requests", { count: requests }))] : []),
    ...section(reading, speech.say("attention-questions", { count: waiting }), asked, waiting),
    ...(proposed > 0 ? [plain(speech.say("proposed-press", { count: proposed }))] : []),
    ...section(reading, speech.say("attention-unreachable", { count: unreachable.length }), away),
    ...section(reading, speech.say("attention-absences", { count: absences.length }), missing),
    ...section(reading, speech.say("attention-failed", { count: refusals }), refused),
  ];
}

/** A heading with the first few of so many lines; nothing where there are none. */
function section(
  { speech }: Reading,
  heading: string,
  lines: readonly string[],
  total = lines.length,
): FormattedString[] {
  const named = lines.slice(0, NAMED).map((line) => `• ${line}`);
  if (named.length === 0) return [];
  const rest = total - named.length;
  const more = rest > 0 ? [speech.say("attention-more", { count: rest })] : [];
  return [FormattedString.join([FormattedString.b(heading), ...named, ...more], "\n")];
}

/** The card of a chat that is not the organisers' any more. */
export function attentionEnded({ speech }: Reading): BotMessage {
  return { text: plain(speech.say("attention-ended")) };
}
