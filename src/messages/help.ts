/** Help: the commands, whom to call, what is kept. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { contactLine } from "./event-card.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

/** The commands of each role, in the order menus and help show them; `command-…` in the locales describes each. */
export const delegateCommands = [
  "today",
  "tomorrow",
  "now",
  "programme",
  "calendar",
  "note",
  "notes",
  "ask",
  "contacts",
  "people",
  "agreements",
  "settings",
  "privacy",
  "help",
] as const;
export const organiserCommands = [
  ...delegateCommands,
  "desk",
  "change",
  "delay",
  "history",
  "report",
  "export",
  "invite",
  "broadcast",
  "rollcall",
  "deliveries",
  "bind",
] as const;

/** Who a member is, as far as their commands go. */
export interface Standing {
  readonly seat: Seat;
  /** In how many missions they are. */
  readonly missions: number;
  /** Whether they answer for a group or a vehicle. */
  readonly isEscort: boolean;
}

/** The commands of a member; to choose among missions only where there are several. */
export function commandsOf({ seat, missions, isEscort }: Standing): string[] {
  const ofRole: readonly string[] = isOrganiser(seat) ? organiserCommands : delegateCommands;
  return [
    ...ofRole,
    ...(isEscort && !isOrganiser(seat) ? ["rollcall"] : []),
    ...(missions > 1 ? ["missions"] : []),
  ];
}

/** What a command is for, in the order help shows; `help-…` in the locales is the heading. */
const purposes = {
  programme: ["today", "tomorrow", "now", "programme", "calendar"],
  results: ["note", "notes", "contacts", "agreements"],
  help: ["ask", "people", "rollcall"],
  bot: ["settings", "privacy", "help", "missions"],
  desk: ["desk", "broadcast", "invite", "deliveries", "bind"],
  changing: ["change", "delay", "history"],
  report: ["report", "export"],
} as const;

export function helpMessage(speech: Speech, standing: Standing): BotMessage {
  const own = commandsOf(standing);
  const blocks = Object.entries(purposes).flatMap(([purpose, commands]) => {
    const shown = commands.filter((name) => own.includes(name));
    if (shown.length === 0) return [];
    const lines = shown.map((name) => `/${name} — ${speech.say(`command-${name}`)}`);
    return [FormattedString.join([FormattedString.b(speech.say(`help-${purpose}`)), ...lines], "\n")];
  });
  return { text: FormattedString.join([...blocks, speech.say("help-words")], "\n\n") };
}

/** «Нужна помощь»: people to call, phones as tappable text; then the organisers, and where one is. */
export function needHelp({ mission, speech }: Reading, escorts: readonly Seat[] = []): BotMessage {
  const contacts = mission.programme.mission.contacts ?? [];
  const lines =
    contacts.length === 0
      ? [plain(speech.say("contacts-none"))]
      : contacts.map((one) => contactLine(one, speech));
  const yours = escorts.map(({ position, ...escort }) => contactLine({ ...escort, role: position }, speech));
  const where = { mission: mission.handle };
  return {
    text: FormattedString.join(
      [
        ...(yours.length === 0 ? [] : [FormattedString.b(speech.say("contacts-escorts")), ...yours, ""]),
        FormattedString.b(speech.say("contacts-heading")),
        ...lines,
        speech.say("contacts-emergency"),
      ],
      "\n",
    ),
    buttons: rows(
      button(speech.say("button-ask"), press("ask", where)),
      button(speech.say("button-where-am-i"), press("whereAmI", where)),
    ),
  };
}

/** What is kept of a person, and their own of it as files. */
export function privacyMessage({ mission, speech }: Reading): BotMessage {
  return {
    text: plain(
      [speech.say("privacy"), speech.say("privacy-brought"), speech.say("privacy-files")].join("\n\n"),
    ),
    buttons: rows(button(speech.say("button-mine"), press("mine", { mission: mission.handle }))),
  };
}

/** Which of several missions to show. */
export function askMission(speech: Speech, missions: readonly MissionInForce[], current: string): BotMessage {
  return {
    text: plain(speech.say("missions-which")),
    buttons: rows(
      ...missions.map(({ programme, handle }) => {
        const tick = programme.mission.id === current ? "✓ " : "";
        return button(
          `${tick}${speech.text(programme.mission.title)}`,
          press("mission", { mission: handle }),
        );
      }),
    ),
  };
}
