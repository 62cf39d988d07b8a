/** What a report on the Krasnoyarsk mission is put together from, for tests: people wrote little, organisers less. */
import type { Acquaintance } from "../../src/domain/acquaintances.ts";
import { type Agreement, newAgreement } from "../../src/domain/agreements.ts";
import { emptyDraft, type ReportDraft, type ReportLine } from "../../src/domain/report-draft.ts";
import type { ReportSources, WholeLine } from "../../src/domain/report-sources.ts";
import { nothingAside, programmeOf } from "../../src/domain/timetable.ts";
import { krasnoyarsk } from "./missions.ts";

/** What nobody must be able to break a page or a cell with. */
export const odd = "=1+1 <b>&</b> \"кавычки\" 'x' 🎻 שלום \u202Eabc";

export function lineOf(line: Partial<WholeLine> & Pick<WholeLine, "section" | "text">): WholeLine {
  const kept: ReportLine = { taken: true, ...line };
  return { ...kept, text: line.text, scans: line.scans ?? [] };
}

export function sourcesOf(given: Partial<ReportSources> = {}): ReportSources {
  const first = programmeOf(krasnoyarsk, 1);
  return {
    now: Date.parse("2016-11-19T09:00+03:00"),
    first,
    last: programmeOf(krasnoyarsk, 1, nothingAside),
    seats: krasnoyarsk.people ?? [],
    draft: emptyDraft,
    lines: [],
    rolls: [],
    contacts: [],
    agreements: [],
    survey: { ratings: [0, 0, 0, 0, 0], words: [], answered: 0 },
    undecided: {},
    owed: [],
    ...given,
  };
}

export function draftWith(given: Partial<ReportDraft>): ReportDraft {
  return { ...emptyDraft, ...given };
}

export function contactOf(given: Partial<Acquaintance> = {}): Acquaintance {
  return {
    id: "one",
    name: "Заместитель министра",
    organisation: "Министерство здравоохранения края",
    phones: ["+7 000 000-00-00"],
    emails: ["office@example.org"],
    share: "yes",
    meetings: [{ seat: "cluster-director", user: 1, at: 1, event: "chief-physicians" }],
    ...given,
  };
}

export function agreementOf(given: Partial<Agreement> = {}): Agreement {
  const made = newAgreement(
    {
      id: "a1",
      sort: "agreement",
      what: "Обменяться перечнями оборудования",
      owner: { seat: "cluster-director" },
      event: "oncology-visit",
    },
    { by: "cluster-director", user: 1, at: 1 },
  );
  return { ...made, ...given };
}
