/** What members are told when organisers change their rights or their place. */
import type { Seat } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import { whoIs } from "./invitations.ts";
import { type BotMessage, fourKeys } from "./message.ts";
import { plain } from "./schedule.ts";
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
