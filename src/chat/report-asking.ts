/** What of the report organisers say in words of their own: each question, with what stands there now. */
import { wordsOfNote } from "../domain/agreements.ts";
import {
  documentFields,
  isDocumentField,
  isFigure,
  isLineSection,
  isPassportField,
  lineKey,
  lineSections,
  passportFields,
} from "../domain/report-draft.ts";
import { eventBy } from "../messages/reading.ts";
import { askPiece } from "../messages/report-documents.ts";
import { clock } from "../messages/times.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { lineSeen } from "./report-pages.ts";
import { respond } from "./respond.ts";

/** What the scene of the report waits for: a piece, whether others follow it, and how often it had been put in. */
export interface ReportTask {
  readonly mission: string;
  readonly what: string;
  readonly key: string;
  readonly chain: boolean;
  readonly seen: number;
}

/** A question about one piece, as it is to be put. */
interface Asked {
  readonly question: string;
  readonly present?: string | undefined;
  readonly seen: number;
  /** What comes next where several are asked one after another. */
  readonly next?: string | undefined;
  readonly section: string;
}

/** Puts a question and says what its answer is; nothing where there is no such piece (any more). */
export async function ask(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  { what, key, chain }: Pick<ReportTask, "what" | "key" | "chain">,
): Promise<ReportTask | undefined> {
  const given = what === "document" && key === "-" ? `${ctx.update.update_id.toString(36)}.title` : key;
  const asked = await askedOf(parts, traveller, what, given);
  if (asked === undefined) return undefined;
  const { question, present, section, next } = asked;
  const skip = !chain ? undefined : next === undefined ? ("section" as const) : { what, key: next };
  await respond(ctx, askPiece(traveller.reading, question, { present, skip }, section));
  return { mission: missionIdOf(traveller), what, key: given, chain, seen: asked.seen };
}

async function askedOf(
  parts: ChatParts,
  traveller: Traveller,
  what: string,
  key: string,
): Promise<Asked | undefined> {
  const { speech } = traveller.reading;
  const { reports, agreements } = parts.store;
  const mission = missionIdOf(traveller);
  const field = (label: string) => speech.say("report-ask-field", { field: speech.say(label) });
  if (what === "passport" && isPassportField(key)) {
    const piece = await reports.piece(mission, "passport", key);
    return {
      question: field(`report-passport-${key}`),
      present: piece?.value,
      seen: piece?.times ?? 0,
      next: passportFields[passportFields.indexOf(key) + 1],
      section: "passport",
    };
  }
  if (what === "figure" && isFigure(key)) {
    const piece = await reports.piece(mission, "figure", key);
    const question = field(`report-figure-${key}`);
    return { question, present: piece?.value, seen: piece?.times ?? 0, section: "figures" };
  }
  if (what === "helper") {
    if ((await agreements.find(mission, key)) === undefined) return undefined;
    const piece = await reports.piece(mission, "helper", key);
    const question = speech.say("report-ask-helper");
    return { question, present: piece?.value, seen: piece?.times ?? 0, section: "agreements" };
  }
  if (what === "actual") {
    const timed = eventBy(traveller.mission, key);
    if (timed === undefined) return undefined;
    const piece = await reports.piece(mission, "ending", timed.event.id);
    const actual = piece?.value.actual;
    const present = actual === undefined ? undefined : clock(actual.start, timed.zone);
    return {
      question: speech.say("report-ask-actual"),
      present,
      seen: piece?.times ?? 0,
      section: "programme",
    };
  }
  if (what === "document") return askedOfDocument(parts, traveller, key);
  if (isLineSection(what)) {
    const seen = await lineSeen(parts, traveller, what, key);
    if (seen === undefined) return undefined;
    const piece = await reports.piece(mission, "line", lineKey(what, key));
    const present = seen.line?.text ?? (seen.note === undefined ? undefined : wordsOfNote(seen.note));
    return {
      question: speech.say("report-ask-line"),
      present: present === "" ? undefined : present,
      seen: piece?.times ?? 0,
      section: what,
    };
  }
  const fresh = lineSections.find((section) => what === `new-${section}`);
  return fresh === undefined
    ? undefined
    : { question: speech.say("report-ask-line"), seen: 0, section: fresh };
}

async function askedOfDocument(
  { store }: ChatParts,
  traveller: Traveller,
  key: string,
): Promise<Asked | undefined> {
  const { speech } = traveller.reading;
  const [id = "", field = ""] = key.split(".");
  const piece = await store.reports.piece(missionIdOf(traveller), "document", id);
  // Only a new one begins with its title.
  if (piece === undefined && field !== "title") return undefined;
  const place = isDocumentField(field) ? documentFields.indexOf(field) : -1;
  if (field === "scan") {
    const name = piece?.value.scan?.name;
    return {
      question: speech.say("report-ask-scan"),
      present: name,
      seen: piece?.times ?? 0,
      section: "documents",
    };
  }
  if (!isDocumentField(field)) return undefined;
  const next = documentFields[place + 1] ?? "scan";
  return {
    question: speech.say("report-ask-field", { field: speech.say(`report-document-${field}`) }),
    present: piece?.value[field],
    seen: piece?.times ?? 0,
    // Without a title there is nothing to go on with.
    ...(field === "title" && piece === undefined ? {} : { next: `${id}.${next}` }),
    section: "documents",
  };
}
