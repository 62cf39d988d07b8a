/** Questions to the organisers: asking, what organisers read of one, the answer. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Mission, Seat } from "../domain/mission.ts";
import type { NoteItem } from "../domain/notes.ts";
import { answersTo, beyondWords, type Piece, type Question } from "../domain/questions.ts";
import { bySeat, isOrganiser } from "../domain/seats.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { shortNameIn, whoIs } from "./names.ts";
import { itemLine } from "./notes.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { dayAndClock } from "./times.ts";

/** So much of somebody's words leaves room for who they are; what is longer follows whole in messages of its own. */
export const BODY = 2800;
const QUOTED = 300;
export const SNIPPET = 80;
const WHO = 400;
/** Telegram says no limit for the words under a pin; longer ones are cut on a phone. */
const PIN_WORDS = 120;

/** What goes beside the words of a piece: what is not words, or all of it where the words do not fit. */
export function besidesWords(items: readonly NoteItem[]): NoteItem[] {
  const length = items.reduce((sum, { text = "" }) => sum + text.length + 60, 0);
  return length > BODY ? [...items] : beyondWords(items);
}

/** A question as organisers get it, and as it stands since: who asks, from which group, when, what. */
export function questionMessage(
  reading: Reading,
  {
    question,
    index,
    piece,
    asker,
    seats,
    inGroup,
  }: {
    question: Question;
    index: number;
    piece: Piece;
    asker: Seat;
    /** Those who have answered or closed it. */
    seats: readonly Seat[];
    inGroup: boolean;
  },
): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, question: question.id };
  const family = index === 0 ? question.about : "more";
  const status = statusOf(reading, question, index, seats);
  const belongs = belongsTo(asker, mission.programme.mission, speech);
  const head = FormattedString.join(
    [
      FormattedString.b(speech.say(`question-${family}`, { number: question.id })),
      plain(clip(whoIs(asker, speech), WHO)),
      ...(belongs === "" ? [] : [plain(clip(belongs, WHO))]),
      ...(asker.phone === undefined ? [] : [plain(`☎️ ${asker.phone}`)]),
      plain(`🕐 ${stamp(reading, piece.at)}`),
    ],
    "\n",
  );
  const hint = inGroup ? [plain(speech.say("question-hint"))] : [];
  return {
    text: FormattedString.join(
      [head, plain(clip(wordsOf(piece.items, speech), BODY)), ...(status ?? hint)],
      "\n\n",
    ),
    buttons: rows(
      inGroup || question.former
        ? undefined
        : button(speech.say("button-answer"), press("questionReply", which)),
      status === undefined && isOrganiser(reading.seat)
        ? button(speech.say("button-close"), press("questionClose", { ...which, on: "copy" }))
        : undefined,
    ),
  };
}

/** What has become of a piece: who answered and when, or who closed the question. */
export function statusOf(
  reading: Reading,
  question: Question,
  index: number,
  seats: readonly Seat[],
): FormattedString[] | undefined {
  const { speech } = reading;
  const byId = bySeat(seats);
  const nameOf = (id: string) => shortNameIn(byId, id, speech);
  const answers = answersTo(question, index);
  const last = answers.at(-1);
  const left = question.former ? [plain(speech.say("question-asker-left"))] : [];
  if (last !== undefined) {
    const who = speech.list([...new Set(answers.map(({ by }) => nameOf(by)))]);
    return [plain(speech.say("question-answered", { who, when: stamp(reading, last.at) })), ...left];
  }
  const { closed } = question;
  if (closed === undefined) return undefined;
  const when = stamp(reading, closed.at);
  return [plain(speech.say("question-closed", { who: nameOf(closed.by), when })), ...left];
}

/** The groups and the vehicle of the asker, as the mission calls them. */
function belongsTo({ groups = [], vehicle }: Seat, mission: Mission, speech: Speech): string {
  const titles = (mission.groups ?? []).filter(({ id }) => groups.includes(id)).map(({ title }) => title);
  const buses = (mission.vehicles ?? []).filter(({ id }) => id === vehicle).map(({ name }) => name);
  return [...titles, ...buses].map((text) => speech.text(text)).join(" · ");
}

/** What stands under a pin of somebody who needs help. */
export function pinWords({ speech }: Reading, asker: Seat) {
  const contact = [asker.name, asker.phone].filter((part) => part !== undefined).join(", ");
  return {
    title: clip(speech.text(asker.position), PIN_WORDS),
    address: clip(contact || speech.say("pin-help"), PIN_WORDS),
  };
}

/** «Ответ организаторов», with what was asked. */
export function answerMessage(
  reading: Reading,
  { question, index, piece }: { question: Question; index: number; piece: Piece },
): BotMessage {
  const { mission, speech } = reading;
  const asked = question.pieces.findLast(({ of }, place) => of === "asker" && place < index);
  const quoted = clip(wordsOf(asked?.items ?? [], speech), QUOTED);
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say(`answer-${question.about}`)),
        ...(quoted === "" ? [] : [FormattedString.blockquote(quoted)]),
        clip(wordsOf(piece.items, speech), BODY),
      ],
      "\n",
    ),
    buttons: rows(
      button(
        speech.say("button-write-more"),
        press("questionReply", { mission: mission.handle, question: question.id }),
      ),
    ),
  };
}

/** For whoever answered: the asker cannot be reached. */
export function undeliveredMessage({ speech }: Reading, question: Question, asker: Seat): BotMessage {
  const who = [asker.name, speech.text(asker.position), asker.phone]
    .filter((part) => part !== undefined)
    .join(", ");
  return {
    text: speech.rich("answer-undelivered", { number: question.id, who: FormattedString.b(who) }),
  };
}

/** `/ask`: write; what was written before and not sent is still there. */
export function askOpened({ mission, speech }: Reading, draft: string, count: number): BotMessage {
  if (count === 0) {
    return {
      text: plain(speech.say("ask-write")),
      buttons: rows(
        button(speech.say("button-ask-drop"), press("askDrop", { mission: mission.handle, draft })),
      ),
    };
  }
  return {
    text: plain(speech.say("ask-unsent", { count })),
    buttons: draftButtons(speech, mission.handle, draft),
  };
}

/** What is to be written to a question: by its asker, or by whoever answers. */
export function askReply(reading: Reading, { id }: Question, own: boolean): BotMessage {
  return {
    text: plain(reading.speech.say(own ? "reply-more" : "reply-write", { number: id })),
    buttons: rows(writeNothing(reading)),
  };
}

/** The way out of writing what would go to somebody. */
export function writeNothing(
  { mission, speech }: Reading,
  verb: "writeNothing" | "remarkNothing" = "writeNothing",
): InlineKeyboardButton {
  return button(speech.say("button-ask-drop"), press(verb, { mission: mission.handle }));
}

/** Said only after Redis has the message on disk. */
export function askKept({ mission, speech }: Reading, draft: string, count: number): BotMessage {
  return {
    text: plain(speech.say("ask-kept", { count })),
    buttons: draftButtons(speech, mission.handle, draft),
  };
}

function draftButtons(speech: Speech, mission: number, draft: string) {
  return rows(
    button(speech.say("button-ask-send"), press("askSend", { mission, draft })),
    button(speech.say("button-ask-drop"), press("askDrop", { mission, draft })),
  );
}

export function wordsOf(items: readonly NoteItem[], speech: Speech): string {
  return items.map((item) => itemLine(item, speech)).join("\n");
}

/** `№ 3` */
export function numberOf({ id }: Pick<Question, "id">, speech: Speech): string {
  return speech.say("question-short", { number: id });
}

export function snippet({ pieces }: Pick<Question, "pieces">, speech: Speech): string {
  return clip(wordsOf(pieces[0]?.items ?? [], speech).replaceAll("\n", " "), SNIPPET);
}

export function stamp({ mission, speech }: Reading, at: number): string {
  return dayAndClock(at, mission.programme.mission.timezone, speech.language);
}
