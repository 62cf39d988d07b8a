import type { InlineKeyboardButton } from "grammy/types";
import { describe, expect, it } from "vitest";
import { languages } from "../../src/domain/mission.ts";
import type { Note } from "../../src/domain/notes.ts";
import { reportOf } from "../../src/domain/report-building.ts";
import { documentFields, lineSections, passportFields, typedFigures } from "../../src/domain/report-draft.ts";
import { fileKinds, makingMessage } from "../../src/messages/making.ts";
import { type BotMessage, textAndEntities } from "../../src/messages/message.ts";
import type { Reading } from "../../src/messages/reading.ts";
import {
  askDropDocument,
  askPiece,
  documentMessage,
  documentsSection,
} from "../../src/messages/report-documents.ts";
import { endingMessage, endingsSection } from "../../src/messages/report-endings.ts";
import { askDropLine, lineMessage, linesSection, type SeenLine } from "../../src/messages/report-lines.ts";
import {
  agreementsSection,
  askReportLanguage,
  derivedSection,
  figuresSection,
  passportSection,
  reportMenu,
} from "../../src/messages/report-menu.ts";
import { krasnoyarsk } from "../support/missions.ts";
import { inForce, readingOf } from "../support/readings.ts";
import { agreementOf, contactOf, draftWith, lineOf, odd, sourcesOf } from "../support/reports.ts";

const long = `${odd} ${"слово ".repeat(675)}`.slice(0, 4096);
const force = inForce(krasnoyarsk, 999);
const [organiser] = (krasnoyarsk.people ?? []).filter(({ role }) => role === "organiser");

const document = {
  ...Object.fromEntries(documentFields.map((field) => [field, long])),
  scan: { kind: "document", fileId: "f", name: long },
} as const;
const report = reportOf(
  sourcesOf({
    draft: draftWith({
      passport: Object.fromEntries(passportFields.map((field) => [field, long])),
      figures: Object.fromEntries(typedFigures.map((field) => [field, long])),
      documents: new Map([["zzzzzzz", document]]),
      endings: new Map([["conference", { how: "changed", actual: { start: 1, end: 2 } }]]),
    }),
    lines: [lineOf({ section: "meetings", text: long })],
    contacts: [contactOf({ name: long })],
    agreements: [agreementOf({ what: long })],
    undecided: { meetings: 10_000, remarks: 3 },
    owed: (krasnoyarsk.people ?? []).map((seat) => ({
      seat,
      events: krasnoyarsk.events.map(({ title }) => title),
    })),
  }),
);

const note: Note = {
  ...{ id: "zzzzzzz-rzzzzzz", seat: "chamber", event: "conference", createdAt: 1 },
  ...{ marks: ["result"], readers: "released" },
  items: [
    { key: "m1", at: 1, text: long },
    { key: "m2", at: 1, media: { kind: "photo", fileId: "f" } },
  ],
};
const lines: SeenLine[] = [
  { id: note.id, state: "undecided", note },
  {
    id: note.id,
    state: "taken",
    note,
    line: { section: "materials", note: note.id, text: long, taken: true, photos: true },
  },
  { id: "zzzzzzz", state: "left", line: { section: "materials", text: long, taken: false } },
];

function* pages(reading: Reading): Generator<BotMessage> {
  yield reportMenu(reading, report);
  yield passportSection(reading, report);
  yield figuresSection(reading, report);
  yield askReportLanguage(reading, report);
  for (const section of ["delegation", "contacts", "followup", "annexes"] as const)
    yield derivedSection(reading, report, section);
  for (const from of [0, 8, 16]) yield endingsSection(reading, report, { from, rest: 25 });
  for (const line of report.programme) yield endingMessage(reading, line, long);
  const helpers = new Map([["zzzzzzz-zzzzzzz", long]]);
  const agreements = Array.from({ length: 8 }, () => agreementOf({ id: "zzzzzzz-zzzzzzz", what: long }));
  yield agreementsSection(reading, report, { agreements, seats: new Map(), helpers, from: 0 });
  for (const section of lineSections) {
    const shown = [...lines, ...lines];
    yield linesSection(reading, report, section, { lines: shown, total: 10_000, undecided: 9_999, from: 6 });
    for (const seen of lines) {
      yield lineMessage(reading, section, seen, long);
      yield askDropLine(reading, section, seen);
    }
  }
  const documents = Array.from({ length: 30 }, () => ["zzzzzzz", document] as const);
  yield documentsSection(reading, report, { documents, from: 10 });
  yield documentMessage(reading, "zzzzzzz", document);
  yield askDropDocument(reading, "zzzzzzz", document);
  yield askPiece(
    reading,
    "?",
    { present: long, skip: { what: "document", key: "zzzzzzz.signatories" } },
    "documents",
  );
  for (const kind of fileKinds) {
    yield makingMessage(reading, kind, { state: "begun" });
    yield makingMessage(reading, kind, { state: "going", done: 9999 });
    yield makingMessage(reading, kind, { state: "done", files: 3, leftOut: 2 });
    yield makingMessage(reading, kind, { state: "nothing", leftOut: 0 });
    yield makingMessage(reading, kind, { state: "failed" });
  }
}

describe.each(languages)("pages of the report in %s", (language) => {
  it("keep to Telegram's limits, whatever people write", () => {
    if (organiser === undefined) throw new Error("nobody organises");
    const reading = readingOf(force, organiser, { language, now: Date.parse("2016-11-19T10:00Z") });
    for (const message of pages(reading)) {
      expect(message.text.text.length).toBeLessThanOrEqual(4096);
      expect(textAndEntities(message).text.trim()).not.toBe("");
      const buttons: InlineKeyboardButton[] = (message.buttons?.inline_keyboard ?? []).flat();
      expect(buttons.length).toBeLessThanOrEqual(100);
      for (const one of buttons) {
        expect(Buffer.byteLength("callback_data" in one ? one.callback_data : "")).toBeLessThanOrEqual(64);
      }
    }
  });
});
