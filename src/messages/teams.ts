/** Groups and vehicles, for organisers: who is in them, who answers for them, the links that lead in. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type ChosenEscorts, type Escorted, escortedIn, escortOf } from "../domain/escorts.ts";
import type { Mission, Seat } from "../domain/mission.ts";
import type { Place } from "../domain/seats.ts";
import { press, tagOf } from "./callback.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import { askSeat, momentOf } from "./people.ts";
import type { Reading } from "./reading.ts";
import { NONE } from "./seat.ts";
import type { Speech } from "./speech.ts";

const TEAMS_ON_A_PAGE = 12;

/** «Группы и автобусы» */
export function teamsMessage(reading: Reading, from: number): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const all = escortedIn(mission.programme.mission);
  return {
    text: plain(speech.say(all.length === 0 ? "teams-none" : "teams-heading")),
    buttons: rows(
      ...all
        .slice(from, from + TEAMS_ON_A_PAGE)
        .map(({ of }) => button(teamLabel(reading, of), press("team", { ...where, of: tagOf(of) }))),
      pager({ from, size: TEAMS_ON_A_PAGE, total: all.length }, (start) =>
        press("teams", { ...where, from: start }),
      ),
      button(speech.say("button-back"), press("people", { ...where, filter: "all", from: 0 })),
    ),
  };
}

export interface TeamState {
  readonly of: Escorted;
  readonly places: readonly Place[];
  readonly chosen: ChosenEscorts;
  /** The seats of the mission, to name the escort. */
  readonly seats: readonly Seat[];
  /** Of the links to a group: how many more may come in by them, and when the last expires (programme time). */
  readonly links?: { readonly usesLeft: number; readonly until: number };
}

/** A group's card, or a vehicle's. */
export function teamCard(reading: Reading, { of, places, chosen, seats, links }: TeamState): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const tag = tagOf(of);
  const escort = seats.find(({ id }) => id === escortOf(mission.programme.mission, of, chosen));
  const joined = places.filter(({ participant }) => participant !== undefined).length;
  const group = of.startsWith("group/") ? of.slice("group/".length) : undefined;
  const linkButtons =
    links === undefined
      ? []
      : [
          button(speech.say("button-links-renew"), press("linksEnd", { ...where, of: tag, how: "renew" })),
          button(speech.say("button-links-revoke"), press("linksEnd", { ...where, of: tag, how: "revoke" })),
        ];
  return {
    text: FormattedString.join(
      [
        FormattedString.b(teamLabel(reading, of)),
        speech.say("team-joined", { joined, seats: places.length }),
        escort === undefined
          ? speech.say("team-escort-none")
          : speech.say("team-escort", { who: whoIs(escort, speech) }),
        ...(links === undefined
          ? []
          : [speech.say("team-link", { uses: links.usesLeft, until: momentOf(reading, links.until) })]),
      ],
      "\n",
    ),
    buttons: rows(
      button(speech.say("button-escort"), press("escort", { ...where, of: tag, from: 0 })),
      button(speech.say("button-team-people"), press("people", { ...where, filter: tag, from: 0 })),
      ...(group === undefined || links !== undefined
        ? []
        : [button(speech.say("button-invite-group"), press("inviteGroup", { ...where, group }))]),
      ...linkButtons,
      button(speech.say("button-teams"), press("teams", { ...where, from: 0 })),
    ),
  };
}

/** Who is to answer for it? */
export function askEscort(
  reading: Reading,
  of: Escorted,
  { seats, from, chosen }: { seats: readonly Seat[]; from: number; chosen: ChosenEscorts },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, of: tagOf(of) };
  const what = FormattedString.b(teamLabel(reading, of));
  return askSeat(
    reading,
    speech.rich("escort-question", { what }),
    { seats, from },
    {
      to: ({ id }) => press("setEscort", { ...where, seat: id }),
      page: (start) => press("escort", { ...where, from: start }),
      more: [
        ...(chosen[of] === undefined
          ? []
          : [button(speech.say("button-escort-file"), press("setEscort", { ...where, seat: NONE }))]),
        button(speech.say("button-no"), press("team", where)),
      ],
    },
  );
}

/** `👥 Деловая группа`, `🚌 Автобус № 1` */
export function teamLabel({ mission, speech }: Reading, of: Escorted): string {
  return `${of.startsWith("group/") ? "👥" : "🚌"} ${teamTitle(mission.programme.mission, speech, of)}`;
}

export function teamTitle({ groups = [], vehicles = [] }: Mission, speech: Speech, of: Escorted): string {
  const group = groups.find(({ id }) => `group/${id}` === of);
  const vehicle = vehicles.find(({ id }) => `vehicle/${id}` === of);
  if (group !== undefined) return speech.text(group.title);
  return vehicle === undefined ? of : speech.text(vehicle.name);
}

/** What is no longer in the programme has no card. */
export function teamBy(mission: Mission, tag: string): Escorted | undefined {
  return escortedIn(mission).find(({ of }) => tagOf(of) === tag)?.of;
}
