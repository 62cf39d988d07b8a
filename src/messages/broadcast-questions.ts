/** What an organiser is asked while writing a broadcast: the words, for whom, how loud, when; then the preview. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Broadcast } from "../domain/broadcasts.ts";
import { audienceLine, doing, momentOf, zoneHere } from "./broadcast-lines.ts";
import { press } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import { zoneName } from "./times.ts";

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
            button(speech.say("button-cast-drop"), doing(reading, broadcast, "drop")),
          )
        : rows(
            button(speech.say("button-cast-written"), doing(reading, broadcast, "done")),
            button(speech.say("button-cast-drop"), doing(reading, broadcast, "drop")),
          ),
  };
}

/** With sound and a confirmation, or quietly? */
export function askImportance(reading: Reading, broadcast: Broadcast): BotMessage {
  const { speech } = reading;
  return {
    text: plain(speech.say("cast-how-loud")),
    buttons: rows(
      button(speech.say("button-cast-quiet"), doing(reading, broadcast, "quiet")),
      button(speech.say("button-cast-loud"), doing(reading, broadcast, "loud")),
      ...(broadcast.state === "draft" ? backOrDrop(reading, broadcast) : []),
    ),
  };
}

/** At once, or at a time that is typed? */
export function askWhen(reading: Reading, broadcast: Broadcast): BotMessage {
  const { speech, now } = reading;
  const zone = zoneName(zoneHere(reading), now, speech.language);
  return {
    text: plain(speech.say("cast-when", { zone })),
    buttons: rows(
      button(speech.say("button-cast-now"), doing(reading, broadcast, "now")),
      ...(broadcast.state === "draft"
        ? backOrDrop(reading, broadcast)
        : [button(speech.say("button-cast-view"), doing(reading, broadcast, "view"))]),
    ),
  };
}

/** The way back to the question before the last, and out of it all. */
function backOrDrop(reading: Reading, broadcast: Broadcast): InlineKeyboardButton[] {
  const { speech } = reading;
  return [
    button(speech.say("button-cast-whom"), doing(reading, broadcast, "whom")),
    button(speech.say("button-cast-drop"), doing(reading, broadcast, "drop")),
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
    button(speech.say("button-cast-text"), doing(reading, broadcast, "text")),
    button(speech.say("button-cast-whom"), doing(reading, broadcast, "whom")),
    button(speech.say("button-cast-time"), doing(reading, broadcast, "time")),
    button(speech.say("button-cast-drop"), doing(reading, broadcast, "drop")),
  ];
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
      button(speech.say("button-cast-leave"), doing(reading, broadcast, "leave")),
    ),
  };
}
