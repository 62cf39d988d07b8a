/** What is asked to set an agreement right: by when, who does it, in what words. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { dayFrom } from "../domain/agreement-reminders.ts";
import { type Agreement, ownerSeat } from "../domain/agreements.ts";
import type { Seat } from "../domain/mission.ts";
import { dateWords, oneLine, todayOf } from "./agreements.ts";
import { press, tagOf } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Reading } from "./reading.ts";

const OWNERS_ON_A_PAGE = 10;
const WHAT = 160;

/** By when? Buttons for what is usual, or a date in words. */
export function askDeadline(reading: Reading, one: Agreement): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, one: one.id };
  const today = todayOf(reading);
  // What is not over yet is put off from its own day.
  const from = one.deadline !== undefined && one.deadline > today ? one.deadline : today;
  const [week, month] = [dayFrom(from, 7), monthLater(from)];
  const on = (key: "button-plus-week" | "button-plus-month", date: string) =>
    button(
      key === "button-plus-week"
        ? speech.say("button-plus-week", { date: dateWords(reading, date) })
        : speech.say("button-plus-month", { date: dateWords(reading, date) }),
      press("agreementDo", { ...which, what: date }),
    );
  return {
    text: FormattedString.join(
      [FormattedString.b(clip(oneLine(one.what), WHAT)), speech.say("agreement-ask-deadline")],
      "\n",
    ),
    buttons: rows(
      on("button-plus-week", week),
      on("button-plus-month", month),
      button(speech.say("button-no-deadline"), press("agreementDo", { ...which, what: "never" })),
      button(speech.say("button-agreement-back"), press("agreement", which)),
    ),
  };
}

/** The same day of the next month, or its last. */
function monthLater(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Who is to do it: somebody of the delegation, or the hosts in words. */
export function askOwner(
  reading: Reading,
  one: Agreement,
  { seats, from }: { seats: readonly Seat[]; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, one: one.id };
  const own = ownerSeat(one);
  return {
    text: FormattedString.join(
      [FormattedString.b(clip(oneLine(one.what), WHAT)), speech.say(`agreement-ask-owner-${one.sort}`)],
      "\n",
    ),
    buttons: rows(
      ...seats
        .slice(from, from + OWNERS_ON_A_PAGE)
        .map(
          (seat): InlineKeyboardButton =>
            button(
              `${seat.id === own ? "✓ " : ""}${whoIs(seat, speech)}`,
              press("agreementOwner", { ...which, seat: tagOf(seat.id) }),
            ),
        ),
      pager({ from, size: OWNERS_ON_A_PAGE, total: seats.length }, (start) =>
        press("agreementOwners", { ...which, from: start }),
      ),
      button(speech.say("button-agreement-back"), press("agreement", which)),
    ),
  };
}

/** What it says, or to whom it is promised, in other words. */
export function askWords(reading: Reading, one: Agreement, field: "what" | "to"): BotMessage {
  const { mission, speech } = reading;
  const question = field === "what" ? speech.say("agreement-ask-what") : speech.say("agreement-ask-to");
  return {
    text: FormattedString.join(
      [FormattedString.b(clip(oneLine(field === "what" ? one.what : (one.to ?? one.what)), 300)), question],
      "\n",
    ),
    buttons: rows(
      button(
        speech.say("button-agreement-back"),
        press("agreement", { mission: mission.handle, one: one.id }),
      ),
    ),
  };
}

/** What has been agreed or assigned. */
export function askNewAgreement({ mission, speech }: Reading, sort: Agreement["sort"]): BotMessage {
  return {
    text: plain(speech.say(`agreement-ask-new-${sort}`)),
    buttons: rows(
      button(
        speech.say("button-agreements"),
        press("agreements", { mission: mission.handle, which: "mine", from: 0 }),
      ),
    ),
  };
}
