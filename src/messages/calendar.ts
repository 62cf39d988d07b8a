/** The calendar: what goes with the file, and the link by which a calendar follows the programme. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardMarkup } from "grammy/types";
import { press } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** What can be done with a link: look at it, and after a question have a new one, or none. */
export const linkDoings = ["show", "renew", "renewYes", "end", "endYes"] as const;
export type LinkDoing = (typeof linkDoings)[number];

export function isLinkDoing(what: string): what is LinkDoing {
  return linkDoings.some((one) => one === what);
}

function linkButton({ mission }: Reading, label: string, what: LinkDoing) {
  return button(label, press("calendarLink", { mission: mission.handle, what }));
}

/** Under the file: the way to the link, where there can be one. */
export function calendarButtons(reading: Reading, hasLinks: boolean): InlineKeyboardMarkup {
  return rows(hasLinks ? linkButton(reading, reading.speech.say("button-calendar-link"), "show") : undefined);
}

/** The link itself, to be copied with a tap (Bot API, CopyTextButton). */
export function calendarLink(reading: Reading, link: string): BotMessage {
  const { speech } = reading;
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("calendar-link-heading")),
        FormattedString.code(link),
        speech.say("calendar-link-how"),
        speech.say("calendar-link-private"),
      ],
      "\n\n",
    ),
    buttons: rows(
      [{ text: speech.say("button-calendar-copy"), copy_text: { text: link } }],
      linkButton(reading, speech.say("button-calendar-renew"), "renew"),
      linkButton(reading, speech.say("button-calendar-end"), "end"),
    ),
  };
}

/** Calendars that use the link stop following: that wants a second tap. */
export function askCalendarLink(reading: Reading, what: "renew" | "end"): BotMessage {
  const { speech } = reading;
  return {
    text: plain(speech.say(`calendar-${what}-sure`)),
    buttons: rows(
      linkButton(reading, speech.say(`button-calendar-yes-${what}`), `${what}Yes`),
      linkButton(reading, speech.say("button-calendar-keep"), "show"),
    ),
  };
}

export function calendarLinkEnded(reading: Reading): BotMessage {
  const { speech } = reading;
  return {
    text: plain(speech.say("calendar-link-ended")),
    buttons: rows(linkButton(reading, speech.say("button-calendar-link"), "show")),
  };
}
