/** The questions before something about a seat is changed that cannot be taken back with the same button. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Seat } from "../domain/mission.ts";
import { isOrganiser, type Participant, type Place } from "../domain/seats.ts";
import { press, tagOf } from "./callback.ts";
import { type BotMessage, button, plain } from "./message.ts";
import { whoIs } from "./names.ts";
import { askSeat, askSure } from "./people.ts";
import type { Reading } from "./reading.ts";

/** Is the role really to change? It is another question about one's own. */
export function askRole(reading: Reading, { seat, participant }: Place): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, seat: seat.id };
  const who = FormattedString.b(whoIs(seat, speech));
  const own = participant !== undefined && seat.id === reading.seat.id;
  const key = isOrganiser(seat) ? (own ? "role-sure-own" : "role-sure-delegate") : "role-sure-organiser";
  const role = isOrganiser(seat) ? "delegate" : "organiser";
  return askSure(
    speech.rich(key, { who }),
    { label: speech.say("button-role-yes"), data: press("setRole", { ...where, role }) },
    { label: speech.say("button-no"), data: press("seat", where) },
  );
}

/** Is this person really to leave the seat? */
export function askLeave(
  reading: Reading,
  seat: Seat,
  person: Participant,
  how: "replace" | "free",
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  return askSure(
    speech.rich(how === "replace" ? "replace-sure" : "free-sure", {
      who: FormattedString.b(whoIs(seat, speech)),
    }),
    {
      label: speech.say(how === "replace" ? "button-replace-yes" : "button-free-yes"),
      data: press("seatLeaveYes", { ...where, who: sittingTag(person), how }),
      style: "danger",
    },
    { label: speech.say("button-no"), data: press("seat", { ...where, seat: seat.id }) },
  );
}

/** To which of the free seats is this person to move? */
export function askMoveWhere(
  reading: Reading,
  seat: Seat,
  { seats, from }: { seats: readonly Seat[]; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, seat: seat.id };
  const who = FormattedString.b(whoIs(seat, speech));
  const question = seats.length === 0 ? plain(speech.say("move-none")) : speech.rich("move-where", { who });
  return askSeat(
    reading,
    question,
    { seats, from },
    {
      to: ({ id }) => press("seatMoveTo", { ...where, to: tagOf(`seat/${id}`) }),
      page: (start) => press("seatMove", { ...where, from: start }),
      more: [backToSeat(reading, seat)],
    },
  );
}

/** Is this person really to move? */
export function askMove(reading: Reading, seat: Seat, person: Participant, to: Seat): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const from = FormattedString.b(whoIs(seat, speech));
  const lines = [
    speech.rich("move-sure", { from, to: FormattedString.b(whoIs(to, speech)) }),
    ...(isOrganiser(seat) === isOrganiser(to)
      ? []
      : [plain(speech.say(isOrganiser(to) ? "move-to-organiser" : "move-to-delegate"))]),
  ];
  return askSure(
    FormattedString.join(lines, "\n\n"),
    {
      label: speech.say("button-move-yes"),
      data: press("seatMoveYes", { ...where, who: sittingTag(person), to: tagOf(`seat/${to.id}`) }),
    },
    { label: speech.say("button-no"), data: press("seat", { ...where, seat: seat.id }) },
  );
}

/** Whose aide is this? */
export function askPrincipal(
  reading: Reading,
  seat: Seat,
  { seats, from }: { seats: readonly Seat[]; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, seat: seat.id };
  const none = press("setAide", { ...where, of: NOBODY });
  return askSeat(
    reading,
    FormattedString.join([FormattedString.b(whoIs(seat, speech)), speech.say("aide-question")], "\n"),
    { seats, from },
    {
      to: ({ id }) => press("setAide", { ...where, of: tagOf(`seat/${id}`) }),
      page: (start) => press("seatAide", { ...where, from: start }),
      more: [
        ...(seat.aideOf === undefined ? [] : [button(speech.say("aide-none"), none)]),
        backToSeat(reading, seat),
      ],
    },
  );
}

/** Nobody's aide, in a button; a tag has no such character. */
export const NOBODY = "*";

/** One person in one seat, by one joining: an old button must not hit whoever came after. */
export function sittingTag({ seat, user, joinedAt }: Participant): string {
  return tagOf(`${seat}/${user}/${joinedAt}`);
}

export function backToSeat({ mission, speech }: Reading, { id }: Seat): InlineKeyboardButton {
  return button(speech.say("button-seat"), press("seat", { mission: mission.handle, seat: id }));
}
