/** Joining: who are you, may we keep your data, and welcome. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type Language, languages, type Seat } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, fourKeys, plain, rows } from "./message.ts";
import type { Speech } from "./speech.ts";

/** So many characters of another mission's title say which one is meant. */
const TITLE = 150;

/**
 * What an outsider is told, whatever they say: nothing but that there is an invitation to ask for; and, if they may, a
 * button to ask for access.
 */
export function outsiderMessage(
  speech: Speech,
  key:
    | "outsider"
    | "invitation-unknown"
    | "guesses-too-many"
    | "request-sent"
    | "request-refused"
    | "request-too-many",
  standing: "may ask" | "waiting" | "answered" = "answered",
): BotMessage {
  const waiting = standing === "waiting" ? [speech.say("request-waiting")] : [];
  return {
    text: FormattedString.join([speech.say(key), ...waiting], "\n\n"),
    ...(standing === "may ask"
      ? { buttons: rows(button(speech.say("button-ask-access"), press("askAccess", {}))) }
      : {}),
  };
}

/** A request was granted: the question every invitation asks follows at once. */
export function grantedMessage(speech: Speech, question: BotMessage): BotMessage {
  return {
    ...question,
    text: FormattedString.join([speech.say("request-granted-to-you"), question.text], "\n\n"),
  };
}

/** «Вы — …?» (`about` which invitation) with the consent, and the languages to change to. */
export function askWho(
  speech: Speech,
  who: string,
  missionTitle: string | undefined,
  about: string,
): BotMessage {
  const lines = [
    ...(missionTitle === undefined ? [] : [FormattedString.b(missionTitle)]),
    speech.say("join-who", { who }),
    speech.say("join-consent"),
  ];
  return {
    text: FormattedString.join(lines, "\n\n"),
    buttons: rows(
      button(speech.say("join-yes"), press("join", { answer: "yes", about })),
      button(speech.say("join-no"), press("join", { answer: "no", about })),
      languageButtons(speech.language),
    ),
  };
}

/** A guest of a group has no seat yet: how shall the list name them? */
export function askPosition(speech: Speech, group: string, missionTitle: string): BotMessage {
  return {
    text: FormattedString.join(
      [FormattedString.b(missionTitle), speech.say("join-position", { group })],
      "\n\n",
    ),
    buttons: rows(languageButtons(speech.language)),
  };
}

/** `shown`: another mission of theirs, which is the one shown at present. */
export function welcome(speech: Speech, seat: Seat, shown?: MissionInForce): BotMessage {
  const forOrganisers = isOrganiser(seat) ? [speech.say("join-welcome-organiser")] : [];
  const title = shown && clip(speech.text(shown.programme.mission.title), TITLE);
  return {
    text: FormattedString.join(
      [
        speech.say("join-welcome", { who: speech.text(seat.position) }),
        ...forOrganisers,
        ...(title === undefined ? [] : [speech.say("join-welcome-other", { mission: title })]),
      ],
      "\n\n",
    ),
    keyboard: fourKeys(speech),
  };
}

/** The last of joining rings as a reminder will, and asks whether it was heard. */
export function askSound(speech: Speech): BotMessage {
  return {
    text: plain(speech.say("sound-ask")),
    buttons: rows(
      button(speech.say("sound-yes"), press("sound", { heard: "yes" })),
      button(speech.say("sound-no"), press("sound", { heard: "no" })),
    ),
  };
}

/** The other languages, each by its own name. */
export function languageButtons(current: Language) {
  return languages
    .filter((language) => language !== current)
    .map((language) => button(languageNames[language], press("language", { language })));
}

export const languageNames: Record<Language, string> = { ru: "Русский", en: "English", ja: "日本語" };
