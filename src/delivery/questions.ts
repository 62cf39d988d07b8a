/** Questions on their way: to the organisers, back to the asker, and marked when somebody has answered. */
import type { NoteItem } from "../domain/notes.ts";
import { aboutPiece, isAsker, lastAsked, mayAnswer, type Piece, type Question } from "../domain/questions.ts";
import {
  answerMessage,
  besidesWords,
  pinWords,
  questionMessage,
  undeliveredMessage,
} from "../messages/questions.ts";
import { editSent } from "./editing.ts";
import { postItem } from "./items.ts";
import { deliver, type Parcel, type Recipient, type SentMessage, written } from "./parcel.ts";
import { jobOf } from "./queue.ts";
import { attempt, howToSend } from "./telegram.ts";

/** A piece of a question, by what a job says of it: `3.1` is the first piece of question 3. */
interface Said {
  readonly question: Question;
  readonly index: number;
  readonly piece: Piece;
}

/** Brings what somebody asks to an organiser, to their chat, or to an escort. */
export async function settleQuestion(recipient: Recipient, about: string): Promise<void> {
  const { parts, mission, reading } = recipient;
  const said = await find(recipient, about);
  const asker = said && (await parts.store.people.seat(mission.programme.mission.id, said.question.seat));
  if (said === undefined || asker === undefined) return;
  if (isAsker(said.question, recipient.seat.id)) return;
  if (!mayAnswer(recipient.seat, said.question, asker, mission.programme.mission)) return;
  const message = questionMessage(reading, {
    ...said,
    asker,
    ...(await answerers(recipient, said.question)),
  });
  const head = await bring(recipient, `question/${about}`, written(message));
  if (head === undefined) return;
  for (const item of besidesWords(said.piece.items)) {
    await bringItem(recipient, `question/${about}`, item, head, pinWords(reading, asker));
  }
}

/** Brings an answer to the asker; or tells whoever answered that it could not be brought. */
export async function settleAnswer(recipient: Recipient, about: string): Promise<void> {
  const { parts, mission, reading, seat } = recipient;
  const { id } = mission.programme.mission;
  const said = await find(recipient, about);
  if (said === undefined) return;
  const { question, piece } = said;
  if (!isAsker(question, seat.id)) {
    const asker = await parts.store.people.seat(id, question.seat);
    if (asker === undefined || seat.id !== piece.by) return;
    const message = undeliveredMessage(reading, question, asker);
    await bring(recipient, `undelivered/${about}`, written(message));
    return;
  }
  const head = await bring(recipient, `answer/${about}`, written(answerMessage(reading, said)));
  if (head === undefined) {
    const { name, data, opts } = jobOf(
      "answer",
      { mission: id, seat: piece.by, about },
      `undelivered.${about}`,
    );
    await parts.queue.add(name, data, opts);
    return;
  }
  for (const item of besidesWords(piece.items)) await bringItem(recipient, `answer/${about}`, item, head);
}

/** Shows on a copy of a question what has become of it since. */
export async function settleMark(recipient: Recipient, about: string): Promise<void> {
  const { parts, mission, reading, seat } = recipient;
  const { id } = mission.programme.mission;
  const question = await parts.store.questions.find(id, Number(about));
  const asker = question && (await parts.store.people.seat(id, question.seat));
  if (question === undefined || asker === undefined) return;
  const [ledger, names] = await Promise.all([
    parts.store.ledger.of(id, seat.id),
    answerers(recipient, question),
  ]);
  for (const index of lastAsked(question)) {
    const copy = ledger.get(`question/${aboutPiece(question.id, index)}`);
    const piece = question.pieces[index];
    if (copy?.chat === undefined || copy.message === undefined || piece === undefined) continue;
    const message = questionMessage(reading, { question, index, piece, asker, ...names });
    await editSent(parts.api, { chat: copy.chat, message: copy.message }, message);
  }
}

async function find({ parts, mission }: Recipient, about: string): Promise<Said | undefined> {
  const [id, n] = about.split(".").map(Number);
  const question = await parts.store.questions.find(mission.programme.mission.id, id ?? 0);
  const index = (n ?? 0) - 1;
  const piece = question?.pieces[index];
  return question === undefined || piece === undefined ? undefined : { question, index, piece };
}

/** The seats of those who answered or closed a question, and whether it is read in a group. */
async function answerers({ parts, mission, group }: Recipient, { pieces, closed }: Question) {
  const { id } = mission.programme.mission;
  const by = pieces.filter(({ of }) => of === "organisers").map((piece) => piece.by);
  const ids = [...new Set([...by, ...(closed === undefined ? [] : [closed.by])])];
  const seats = await Promise.all(ids.map((seat) => parts.store.people.seat(id, seat)));
  return { seats: seats.filter((seat) => seat !== undefined), inGroup: group !== undefined };
}

/** Sends a message once; the answer is where it is, now or since an earlier try. */
async function bring(
  recipient: Recipient,
  identity: string,
  send: Parcel["send"],
  silent = false,
): Promise<SentMessage | undefined> {
  if (recipient.ended(identity)) {
    const { parts, mission, seat } = recipient;
    const entry = (await parts.store.ledger.of(mission.programme.mission.id, seat.id)).get(identity);
    return entry?.chat === undefined || entry.message === undefined
      ? undefined
      : { chat: entry.chat, message: entry.message };
  }
  const expiresAt = Number.POSITIVE_INFINITY;
  return deliver(recipient, { identities: [identity], send, silent, priority: "change", expiresAt });
}

/** Sends a photo, a voice message, a place … below the message it belongs to. */
function bringItem(
  recipient: Recipient,
  identity: string,
  item: NoteItem,
  head: SentMessage,
  pin?: Parameters<typeof postItem>[4],
): Promise<SentMessage | undefined> {
  return bring(
    recipient,
    `${identity}/${item.key}`,
    (api, chat, how) =>
      attempt(chat, async (where) => {
        const options = howToSend({ ...how, replyTo: head.chat === where ? head.message : undefined });
        return (await postItem(api, where, item, options, pin)) ?? { message_id: head.message };
      }),
    true,
  );
}
