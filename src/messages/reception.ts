/** Who has confirmed a revision. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import { type Received, receptionStates } from "../domain/reception.ts";
import { zoneAt } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Reading } from "./reading.ts";
import { clock } from "./times.ts";

const PEOPLE_ON_A_PAGE = 30;

export interface ReceptionPage {
  readonly received: readonly Received[];
  readonly seats: readonly Seat[];
  readonly revision: number;
  readonly from: number;
}

export function receptionMessage(reading: Reading, page: ReceptionPage): BotMessage {
  const { mission, speech, own, now } = reading;
  const { received, seats, revision, from } = page;
  const zone = zoneAt(own, now, mission.programme.mission.timezone);
  const names = new Map(seats.map((seat) => [seat.id, clip(whoIs(seat, speech), 90)]));
  const shown = received.slice(from, from + PEOPLE_ON_A_PAGE);
  const blocks = receptionStates.flatMap((state) => {
    const people = shown.filter((one) => one.state === state);
    if (people.length === 0) return [];
    const lines = people.map(({ seat, at }) => {
      const name = names.get(seat) ?? seat;
      return at === undefined ? `• ${name}` : `• ${name} — ${clock(at, zone)}`;
    });
    return [FormattedString.join([FormattedString.b(speech.say(`reception-${state}`)), ...lines], "\n")];
  });
  const confirmed = received.filter(({ state }) => state === "confirmed").length;
  const to = (start: number) => press("reception", { mission: mission.handle, revision, from: start });
  return {
    text: FormattedString.join(
      [
        speech.say("reception-heading", { revision, confirmed, all: received.length }),
        ...(blocks.length === 0 ? [speech.say("reception-nobody")] : blocks),
      ],
      "\n\n",
    ),
    buttons: rows(
      button(speech.say("button-refresh"), to(from)),
      pager({ from, size: PEOPLE_ON_A_PAGE, total: received.length }, to),
      button(speech.say("button-history"), press("history", { mission: mission.handle, from: 0 })),
      backToDesk(reading),
    ),
  };
}
