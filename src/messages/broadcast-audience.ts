/** For whom is a broadcast? Groups, the people of an event, those who did not confirm an earlier one. */
import type { Broadcast } from "../domain/broadcasts.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import { doing } from "./broadcast-lines.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { snippet } from "./notes.ts";
import { handleOf, type Reading } from "./reading.ts";
import { clock, numericDay } from "./times.ts";

export const ON_A_PAGE = 10;
/** So much of a title leaves a button room for the number of people. */
const GROUP_TITLE = 38;

/** What the answers carry: to whom, by its kind and which one. */
function toWhom({ mission }: Reading, { id }: Broadcast): (kind: string, which?: string | number) => string {
  return (kind, which = 0) => press("castTo", { mission: mission.handle, cast: id, kind, which });
}

/** For whom? Every answer says how many people that is just now. */
export function askAudience(
  reading: Reading,
  broadcast: Broadcast,
  counts: { all: number; undecided: number; unconfirmed: boolean },
): BotMessage {
  const { mission, speech } = reading;
  const to = toWhom(reading, broadcast);
  const hasGroups = (mission.programme.mission.groups ?? []).length > 0;
  return {
    text: plain(speech.say("cast-to-whom")),
    buttons: rows(
      button(speech.say("cast-to-all", { people: counts.all }), to("a")),
      hasGroups ? button(speech.say("cast-to-groups"), to("g")) : undefined,
      button(speech.say("cast-to-event"), to("E")),
      counts.undecided > 0
        ? button(speech.say("cast-to-undecided", { people: counts.undecided }), to("u"))
        : undefined,
      counts.unconfirmed ? button(speech.say("cast-to-unconfirmed"), to("B")) : undefined,
      button(speech.say("button-cast-drop"), doing(reading, broadcast, "drop")),
    ),
  };
}

/** Which groups? Several may be ticked. */
export function askGroups(
  reading: Reading,
  broadcast: Broadcast,
  { people, counts, from }: { people: number; counts: ReadonlyMap<string, number>; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const { audience } = broadcast;
  const chosen = audience?.kind === "groups" ? audience.groups : [];
  const to = toWhom(reading, broadcast);
  const { groups = [] } = mission.programme.mission;
  return {
    text: plain(speech.say("cast-which-groups")),
    buttons: rows(
      ...groups.slice(from, from + ON_A_PAGE).map(({ id, title }) => {
        const isChosen = chosen.includes(id);
        const label = `${isChosen ? "✓ " : ""}${clip(speech.text(title), GROUP_TITLE)} (${counts.get(id) ?? 0})`;
        return button(label, to(isChosen ? "m" : "p", id));
      }),
      pager({ from, size: ON_A_PAGE, total: groups.length }, (start) => to("g", start)),
      people > 0
        ? button(speech.say("button-cast-to", { people }), doing(reading, broadcast, "on"))
        : undefined,
      button(speech.say("button-cast-whom-back"), doing(reading, broadcast, "whom")),
    ),
  };
}

/** The people of which event? Those ahead come first. */
export function askEventOf(
  reading: Reading,
  broadcast: Broadcast,
  { events, from }: { events: readonly { timed: TimedEvent; people: number }[]; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const to = toWhom(reading, broadcast);
  return {
    text: plain(speech.say("cast-which-event")),
    buttons: rows(
      ...events.slice(from, from + ON_A_PAGE).map(({ timed, people }) => {
        const day = numericDay(timed.day, speech.language);
        const when = `${day} ${clock(timed.start, timed.zone)}`;
        const label = `${when} (${people}) ${speech.text(timed.event.title)}`;
        return button(label, to("e", handleOf(mission, timed.event.id)));
      }),
      pager({ from, size: ON_A_PAGE, total: events.length }, (start) => to("E", start)),
      button(speech.say("button-cast-whom-back"), doing(reading, broadcast, "whom")),
    ),
  };
}

/** Those who did not confirm which earlier one? */
export function askEarlier(
  reading: Reading,
  broadcast: Broadcast,
  earlier: readonly { broadcast: Broadcast; people: number }[],
  from: number,
): BotMessage {
  const { speech } = reading;
  const to = toWhom(reading, broadcast);
  return {
    text: plain(speech.say("cast-which-earlier")),
    buttons: rows(
      ...earlier
        .slice(from, from + ON_A_PAGE)
        .map((one) => button(`${snippet(one.broadcast, speech)} (${one.people})`, to("b", one.broadcast.id))),
      pager({ from, size: ON_A_PAGE, total: earlier.length }, (start) => to("B", start)),
      button(speech.say("button-cast-whom-back"), doing(reading, broadcast, "whom")),
    ),
  };
}
