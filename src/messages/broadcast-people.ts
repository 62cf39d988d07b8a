/** What became of a broadcast, person by person; and who has not confirmed. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type Broadcast, ESCORTS_AFTER, type Standing } from "../domain/broadcasts.ts";
import type { Seat } from "../domain/mission.ts";
import { doing, momentOf, zoneHere } from "./broadcast-lines.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import { snippet } from "./notes.ts";
import type { Reading } from "./reading.ts";
import { clock } from "./times.ts";

const PEOPLE_ON_A_PAGE = 15;
/** Of the longest offices so much is shown that a page fits a message. */
const WHO = 160;

/** One recipient in the account. */
export interface AccountLine {
  readonly seat: Seat;
  readonly standing: Standing;
  /** When they confirmed, programme time. */
  readonly confirmedAt?: number | undefined;
}

/** The account by person, a page of it. */
export function accountByPerson(
  reading: Reading,
  broadcast: Broadcast,
  { lines, from }: { lines: readonly AccountLine[]; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const named = lines.slice(from, from + PEOPLE_ON_A_PAGE).map(({ seat, standing, confirmedAt }) => {
    const end =
      confirmedAt === undefined
        ? speech.say(`cast-standing-${standing}`)
        : speech.say("cast-confirmed-at", { when: momentOf(reading, confirmedAt) });
    return `${clip(whoIs(seat, speech), WHO)} — ${end}`;
  });
  return {
    text: FormattedString.join([FormattedString.b(snippet(broadcast, speech)), ...named], "\n"),
    buttons: rows(
      pager({ from, size: PEOPLE_ON_A_PAGE, total: lines.length }, (start) =>
        press("castList", { mission: mission.handle, cast: broadcast.id, what: "people", from: start }),
      ),
      button(speech.say("button-cast-view"), doing(reading, broadcast, "view")),
    ),
  };
}

/** Who has not confirmed yet, as of now. */
export function waitingList(
  reading: Reading,
  broadcast: Broadcast,
  { people, from }: { people: readonly Seat[]; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const named = people
    .slice(from, from + PEOPLE_ON_A_PAGE)
    .map((seat) => `• ${clip(whoIs(seat, speech), WHO)}`);
  const list = (start: number) =>
    press("castList", { mission: mission.handle, cast: broadcast.id, what: "waiting", from: start });
  const chased = broadcast.chasedAt;
  const asked =
    chased === undefined
      ? []
      : [
          speech.say("cast-chased", {
            when: momentOf(reading, chased),
            until: clock(chased + ESCORTS_AFTER, zoneHere(reading)),
          }),
        ];
  const total = { people: people.length, of: broadcast.sent?.to.length ?? 0 };
  const may = people.length > 0 && chased === undefined && broadcast.state === "sent";
  return {
    text: FormattedString.join(
      [
        FormattedString.b(snippet(broadcast, speech)),
        speech.say(people.length === 0 ? "cast-waiting-none" : "cast-waiting", total),
        ...named,
        ...asked,
      ],
      "\n",
    ),
    buttons: rows(
      pager({ from, size: PEOPLE_ON_A_PAGE, total: people.length }, list),
      may ? button(speech.say("button-cast-chase"), doing(reading, broadcast, "chase")) : undefined,
      people.length > 0 ? button(speech.say("button-cast-refresh"), list(from)) : undefined,
      button(speech.say("button-cast-view"), doing(reading, broadcast, "view")),
    ),
  };
}
