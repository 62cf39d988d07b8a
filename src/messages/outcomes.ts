/** «Последние отправки»: how the last deliveries ended, by person and what. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Broadcast } from "../domain/broadcasts.ts";
import type { Seat } from "../domain/mission.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { shortName } from "./names.ts";
import { snippet } from "./notes.ts";
import type { Reading } from "./reading.ts";
import { dayAndClock } from "./times.ts";

export const OUTCOMES_ON_A_PAGE = 10;
const WHO = 80;
const WHAT = 120;

/** How one delivery ended, as the ledger has it. */
export interface OutcomeLine {
  readonly seat: string;
  readonly identity: string;
  readonly outcome: "delivered" | "superseded" | "expired" | "unreachable" | "failed";
  readonly at: number;
}

export function outcomesPage(
  reading: Reading,
  {
    outcomes,
    total,
    from,
    seats,
    broadcasts,
  }: {
    outcomes: readonly OutcomeLine[];
    total: number;
    from: number;
    seats: ReadonlyMap<string, Seat>;
    broadcasts: readonly Broadcast[];
  },
): BotMessage {
  const { mission, speech } = reading;
  const lines = outcomes.map(({ seat: id, identity, outcome, at }) => {
    const seat = seats.get(id);
    const who = clip(seat === undefined ? speech.say("organisers-chat") : shortName(seat, speech), WHO);
    const when = dayAndClock(at, mission.programme.mission.timezone, speech.language);
    const ended = speech.say(`outcome-${outcome}`);
    return FormattedString.join(
      [`${when} · ${ended}`, FormattedString.b(who), clip(whatWas(reading, identity, broadcasts), WHAT)],
      "\n",
    );
  });
  return {
    text:
      total === 0
        ? plain(speech.say("outcomes-none"))
        : FormattedString.join([FormattedString.b(speech.say("outcomes-heading")), ...lines], "\n\n"),
    buttons: rows(
      pager({ from, size: OUTCOMES_ON_A_PAGE, total }, (start) =>
        press("outcomes", { mission: mission.handle, from: start }),
      ),
      button(speech.say("button-why"), press("missedBy", { mission: mission.handle, from: 0 })),
      backToDesk(reading),
    ),
  };
}

/** What a delivery was, by its identity: `digest/evening.2016-11-17`, `question/3.1`, `broadcast/1a.0`, else the reminder of an event. */
function whatWas({ mission, speech }: Reading, identity: string, broadcasts: readonly Broadcast[]): string {
  const [family = "", rest] = identity.split("/");
  if (rest === undefined) {
    const event = mission.programme.events.find((timed) => identity.startsWith(`${timed.event.id}.`))?.event;
    return event === undefined
      ? speech.say("sent-reminder-gone")
      : speech.say("sent-reminder", { event: speech.text(event.title) });
  }
  const which = rest.split(/[./]/)[0] ?? "";
  const broadcast = family === "broadcast" && broadcasts.find(({ id }) => id === which);
  if (broadcast) return speech.say("sent-broadcast-of", { words: snippet(broadcast, speech) });
  if (family === "prompt") {
    const about = mission.programme.events.find(({ event }) => event.id === which)?.event;
    return speech.say("sent-prompt", { event: about === undefined ? which : speech.text(about.title) });
  }
  const said =
    family === "digest"
      ? speech.perhaps(`digest-${which}`)
      : speech.perhaps(`sent-${family}`, { number: which });
  return said ?? speech.say("sent-other");
}
