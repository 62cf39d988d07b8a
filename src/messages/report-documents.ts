/** Documents that were signed, in chat; and what is asked for in words. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Report } from "../domain/report.ts";
import { documentFields, type SignedDocument } from "../domain/report-draft.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import { sectionHead, toMenu } from "./report-menu.ts";

export const DOCUMENTS_ON_A_PAGE = 10;
const VALUE = 350;

export type Documents = readonly (readonly [id: string, document: SignedDocument])[];

/** What was signed, a page of it. */
export function documentsSection(
  reading: Reading,
  report: Report,
  { documents, from }: { documents: Documents; from: number },
): BotMessage {
  const { mission, speech } = reading;
  return {
    text: FormattedString.join(sectionHead(reading, report, "documents"), "\n\n"),
    buttons: rows(
      ...documents
        .slice(from, from + DOCUMENTS_ON_A_PAGE)
        .map(([id, { title }]) =>
          button(
            title ?? speech.say("report-document-title"),
            press("reportDocument", { mission: mission.handle, document: id }),
          ),
        ),
      pager({ from, size: DOCUMENTS_ON_A_PAGE, total: documents.length }, (start) =>
        press("reportPart", { mission: mission.handle, part: "documents", from: start }),
      ),
      button(
        speech.say("button-report-document"),
        press("reportAsk", { mission: mission.handle, what: "document", key: "-", chain: 1 }),
      ),
      toMenu(reading),
    ),
  };
}

/** One document: every field with what it says; a tap asks for it anew. */
export function documentMessage(reading: Reading, id: string, document: SignedDocument): BotMessage {
  const { mission, speech } = reading;
  const ask = (field: string) =>
    press("reportAsk", { mission: mission.handle, what: "document", key: `${id}.${field}`, chain: 0 });
  const lines = documentFields.map((field) =>
    FormattedString.join([
      FormattedString.b(`${speech.say(`report-document-${field}`)}: `),
      clip(document[field] ?? "—", VALUE),
    ]),
  );
  const scan = document.scan === undefined ? "—" : `✅ ${document.scan.name ?? ""}`;
  return {
    text: FormattedString.join(
      [
        ...lines,
        FormattedString.join([
          FormattedString.b(`${speech.say("report-document-scan")}: `),
          clip(scan, VALUE),
        ]),
      ],
      "\n",
    ),
    buttons: rows(
      ...documentFields.map((field) => button(speech.say(`report-document-${field}`), ask(field))),
      button(speech.say("report-document-scan"), ask("scan")),
      button(
        speech.say("button-report-drop"),
        press("reportDrop", { mission: mission.handle, document: id, sure: "ask" }),
      ),
      button(
        speech.say("button-report-back"),
        press("reportPart", { mission: mission.handle, part: "documents", from: 0 }),
      ),
    ),
  };
}

/** Whether a document is to go from the report. */
export function askDropDocument(
  { mission, speech }: Reading,
  id: string,
  { title = "" }: SignedDocument,
): BotMessage {
  const which = { mission: mission.handle, document: id };
  return {
    text: FormattedString.join([speech.say("report-drop-sure"), FormattedString.b(clip(title, VALUE))], "\n"),
    buttons: rows(
      button(speech.say("button-report-drop-yes"), press("reportDrop", { ...which, sure: "yes" })),
      button(speech.say("button-report-back"), press("reportDocument", which)),
    ),
  };
}

/** What is asked for in words, what stands there now, and the next question where one may be skipped. */
export function askPiece(
  { mission, speech }: Reading,
  question: string,
  {
    present,
    skip,
  }: { present?: string | undefined; skip?: { what: string; key: string } | "section" | undefined },
  section: string,
): BotMessage {
  const where = { mission: mission.handle };
  const now = present === undefined ? [] : [speech.say("report-now", { text: clip(present, 2500) })];
  return {
    text: FormattedString.join([plain(question), ...now.map(plain)], "\n\n"),
    buttons: rows(
      skip === undefined || skip === "section"
        ? undefined
        : button(speech.say("button-report-skip"), press("reportAsk", { ...where, ...skip, chain: 1 })),
      button(
        speech.say(skip === "section" ? "button-report-skip" : "button-report-back"),
        press("reportPart", { ...where, part: section, from: 0 }),
      ),
    ),
  };
}
