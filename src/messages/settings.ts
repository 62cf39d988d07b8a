/** Settings: one message of buttons, each saying how it stands now. */
import { type LeadSort, leadMenu, leadSorts, quietMenu, type Wishes } from "../domain/wishes.ts";
import { press } from "./callback.ts";
import { languageButtons, languageNames } from "./joining.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Speech } from "./speech.ts";

export function settingsMessage(speech: Speech, wishes: Wishes): BotMessage {
  const page = (label: string, name: string) => button(label, press("settings", { page: name }));
  const toggle = (key: string, what: string, on: boolean) =>
    button(speech.say(key, { state: on ? "on" : "off" }), press("toggle", { what }));
  const { quiet } = wishes;
  const hours = quiet === undefined ? speech.say("settings-quiet-off") : `${quiet.from}–${quiet.to}`;
  return {
    text: plain(speech.say("settings-heading")),
    buttons: rows(
      toggle("settings-all", "all", !wishes.muteAll),
      ...leadSorts.map((sort) =>
        page(
          speech.say("settings-lead", {
            sort: speech.say(`sort-${sort}`),
            lead: leadNow(speech, wishes, sort),
          }),
          sort,
        ),
      ),
      toggle("settings-evening", "evening", !wishes.withoutEvening),
      toggle("settings-morning", "morning", !wishes.withoutMorning),
      page(speech.say("settings-quiet", { hours }), "quiet"),
      page(speech.say("settings-language", { language: languageNames[speech.language] }), "language"),
    ),
  };
}

/** One setting with its choices; undefined for a page there is not. */
export function settingsPage(speech: Speech, page: string): BotMessage | undefined {
  const back = button(speech.say("button-settings-back"), press("settings", { page: "main" }));
  if (page === "language") {
    return {
      text: plain(speech.say("settings-language-question")),
      buttons: rows(languageButtons(speech.language), back),
    };
  }
  if (page === "quiet") {
    const choice = (label: string, hours: number) => button(label, press("setQuiet", { hours }));
    const choices = quietMenu.map(({ from, to }, index) => choice(`${from}–${to}`, index));
    return {
      text: plain(`${speech.say("settings-quiet-question")}\n${speech.say("settings-quiet-note")}`),
      buttons: rows(...choices, choice(speech.say("settings-quiet-off"), -1), back),
    };
  }
  const sort = leadSorts.find((one) => one === page);
  if (sort === undefined) return undefined;
  const choice = (minutes: number | "none" | "mission", label: string) =>
    button(label, press("setLead", { sort, minutes }));
  return {
    text: plain(speech.say("settings-lead-question", { sort: speech.say(`sort-${sort}`) })),
    buttons: rows(
      choice("mission", speech.say("lead-mission")),
      ...leadMenu.map((minutes) => choice(minutes, leadWords(speech, minutes))),
      choice("none", speech.say("lead-none")),
      back,
    ),
  };
}

function leadNow(speech: Speech, { leads }: Wishes, sort: LeadSort): string {
  const minutes = leads?.[sort];
  return minutes === undefined ? speech.say("lead-mission") : leadWords(speech, minutes);
}

function leadWords(speech: Speech, minutes: number | null): string {
  if (minutes === null) return speech.say("lead-none");
  return minutes % 60 === 0
    ? speech.say("lead-hours", { hours: minutes / 60 })
    : speech.say("lead-minutes", { minutes });
}
