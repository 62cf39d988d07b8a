/** One seat, for organisers: its card, and the questions that lead to changing it. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Group, Seat } from "../domain/mission.ts";
import { type ReadyFlag, readyFlags } from "../domain/readiness.ts";
import { isOrganiser, type Place } from "../domain/seats.ts";
import { press, tagOf } from "./callback.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import { momentOf } from "./people.ts";
import type { Reading } from "./reading.ts";
import { backToSeat } from "./seat-questions.ts";

const TEAMS_ON_A_PAGE = 12;

export interface SeatState extends Place {
  readonly ticked: ReadonlySet<ReadyFlag>;
  /** What it answers for: the titles of groups and vehicles. */
  readonly escorts: readonly string[];
  /** Programme time, epoch milliseconds: when the person was last seen, and the last link to the seat expires. */
  readonly seenAt?: number;
  readonly linkUntil?: number;
  /** The last that was done about it. */
  readonly lastDeed?: { readonly did: string; readonly at: number };
  /** Whom it assists, and who assists it. */
  readonly principal?: Seat;
  readonly aides?: readonly Seat[];
  /** Where the list of people shows it. */
  readonly page: number;
}

export function seatCard(reading: Reading, state: SeatState): BotMessage {
  const { mission, speech } = reading;
  const { seat, participant, linkUntil, page } = state;
  const { groups = [], vehicles = [] } = mission.programme.mission;
  const where = { mission: mission.handle, seat: seat.id };
  const links = { mission: mission.handle, of: tagOf(`seat/${seat.id}`) };
  const invite =
    linkUntil === undefined
      ? [button(speech.say("button-invite"), press("inviteSeat", where))]
      : [
          button(speech.say("button-links-renew"), press("linksEnd", { ...links, how: "renew" })),
          button(speech.say("button-links-revoke"), press("linksEnd", { ...links, how: "revoke" })),
        ];
  const person = [
    button(speech.say("button-move"), press("seatMove", { ...where, from: 0 })),
    button(speech.say("button-replace"), press("seatLeave", { ...where, how: "replace" })),
    button(speech.say("button-free"), press("seatLeave", { ...where, how: "free" })),
  ];
  return {
    text: FormattedString.join(
      [FormattedString.b(speech.text(seat.position)), ...linesOf(reading, state)],
      "\n",
    ),
    buttons: rows(
      ...(participant === undefined ? invite : []),
      button(speech.say("button-ready"), press("seatReady", where)),
      button(
        speech.say(isOrganiser(seat) ? "button-to-delegate" : "button-to-organiser"),
        press("seatRole", where),
      ),
      ...(groups.length === 0
        ? []
        : [button(speech.say("button-groups"), press("seatGroups", { ...where, from: 0 }))]),
      ...(vehicles.length === 0
        ? []
        : [button(speech.say("button-vehicle"), press("seatVehicles", { ...where, from: 0 }))]),
      button(speech.say("button-aide"), press("seatAide", { ...where, from: 0 })),
      ...(participant === undefined ? [] : person),
      button(
        speech.say("button-back"),
        press("people", { mission: mission.handle, filter: "all", from: page }),
      ),
    ),
  };
}

function* linesOf(reading: Reading, state: SeatState): Generator<string> {
  const { mission, speech } = reading;
  const { seat, participant, ticked, escorts, seenAt, linkUntil, lastDeed } = state;
  const { groups = [], vehicles = [] } = mission.programme.mission;
  const when = (at: number) => momentOf(reading, at);
  if (seat.organisation !== undefined) yield speech.text(seat.organisation);
  if (seat.name !== undefined) yield seat.name;
  yield "";
  yield speech.say("seat-role", { role: speech.say(isOrganiser(seat) ? "organiser" : "role-delegate") });
  const own = groups.filter(({ id }) => seat.groups?.includes(id)).map(({ title }) => speech.text(title));
  if (own.length > 0) yield speech.say("seat-groups", { groups: speech.list(own) });
  const bus = vehicles.find(({ id }) => id === seat.vehicle);
  if (bus !== undefined) yield speech.say("seat-vehicle", { vehicle: speech.text(bus.name) });
  const { principal, aides = [] } = state;
  if (principal !== undefined) yield speech.say("seat-aide-of", { who: whoIs(principal, speech) });
  for (const aide of aides) yield speech.say("seat-aides", { who: whoIs(aide, speech) });
  if (escorts.length > 0) yield speech.say("seat-escort", { what: speech.list(escorts) });
  yield speech.say("seat-ready", {
    flags: readyFlags
      .map((flag) => `${ticked.has(flag) ? "✓" : "–"} ${speech.say(`ready-${flag}`)}`)
      .join(" · "),
  });
  yield "";
  if (participant === undefined) {
    yield speech.say("seat-out");
    yield linkUntil === undefined
      ? speech.say("seat-no-link")
      : speech.say("seat-link", { until: when(linkUntil) });
  } else {
    yield speech.say("seat-joined", { when: when(participant.joinedAt) });
    if (seenAt !== undefined) yield speech.say("seat-seen", { when: when(seenAt) });
    if (participant.unreachableSince !== undefined)
      yield speech.say("seat-lost", { when: when(participant.unreachableSince) });
  }
  if (lastDeed !== undefined)
    yield speech.say("seat-deed", { deed: speech.say(`deed-${lastDeed.did}`), when: when(lastDeed.at) });
}

/** «Пропуск, билет, номер, бейдж»: each a tick to set or take away. */
export function readyPage(reading: Reading, seat: Seat, ticked: ReadonlySet<ReadyFlag>): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, seat: seat.id };
  return {
    text: FormattedString.join([FormattedString.b(whoIs(seat, speech)), speech.say("ready-question")], "\n"),
    buttons: rows(
      ...readyFlags.map((flag) => {
        const on = ticked.has(flag);
        return button(
          `${on ? "✅" : "▫️"} ${speech.say(`ready-${flag}`)}`,
          press("seatTick", { ...where, flag, on: on ? 0 : 1 }),
        );
      }),
      backToSeat(reading, seat),
    ),
  };
}

/** The groups, those of the seat ticked. */
export function groupsPage(reading: Reading, seat: Seat, groups: readonly Group[], from: number): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, seat: seat.id };
  return {
    text: FormattedString.join([FormattedString.b(whoIs(seat, speech)), speech.say("groups-question")], "\n"),
    buttons: rows(
      ...groups.slice(from, from + TEAMS_ON_A_PAGE).map(({ id, title }) => {
        const on = seat.groups?.includes(id) ?? false;
        return button(
          `${on ? "✅" : "▫️"} ${speech.text(title)}`,
          press("seatGroup", { ...where, group: tagOf(`group/${id}`), on: on ? 0 : 1 }),
        );
      }),
      pager({ from, size: TEAMS_ON_A_PAGE, total: groups.length }, (start) =>
        press("seatGroups", { ...where, from: start }),
      ),
      backToSeat(reading, seat),
    ),
  };
}

/** The page of groups that shows this one. */
export function pageOfTeam(index: number): number {
  return Math.max(0, Math.floor(index / TEAMS_ON_A_PAGE) * TEAMS_ON_A_PAGE);
}

/** No vehicle in a button; an id has no such character. */
export const NONE = "*";

export function vehiclesPage(reading: Reading, seat: Seat, from: number): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, seat: seat.id };
  const { vehicles = [] } = mission.programme.mission;
  const tick = (on: boolean) => (on ? "✅" : "▫️");
  return {
    text: FormattedString.join(
      [FormattedString.b(whoIs(seat, speech)), speech.say("vehicle-question")],
      "\n",
    ),
    buttons: rows(
      ...vehicles
        .slice(from, from + TEAMS_ON_A_PAGE)
        .map(({ id, name }) =>
          button(
            `${tick(seat.vehicle === id)} ${speech.text(name)}`,
            press("seatVehicle", { ...where, vehicle: tagOf(`vehicle/${id}`) }),
          ),
        ),
      button(
        `${tick(seat.vehicle === undefined)} ${speech.say("vehicle-none")}`,
        press("seatVehicle", { ...where, vehicle: NONE }),
      ),
      pager({ from, size: TEAMS_ON_A_PAGE, total: vehicles.length }, (start) =>
        press("seatVehicles", { ...where, from: start }),
      ),
      backToSeat(reading, seat),
    ),
  };
}
