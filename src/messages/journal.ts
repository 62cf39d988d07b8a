/** «Журнал»: everything organisers did, the newest first. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Broadcast } from "../domain/broadcasts.ts";
import type { Seat } from "../domain/mission.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { type BotMessage, pager, plain, rows } from "./message.ts";
import { shortNameIn } from "./names.ts";
import { snippet } from "./notes.ts";
import type { Reading } from "./reading.ts";
import { dayAndClock } from "./times.ts";

export const DEEDS_ON_A_PAGE = 12;
const WHO = 80;

/** Something an organiser did, as the audit log has it. */
export interface DeedLine {
  readonly at: number;
  readonly by: string;
  readonly did: string;
  readonly about?: string;
}

export function journalPage(
  reading: Reading,
  {
    deeds,
    total,
    from,
    seats,
    broadcasts,
  }: {
    deeds: readonly DeedLine[];
    total: number;
    from: number;
    seats: ReadonlyMap<string, Seat>;
    broadcasts: readonly Broadcast[];
  },
): BotMessage {
  const { mission, speech } = reading;
  const nameOf = (id: string) => clip(shortNameIn(seats, id, speech), WHO);
  const thingOf = (did: string, about: string) => {
    if (did === "release") return speech.say("journal-number", { number: about });
    const broadcast = did.startsWith("broadcast-") && broadcasts.find(({ id }) => id === about);
    return broadcast ? `«${snippet(broadcast, speech)}»` : titleOf(reading, about);
  };
  const lines = deeds.map(({ at, by, did, about }) => {
    const when = dayAndClock(at, mission.programme.mission.timezone, speech.language);
    const what = speech.perhaps(`deed-${did}`) ?? did;
    const whom = about === undefined ? undefined : seats.has(about) ? nameOf(about) : thingOf(did, about);
    return FormattedString.join(
      [`${when} · ${nameOf(by)}`, whom === undefined ? what : `${what}: ${whom}`],
      "\n",
    );
  });
  return {
    text:
      total === 0
        ? plain(speech.say("journal-none"))
        : FormattedString.join(
            [FormattedString.b(speech.say("journal-heading", { total })), ...lines],
            "\n\n",
          ),
    buttons: rows(
      pager({ from, size: DEEDS_ON_A_PAGE, total }, (start) =>
        press("journal", { mission: mission.handle, from: start }),
      ),
      backToDesk(reading),
    ),
  };
}

/** A group, a vehicle or an event by its title; an id that stands for nothing a reader knows is left out. */
function titleOf({ mission, speech }: Reading, id: string): string | undefined {
  const { groups = [], vehicles = [], events } = mission.programme.mission;
  const title =
    groups.find((one) => one.id === id)?.title ??
    vehicles.find((one) => one.id === id)?.name ??
    events.find((one) => one.id === id)?.title;
  return title === undefined ? undefined : clip(speech.text(title), WHO);
}
