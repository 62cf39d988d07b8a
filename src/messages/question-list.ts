/** Questions at the desk: the list, and one exchange from its beginning. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import { askedAt, beyondWords, type Question } from "../domain/questions.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { shortNameIn } from "./names.ts";
import { BODY, numberOf, SNIPPET, snippet, stamp, statusOf, wordsOf } from "./questions.ts";
import type { Reading } from "./reading.ts";

export const QUESTIONS_ON_A_PAGE = 6;
/** Of a long exchange the last is what matters. */
const PIECES = 12;

/** «Вопросы» at the desk: those without an answer, or all. */
export function questionsPage(
  reading: Reading,
  {
    questions,
    total,
    from,
    which,
    askers,
  }: {
    questions: readonly Question[];
    total: number;
    from: number;
    which: "open" | "all";
    askers: ReadonlyMap<string, Seat>;
  },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const lines = questions.map((question) => {
    const who = clip(shortNameIn(askers, question.seat, speech), SNIPPET);
    return FormattedString.join(
      [
        FormattedString.join([
          `${signOf(question)} ${numberOf(question, speech)} · `,
          FormattedString.b(who),
        ]),
        `${stamp(reading, askedAt(question))} · ${snippet(question, speech)}`,
      ],
      "\n",
    );
  });
  const heading = which === "open" ? "questions-open" : "questions-all";
  const none = which === "open" ? "questions-none-open" : "questions-none";
  const other = which === "open" ? "all" : "open";
  return {
    text:
      total === 0
        ? plain(speech.say(none))
        : FormattedString.join([speech.say(heading, { total }), ...lines], "\n\n"),
    buttons: rows(
      ...questions.map((question) =>
        button(
          `${numberOf(question, speech)} · ${snippet(question, speech)}`,
          press("question", { ...where, question: question.id }),
        ),
      ),
      pager({ from, size: QUESTIONS_ON_A_PAGE, total }, (start) =>
        press("questions", { ...where, which, from: start }),
      ),
      button(
        speech.say(other === "all" ? "button-questions-all" : "button-questions-open"),
        press("questions", { ...where, which: other, from: 0 }),
      ),
      backToDesk(reading),
    ),
  };
}

/** One question, whole; what is not text is named, and sent on request. */
export function questionThread(
  reading: Reading,
  question: Question,
  seats: ReadonlyMap<string, Seat>,
): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, question: question.id };
  const shown = question.pieces.slice(-PIECES);
  const room = Math.floor(BODY / Math.max(1, shown.length));
  const said = shown.map(({ by, at, items }) => {
    const who = clip(shortNameIn(seats, by, speech), SNIPPET);
    const head = FormattedString.join([FormattedString.b(who), ` · ${stamp(reading, at)}`]);
    return FormattedString.join([head, clip(wordsOf(items, speech), room)], "\n");
  });
  const status =
    question.closed === undefined && !question.former
      ? []
      : (statusOf(reading, question, question.pieces.length, [...seats.values()]) ?? []);
  const heading = plain(`${signOf(question)} ${speech.say("question-number", { number: question.id })}`);
  const whole = question.pieces.reduce((sum, { items }) => sum + wordsOf(items, speech).length, 0);
  const more = whole > BODY || question.pieces.some(({ items }) => beyondWords(items).length > 0);
  return {
    text: FormattedString.join([heading, ...said, ...status], "\n\n"),
    buttons: rows(
      more ? button(speech.say("button-note-media"), press("questionMedia", which)) : undefined,
      question.former ? undefined : button(speech.say("button-answer"), press("questionReply", which)),
      question.open
        ? button(speech.say("button-close"), press("questionClose", { ...which, on: "desk" }))
        : undefined,
      button(
        speech.say("button-back"),
        press("questions", { mission: mission.handle, which: question.open ? "open" : "all", from: 0 }),
      ),
    ),
  };
}

/** ❓ waits for an answer, ✅ has one, ☑️ was closed without. */
function signOf({ open, closed }: Question): string {
  if (open) return "❓";
  return closed === undefined ? "✅" : "☑️";
}
