/** Agreements and assignments: the lists of them, and how one is said in a line. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type Agreement, isLive, isOverdue } from "../domain/agreements.ts";
import { zoneOfHome } from "../domain/event-zones.ts";
import { isOrganiser } from "../domain/seats.ts";
import { dateIn } from "../domain/zones.ts";
import { type Seats, seatName } from "./acquaintance-card.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import { dates, dayAndMonth } from "./times.ts";

export const AGREEMENTS_ON_A_PAGE = 8;
const WHAT = 160;
const WHO = 80;

export const agreementLists = ["mine", "all", "overdue"] as const;
export type AgreementList = (typeof agreementLists)[number];

/** What the reader is asked to type of one. */
export const agreementFields = ["deadline", "owner", "to", "what"] as const;
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
          ? [plain(speech.say(which === "overdue" ? "agreements-none-overdue" : "agreements-none"))]
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

/** A text in one line. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** Who has to do it. */
export function ownerName({ speech }: Pick<Reading, "speech">, { owner }: Agreement, seats: Seats): string {
  if ("words" in owner) return owner.words;
  return seatName(seats.get(owner.seat), speech);
}
