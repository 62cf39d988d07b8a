/** Agreements and assignments: the list, one of them, and what is asked to set it right. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import { dayFrom, zoneOfHome } from "../domain/agreement-reminders.ts";
import { type Agreement, type AgreementChange, isLive, isOverdue, ownerSeat } from "../domain/agreements.ts";
import type { Seat } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import { dateIn } from "../domain/timetable.ts";
import { eventTitle, type Seats } from "./acquaintances.ts";
import { press, tagOf } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { whoIs } from "./invitations.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { shortName } from "./questions.ts";
import { plain, type Reading } from "./schedule.ts";
import { dates, dayAndMonth } from "./times.ts";

export const AGREEMENTS_ON_A_PAGE = 8;
const OWNERS_ON_A_PAGE = 10;
const WHAT = 160;
const WHO = 80;
const CHANGES_SHOWN = 5;

export const agreementLists = ["mine", "all", "overdue"] as const;
export type AgreementList = (typeof agreementLists)[number];

/** What the reader is asked to type of one. */
export const agreementFields = ["what", "owner", "to", "deadline"] as const;
export type AgreementField = (typeof agreementFields)[number];

export interface AgreementPage {
  readonly which: AgreementList;
  readonly page: readonly Agreement[];
  readonly total: number;
  readonly from: number;
  readonly seats: Seats;
}

/** Today, where the mission's people are at home: deadlines are meant there. */
export function todayOf({ mission, now }: Pick<Reading, "mission" | "now">): string {
  return dateIn(zoneOfHome(mission.programme.mission), now);
}

/** «Договорённости и поручения» */
export function agreementsPage(reading: Reading, list: AgreementPage): BotMessage {
  const { mission, speech, seat } = reading;
  const { which, page, total, from, seats } = list;
  const where = { mission: mission.handle };
  const others = agreementLists.filter((one) => one !== which && (one !== "all" || isOrganiser(seat)));
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say(`agreements-${which}`, { total })),
        ...(total === 0
          ? [plain(speech.say("agreements-none"))]
          : page.map((one, index) => agreementLine(reading, one, { seats, number: from + index + 1 }))),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...page.map((one, index) =>
        button(`${from + index + 1}. ${one.what}`, press("agreement", { ...where, one: one.id })),
      ),
      pager({ from, size: AGREEMENTS_ON_A_PAGE, total }, (start) =>
        press("agreements", { ...where, which, from: start }),
      ),
      ...others.map((one) =>
        button(
          speech.say(`button-agreements-${one}`),
          press("agreements", { ...where, which: one, from: 0 }),
        ),
      ),
      button(speech.say("button-agreement-new"), press("agreementAdd", { ...where, sort: "agreement" })),
      button(speech.say("button-assignment-new"), press("agreementAdd", { ...where, sort: "assignment" })),
      isOrganiser(seat) ? backToDesk(reading) : undefined,
    ),
  };
}

/** `1. 🤝 Передать программу`, and below who and by when. */
function agreementLine(
  reading: Reading,
  one: Agreement,
  { seats, number }: { seats: Seats; number: number },
): FormattedString {
  const { speech } = reading;
  const what = `${number}. ${speech.say(`sign-${one.sort}`)} ${clip(oneLine(one.what), WHAT)}`;
  const state = isLive(one) ? deadlineWords(reading, one) : speech.say(`agreement-state-${one.state}`);
  return FormattedString.join([what, `${clip(ownerName(reading, one, seats), WHO)} · ${state}`], "\n");
}

/** `до 25 ноября`, with a sign where it is over; or that there is none. */
export function deadlineWords(reading: Reading, one: Agreement): string {
  const { speech } = reading;
  if (one.deadline === undefined) return speech.say("agreement-no-deadline");
  const date = dateWords(reading, one.deadline);
  return speech.say(isOverdue(one, todayOf(reading)) ? "agreement-overdue" : "agreement-until", { date });
}

/** A date, with its year where that is not this one. */
export function dateWords(reading: Reading, date: string): string {
  const { language } = reading.speech;
  return date.slice(0, 4) === todayOf(reading).slice(0, 4)
    ? dayAndMonth(date, language)
    : dates(date, date, language);
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

export function ownerName({ speech }: Pick<Reading, "speech">, { owner }: Agreement, seats: Seats): string {
  if ("words" in owner) return owner.words;
  const seat = seats.get(owner.seat);
  return seat === undefined ? owner.seat : shortName(seat, speech);
}

/** One of them: what, who, to whom, by when, how it stands, what has happened; and what can be done. */
export function agreementMessage(
  reading: Reading,
  one: Agreement,
  { seats, isNew = false, readsNote = false }: { seats: Seats; isNew?: boolean; readsNote?: boolean },
): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, one: one.id };
  const does = (what: string) =>
    button(speech.say(`button-agreement-${what}`), press("agreementDo", { ...which, what }));
  const asks = (field: AgreementField) =>
    button(speech.say(`button-agreement-${field}`), press("agreementAsk", { ...which, field }));
  const event = eventTitle(reading, one.event);
  const fact = (name: string, value: string | undefined) =>
    value === undefined ? [] : [plain(speech.say(`agreement-${name}`, { value: clip(value, 200) }))];
  return {
    text: FormattedString.join(
      [
        ...(isNew ? [plain(speech.say("agreement-made"))] : []),
        FormattedString.join([FormattedString.b(speech.say(`sort-${one.sort}`)), one.what], "\n"),
        FormattedString.join(
          [
            ...fact("owner", ownerName(reading, one, seats)),
            ...fact("to", one.to),
            ...fact("deadline", deadlineWords(reading, one)),
            ...fact("state", speech.say(`agreement-state-${one.state}`)),
            ...fact("event", event),
          ],
          "\n",
        ),
        FormattedString.join(
          one.history.slice(-CHANGES_SHOWN).map((change) => plain(changeLine(reading, change, seats))),
          "\n",
        ),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...(isLive(one)
        ? [does("done"), ...agreementFields.toReversed().map(asks), does("dropped")]
        : [does("reopened")]),
      one.note === undefined || !readsNote
        ? undefined
        : button(
            speech.say("button-agreement-note"),
            press("note", { mission: mission.handle, note: one.note }),
          ),
      button(
        speech.say("button-agreements"),
        press("agreements", { mission: mission.handle, which: "mine", from: 0 }),
      ),
    ),
  };
}

/** `18 ноября · срок перенесён на 25 ноября: Ответственный секретарь` */
function changeLine(reading: Reading, { at, by, did, deadline }: AgreementChange, seats: Seats): string {
  const { speech, mission } = reading;
  const seat = seats.get(by);
  const date = deadline === undefined ? speech.say("agreement-no-deadline") : dateWords(reading, deadline);
  return speech.say("agreement-change", {
    when: dateWords(reading, dateIn(zoneOfHome(mission.programme.mission), at)),
    what: speech.say(`agreement-did-${did}`, { date }),
    who: clip(seat === undefined ? by : shortName(seat, speech), WHO),
  });
}

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
