/** What an organiser is asked while writing a broadcast: the words, for whom, how loud, when; then the preview. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Audience, Broadcast } from "../domain/broadcasts.ts";
import { dateIn, type TimedEvent, zoneAt } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, rows } from "./message.ts";
import { snippet } from "./notes.ts";
import { handleOf, plain, type Reading } from "./schedule.ts";
import { clock, dayAndMonth, zoneName } from "./times.ts";

const ON_A_PAGE = 10;
/** So much of a title leaves a button room for the number of people. */
const GROUP_TITLE = 38;

/** The zone times are typed and shown in: where the programme is at that moment. */
export function zoneHere({ mission, now }: Reading): string {
  const { events, mission: file } = mission.programme;
  return zoneAt(events, now, file.timezone);
}

/** `17 ноября, 18:30 (Красноярск)` */
export function momentOf(reading: Reading, at: number): string {
  const { speech } = reading;
  const zone = zoneHere(reading);
  return speech.say("cast-moment", {
    day: dayAndMonth(dateIn(zone, at), speech.language),
    time: clock(at, zone),
    zone: zoneName(zone, at, speech.language),
  });
}

function act({ mission }: Reading, { id }: Pick<Broadcast, "id">, what: string): string {
  return press("castDo", { mission: mission.handle, cast: id, what });
}

/** The words are asked for, or their receipt is given. */
export function askWords(reading: Reading, broadcast: Broadcast): BotMessage {
  const { mission, speech } = reading;
  const count = broadcast.items.length;
  return {
    text: plain(count === 0 ? speech.say("cast-write") : speech.say("cast-written", { count })),
    buttons:
      count === 0
        ? rows(
            button(speech.say("button-casts"), press("casts", { mission: mission.handle, from: 0 })),
            button(speech.say("button-cast-drop"), act(reading, broadcast, "drop")),
          )
        : rows(
            button(speech.say("button-cast-written"), act(reading, broadcast, "done")),
            button(speech.say("button-cast-drop"), act(reading, broadcast, "drop")),
          ),
  };
}

/** For whom? Every answer says how many people that is just now. */
export function askAudience(
  reading: Reading,
  broadcast: Broadcast,
  counts: { all: number; undecided: number; unconfirmed: boolean },
): BotMessage {
  const { mission, speech } = reading;
  const to = (kind: string, which: string | number = 0) =>
    press("castTo", { mission: mission.handle, cast: broadcast.id, kind, which });
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
      button(speech.say("button-cast-drop"), act(reading, broadcast, "drop")),
    ),
  };
}

/** Which groups? Several may be ticked. */
export function askGroups(
  reading: Reading,
  broadcast: Broadcast,
  { people, counts }: { people: number; counts: ReadonlyMap<string, number> },
): BotMessage {
  const { mission, speech } = reading;
  const { audience } = broadcast;
  const chosen = audience?.kind === "groups" ? audience.groups : [];
  const to = (kind: string, which: string | number) =>
    press("castTo", { mission: mission.handle, cast: broadcast.id, kind, which });
  return {
    text: plain(speech.say("cast-which-groups")),
    buttons: rows(
      ...(mission.programme.mission.groups ?? []).map(({ id, title }) => {
        const isChosen = chosen.includes(id);
        const label = `${isChosen ? "✓ " : ""}${clip(speech.text(title), GROUP_TITLE)} (${counts.get(id) ?? 0})`;
        return button(label, to(isChosen ? "m" : "p", id));
      }),
      people > 0
        ? button(speech.say("button-cast-to", { people }), act(reading, broadcast, "on"))
        : undefined,
      button(speech.say("button-cast-whom-back"), act(reading, broadcast, "whom")),
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
  const to = (kind: string, which: string | number) =>
    press("castTo", { mission: mission.handle, cast: broadcast.id, kind, which });
  return {
    text: plain(speech.say("cast-which-event")),
    buttons: rows(
      ...events.slice(from, from + ON_A_PAGE).map(({ timed, people }) => {
        const [, month, day] = timed.day.split("-");
        const when = `${day}.${month} ${clock(timed.start, timed.zone)}`;
        const label = `${when} (${people}) ${speech.text(timed.event.title)}`;
        return button(label, to("e", handleOf(mission, timed.event.id)));
      }),
      pager({ from, size: ON_A_PAGE, total: events.length }, (start) => to("E", start)),
      button(speech.say("button-cast-whom-back"), act(reading, broadcast, "whom")),
    ),
  };
}

/** Those who did not confirm which earlier one? */
export function askEarlier(
  reading: Reading,
  broadcast: Broadcast,
  earlier: readonly { broadcast: Broadcast; people: number }[],
): BotMessage {
  const { mission, speech } = reading;
  return {
    text: plain(speech.say("cast-which-earlier")),
    buttons: rows(
      ...earlier.slice(0, ON_A_PAGE).map((one) =>
        button(
          `${snippet(one.broadcast, speech)} (${one.people})`,
          press("castTo", {
            mission: mission.handle,
            cast: broadcast.id,
            kind: "b",
            which: one.broadcast.id,
          }),
        ),
      ),
      button(speech.say("button-cast-whom-back"), act(reading, broadcast, "whom")),
    ),
  };
}

export function askImportance(reading: Reading, broadcast: Broadcast): BotMessage {
  const { speech } = reading;
  return {
    text: plain(speech.say("cast-how-loud")),
    buttons: rows(
      button(speech.say("button-cast-quiet"), act(reading, broadcast, "quiet")),
      button(speech.say("button-cast-loud"), act(reading, broadcast, "loud")),
      ...(broadcast.state === "draft" ? backOrDrop(reading, broadcast) : []),
    ),
  };
}

export function askWhen(reading: Reading, broadcast: Broadcast): BotMessage {
  const { speech, now } = reading;
  const zone = zoneName(zoneHere(reading), now, speech.language);
  return {
    text: plain(speech.say("cast-when", { zone })),
    buttons: rows(
      button(speech.say("button-cast-now"), act(reading, broadcast, "now")),
      ...(broadcast.state === "draft"
        ? backOrDrop(reading, broadcast)
        : [button(speech.say("button-cast-view"), act(reading, broadcast, "view"))]),
    ),
  };
}

/** The way back to the question before the last, and out of it all. */
function backOrDrop(reading: Reading, broadcast: Broadcast): InlineKeyboardButton[] {
  const { speech } = reading;
  return [
    button(speech.say("button-cast-whom"), act(reading, broadcast, "whom")),
    button(speech.say("button-cast-drop"), act(reading, broadcast, "drop")),
  ];
}

/** Under the preview: to whom, how loud, when; nothing has gone out yet. */
export function askSend(reading: Reading, broadcast: Broadcast, people: number): BotMessage {
  const { mission, speech } = reading;
  const { id, version, audience, important, when } = broadcast;
  const lines = [
    speech.say("cast-preview"),
    ...(audience === undefined ? [] : [audienceLine(reading, audience)]),
    speech.say("cast-people", { people }),
    speech.say(important ? "cast-is-important" : "cast-is-quiet"),
    typeof when === "number"
      ? speech.say("cast-at", { when: momentOf(reading, when) })
      : speech.say("cast-at-once"),
  ];
  const send = press("castSend", { mission: mission.handle, cast: id, version });
  return {
    text: FormattedString.join(lines, "\n"),
    buttons: rows(
      button(
        typeof when === "number"
          ? speech.say("button-cast-schedule")
          : speech.say("button-cast-send", { people }),
        send,
      ),
      ...changes(reading, broadcast),
    ),
  };
}

function changes(reading: Reading, broadcast: Broadcast): InlineKeyboardButton[] {
  const { speech } = reading;
  return [
    button(speech.say("button-cast-text"), act(reading, broadcast, "text")),
    button(speech.say("button-cast-whom"), act(reading, broadcast, "whom")),
    button(speech.say("button-cast-time"), act(reading, broadcast, "time")),
    button(speech.say("button-cast-drop"), act(reading, broadcast, "drop")),
  ];
}

/** `Кому: все участники` */
export function audienceLine({ mission, speech }: Reading, audience: Audience): string {
  const { mission: file, events } = mission.programme;
  switch (audience.kind) {
    case "groups": {
      const titles = (file.groups ?? [])
        .filter(({ id }) => audience.groups.includes(id))
        .map(({ title }) => speech.text(title));
      return speech.say("cast-audience-groups", { groups: speech.list(titles) });
    }
    case "event": {
      const event = events.find((timed) => timed.event.id === audience.event)?.event;
      return speech.say("cast-audience-event", {
        event: event === undefined ? "—" : speech.text(event.title),
      });
    }
    case "all":
    case "undecided":
    case "unconfirmed":
      return speech.say(`cast-audience-${audience.kind}`);
  }
}

/** The organiser has changed words that have gone out, or are about to. */
export function askUpdate(reading: Reading, broadcast: Broadcast): BotMessage {
  const { mission, speech } = reading;
  const { id, version, state, sent } = broadcast;
  const update = press("castUpdate", { mission: mission.handle, cast: id, version });
  const isOut = state === "sent";
  return {
    text: plain(
      isOut
        ? speech.say("cast-edited-sent", { people: sent?.to.length ?? 0 })
        : speech.say("cast-edited-scheduled"),
    ),
    buttons: rows(
      button(speech.say(isOut ? "button-cast-update" : "button-cast-replace"), update),
      button(speech.say("button-cast-leave"), act(reading, broadcast, "leave")),
    ),
  };
}
