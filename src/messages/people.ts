/** The people of a mission, for organisers: the list, and the groups and vehicles they belong to. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Seat } from "../domain/mission.ts";
import { type ReadyFlag, readyFlags } from "../domain/readiness.ts";
import { isOrganiser, type Place } from "../domain/seats.ts";
import { dateIn } from "../domain/zones.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { type BotMessage, type ButtonStyle, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";
import { clock, dayAndMonth } from "./times.ts";

/** Few enough that what leads on from the list is still on the screen. */
export const SEATS_ON_A_PAGE = 8;

export interface PeopleList {
  /** Every seat of the mission. */
  readonly all: readonly Place[];
  /** Those to be listed. */
  readonly listed: readonly Place[];
  /** `all`, `out`, `lost`, or the tag of a group. */
  readonly filter: string;
  /** What the list is of, where it is not of all. */
  readonly heading?: string;
  readonly from: number;
  readonly ready: Readonly<Record<ReadyFlag, number>>;
  /** How many requests to join wait. */
  readonly requests: number;
}

/** «Участники» */
export function peopleMessage(reading: Reading, list: PeopleList): BotMessage {
  const { mission, speech } = reading;
  const { all, listed, filter, heading, from, ready, requests } = list;
  const where = { mission: mission.handle };
  const out = all.filter(({ participant }) => participant === undefined).length;
  const lost = all.filter(isLost).length;
  const to = (name: string) => press("people", { ...where, filter: name, from: 0 });
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("people-heading", { joined: all.length - out, seats: all.length })),
        ...(heading === undefined
          ? []
          : [speech.say("people-listed", { what: heading, count: listed.length })]),
        speech.say("seat-ready", {
          flags: readyFlags
            .map((flag) => `${speech.say(`ready-${flag}`)} ${ready[flag]}/${all.length}`)
            .join(" · "),
        }),
        speech.say("people-marks"),
      ],
      "\n",
    ),
    buttons: rows(
      ...placeButtons(reading, listed, from),
      pager({ from, size: SEATS_ON_A_PAGE, total: listed.length }, (start) =>
        press("people", { ...where, filter, from: start }),
      ),
      button(speech.say("button-find"), press("whoFind", where)),
      ...(filter === "all" ? [] : [button(speech.say("people-all"), to("all"))]),
      ...(filter === "out" || out === 0 ? [] : [button(speech.say("people-out", { count: out }), to("out"))]),
      ...(filter === "lost" || lost === 0
        ? []
        : [button(speech.say("people-lost", { count: lost }), to("lost"))]),
      button(speech.say("people-teams"), press("teams", { ...where, from: 0 })),
      ...(requests === 0
        ? []
        : [
            button(
              speech.say("people-requests", { count: requests }),
              press("requests", { ...where, from: 0 }),
            ),
          ]),
      ...(out === 0
        ? []
        : [button(speech.say("people-invite-all", { count: out }), press("inviteAll", where))]),
      backToDesk(reading),
    ),
  };
}

function placeButtons(
  { mission, speech }: Reading,
  places: readonly Place[],
  from: number,
): InlineKeyboardButton[] {
  return places
    .slice(from, from + SEATS_ON_A_PAGE)
    .map((place) =>
      button(
        `${markOf(place)} ${whoIs(place.seat, speech)}`,
        press("seat", { mission: mission.handle, seat: place.seat.id }),
      ),
    );
}

/** Joined, not joined, or unreachable; a star for organisers. */
function markOf(place: Place): string {
  const state = isLost(place) ? "📵" : place.participant === undefined ? "○" : "✓";
  return isOrganiser(place.seat) ? `${state} ★` : state;
}

export function isLost({ participant }: Place): boolean {
  return participant?.unreachableSince !== undefined;
}

/** A page of seats to choose one of; `to` is where each leads. */
export function askSeat(
  { speech }: Reading,
  question: FormattedString,
  { seats, from }: { seats: readonly Seat[]; from: number },
  {
    to,
    page,
    more = [],
  }: {
    to: (seat: Seat) => string;
    page: (start: number) => string;
    more?: readonly InlineKeyboardButton[];
  },
): BotMessage {
  return {
    text: question,
    buttons: rows(
      ...seats.slice(from, from + SEATS_ON_A_PAGE).map((seat) => {
        const star = isOrganiser(seat) ? "★ " : "";
        return button(`${star}${whoIs(seat, speech)}`, to(seat));
      }),
      pager({ from, size: SEATS_ON_A_PAGE, total: seats.length }, page),
      ...more,
    ),
  };
}

/** A question with one button that does it and one that leads back. */
export function askSure(
  question: string | FormattedString,
  yes: { readonly label: string; readonly data: string; readonly style?: ButtonStyle },
  no: { readonly label: string; readonly data: string },
): BotMessage {
  return {
    text: typeof question === "string" ? plain(question) : question,
    buttons: rows(button(yes.label, yes.data, yes.style), button(no.label, no.data)),
  };
}

/** `17 ноября, 10:15`, in the zone the mission lives in. */
export function momentOf({ mission, speech }: Reading, at: number): string {
  const { timezone } = mission.programme.mission;
  return `${dayAndMonth(dateIn(timezone, at), speech.language)}${comma(speech)}${clock(at, timezone)}`;
}

function comma({ language }: Speech): string {
  return language === "ja" ? " " : ", ";
}
