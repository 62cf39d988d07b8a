/** Work on the report in chat: the menu of its sections, and one section with what it lacks. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Agreement } from "../domain/agreements.ts";
import { zoneOfHome } from "../domain/event-zones.ts";
import { type Language, languages } from "../domain/mission.ts";
import type { Report } from "../domain/report.ts";
import { isFilled } from "../domain/report-debts.ts";
import { passportFields, reportDueBy, type Section, sections, typedFigures } from "../domain/report-draft.ts";
import { endOf } from "../domain/timetable.ts";
import type { Seats } from "./acquaintance-card.ts";
import { oneLine, ownerName } from "./agreements.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { clip } from "./limits.ts";
import { asManyAsFit, type BotMessage, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Reading } from "./reading.ts";
import { dates } from "./times.ts";

/** So much of a value stands for it in a list. */
const VALUE = 120;
const DEBT = 300;
export const AGREEMENTS_IN_A_SECTION = 8;

/** Every section with how it stands and who still owes something to it. */
export function reportMenu(reading: Reading, report: Report): BotMessage {
  const { mission, speech } = reading;
  const { programme, handle } = mission;
  const zone = zoneOfHome(programme.mission);
  const due = reportDueBy(Math.max(...programme.events.map(endOf)), zone);
  // The buttons show how each section stands; in words stands only who still owes something.
  const lines = sections.flatMap((section) => {
    const owers = owersOf(reading, report, section);
    const title = `${signOf(report, section)} ${speech.say(`report-section-${section}`)}`;
    return owers === "" ? [] : [`${title} — ${owers}`];
  });
  return {
    text: FormattedString.join(
      [
        FormattedString.b(`📘 ${speech.say("report-title")}`),
        plain(speech.say("report-due", { date: dates(due, due, speech.language) })),
        ...(lines.length === 0 ? [] : ["", ...lines].map(plain)),
      ],
      "\n",
    ),
    buttons: rows(
      ...sections.map((section) =>
        button(
          `${signOf(report, section)} ${speech.say(`report-section-${section}`)}`,
          press("reportPart", { mission: handle, part: section, from: 0 }),
        ),
      ),
      button(speech.say("button-report-build"), press("reportBuild", { mission: handle, language: "-" })),
      backToDesk(reading),
    ),
  };
}

function signOf(report: Report, section: Section): string {
  if (report.debts[section].length === 0) return "✅";
  return isFilled(report, section) ? "🔸" : "▫️";
}

/** `организаторы, 3 участника` */
function owersOf({ speech }: Reading, report: Report, section: Section): string {
  const debts = report.debts[section];
  const people = debts.filter(({ who }) => who !== "organisers").length;
  const organisers = debts.length > people ? [speech.say("report-organisers").toLowerCase()] : [];
  return speech.list([
    ...organisers,
    ...(people === 0 ? [] : [speech.say("report-owers", { count: people })]),
  ]);
}

/** The heading of a section's page, what it is made of, and what it lacks. */
export function sectionHead({ speech }: Reading, report: Report, section: Section): FormattedString[] {
  const debts = report.debts[section].map(({ what, who, events = [], count = 0, by }) =>
    plain(
      clip(
        `• ${speech.say("report-debt", {
          who: who === "organisers" ? speech.say("report-organisers") : whoIs(who, speech),
          what: speech.say(`debt-${what}`, {
            count,
            events: speech.list(events.map((event) => speech.text(event))),
          }),
          by: dates(by, by, speech.language),
        })}`,
        DEBT,
      ),
    ),
  );
  return [
    FormattedString.b(speech.say(`report-section-${section}`)),
    plain(speech.say(`report-about-${section}`)),
    ...(debts.length === 0 ? [] : [FormattedString.join(asManyAsFit(debts, 1500), "\n")]),
  ];
}

/** The way back to the sections. */
export function toMenu({ mission, speech }: Reading): InlineKeyboardButton {
  return button(speech.say("button-report-section"), press("report", { mission: mission.handle }));
}

/** A section that comes from elsewhere: how much there is, and what is missing. */
export function derivedSection(
  reading: Reading,
  report: Report,
  section: "delegation" | "contacts" | "followup" | "annexes",
): BotMessage {
  const counts = {
    delegation: report.figures.counted.people,
    contacts: report.contacts.length,
    followup: report.followup.length,
    annexes: 2,
  };
  const counted = plain(reading.speech.say("report-counted", { count: counts[section] }));
  return {
    text: FormattedString.join([...sectionHead(reading, report, section), counted], "\n\n"),
    buttons: rows(toMenu(reading)),
  };
}

/** The passport: each field with what it says. */
export function passportSection(reading: Reading, report: Report): BotMessage {
  const { mission, speech } = reading;
  const value = (field: (typeof passportFields)[number]) =>
    field === "name" ? speech.text(report.passport.name ?? report.mission.title) : report.passport[field];
  const lines = passportFields.map((field) =>
    FormattedString.join([
      FormattedString.b(`${speech.say(`report-passport-${field}`)}: `),
      clip(oneLine(value(field) ?? "—"), VALUE * 2),
    ]),
  );
  const ask = (key: string, chain: 0 | 1) =>
    press("reportAsk", { mission: mission.handle, what: "passport", key, chain });
  const unset = passportFields.find((field) => value(field) === undefined);
  return {
    text: FormattedString.join(
      [...sectionHead(reading, report, "passport"), FormattedString.join(lines, "\n")],
      "\n\n",
    ),
    buttons: rows(
      unset === undefined ? undefined : button(speech.say("button-report-fill"), ask(unset, 1)),
      ...passportFields.map((field) => button(speech.say(`report-passport-${field}`), ask(field, 0))),
      toMenu(reading),
    ),
  };
}

/** Figures: the counted ones, and those an organiser types. */
export function figuresSection(reading: Reading, report: Report): BotMessage {
  const { mission, speech } = reading;
  const { counted, typed } = report.figures;
  const lines = [
    ...Object.entries(counted).map(([key, count]) => `${speech.say(`report-figure-${key}`)}: ${count}`),
    ...typedFigures.map(
      (key) => `${speech.say(`report-figure-${key}`)}: ${clip(oneLine(typed[key] ?? "—"), VALUE)}`,
    ),
  ];
  return {
    text: FormattedString.join([...sectionHead(reading, report, "figures"), plain(lines.join("\n"))], "\n\n"),
    buttons: rows(
      ...typedFigures.map((key) =>
        button(
          speech.say(`report-figure-${key}`),
          press("reportAsk", { mission: mission.handle, what: "figure", key, chain: 0 }),
        ),
      ),
      toMenu(reading),
    ),
  };
}

/** Agreements and assignments; a tap names who else takes part. */
export function agreementsSection(
  reading: Reading,
  report: Report,
  {
    agreements,
    seats,
    helpers,
    from,
  }: {
    agreements: readonly Agreement[];
    seats: Seats;
    helpers: ReadonlyMap<string, string>;
    from: number;
  },
): BotMessage {
  const { mission, speech } = reading;
  const shown = agreements.slice(from, from + AGREEMENTS_IN_A_SECTION);
  const lines = shown.map((one, index) => {
    const who = helpers.get(one.id);
    const with_ = who === undefined ? [] : [speech.say("report-helpers", { who: clip(oneLine(who), VALUE) })];
    return plain(
      [
        `${from + index + 1}. ${clip(oneLine(one.what), VALUE)}`,
        clip(ownerName(reading, one, seats), VALUE),
        ...with_,
      ].join("\n"),
    );
  });
  return {
    text: FormattedString.join([...sectionHead(reading, report, "agreements"), ...lines], "\n\n"),
    buttons: rows(
      ...shown.map((one, index) =>
        button(
          `${from + index + 1}. ${oneLine(one.what)}`,
          press("reportAsk", { mission: mission.handle, what: "helper", key: one.id, chain: 0 }),
        ),
      ),
      pager({ from, size: AGREEMENTS_IN_A_SECTION, total: agreements.length }, (start) =>
        press("reportPart", { mission: mission.handle, part: "agreements", from: start }),
      ),
      toMenu(reading),
    ),
  };
}

/** In which language? What nobody has decided about is said first. */
export function askReportLanguage(reading: Reading, report: Report): BotMessage {
  const { mission, speech } = reading;
  const undecided = Object.values(report.debts)
    .flat()
    .filter(({ what }) => what === "lines")
    .reduce((sum, { count = 0 }) => sum + count, 0);
  const own = (language: Language) => (language === speech.language ? 0 : 1);
  return {
    text: FormattedString.join(
      [
        ...(undecided === 0 ? [] : [speech.say("report-undecided", { count: undecided })]),
        speech.say("report-language"),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...[...languages]
        .sort((a, b) => own(a) - own(b))
        .map((language) =>
          button(
            speech.say(`report-in-${language}`),
            press("reportBuild", { mission: mission.handle, language }),
          ),
        ),
      toMenu(reading),
    ),
  };
}
