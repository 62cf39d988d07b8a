/** What members are told when organisers change their rights or their place. */
import type { Seat, Text } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import { type BotMessage, button, fourKeys, plain, rows } from "./message.ts";
import { principalName, whoIs } from "./names.ts";
import type { Speech } from "./speech.ts";

export function roleNews(speech: Speech, seat: Seat): BotMessage {
  return { text: plain(speech.say(isOrganiser(seat) ? "member-organiser" : "member-delegate")) };
}

export function vehicleNews(speech: Speech, vehicle: string | undefined): BotMessage {
  const text =
    vehicle === undefined ? speech.say("member-no-vehicle") : speech.say("member-vehicle", { vehicle });
  return { text: plain(text) };
}

export function escortNews(speech: Speech, what: string): BotMessage {
  return { text: plain(speech.say("member-escort", { what })) };
}

export function moveNews(speech: Speech, to: Seat): BotMessage {
  return { text: plain(speech.say("member-moved", { seat: whoIs(to, speech) })), keyboard: fourKeys(speech) };
}

/** Access has ended; the keyboard stays only with whoever has another mission. */
export function leaveNews(speech: Speech, mission: string, hasOthers: boolean): BotMessage {
  return {
    text: plain(speech.say("member-left", { mission })),
    ...(hasOthers ? {} : { keyboard: { remove_keyboard: true } }),
  };
}

/** What an aide has picked or said for somebody, or taken back. */
export function aideNews(
  speech: Speech,
  key: "aide-picked" | "aide-unpicked" | "aide-said-away" | "aide-said-back",
  title: Text,
): BotMessage {
  return { text: plain(speech.say(key, { title: speech.text(title) })) };
}

/** Somebody has become an aide, with a way into the principal's day; or is one no more. */
export function assistNews(speech: Speech, principal: Seat, day: string | undefined): BotMessage {
  const who = whoIs(principal, speech);
  if (day === undefined) return { text: plain(speech.say("aide-detached", { who })) };
  return {
    text: plain(speech.say("aide-attached", { who })),
    buttons: rows(button(speech.say("aide-their-day", { who: principalName(principal, speech) }), day)),
  };
}
