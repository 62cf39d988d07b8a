/** What of the report organisers say in words of their own: the question, and what becomes of the answer. */
import type { Message } from "grammy/types";
import { wordsOfNote } from "../domain/agreements.ts";
import {
  actualTime,
  type DocumentField,
  documentFields,
  isLineSection,
  lineKey,
  lineSections,
  type PassportField,
  passportFields,
  type Scan,
  type TypedFigure,
  typedFigures,
} from "../domain/report-draft.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import { cleaned, isBlank } from "../domain/words.ts";
import { askPiece } from "../messages/report-documents.ts";
import { plain } from "../messages/schedule.ts";
import { clock } from "../messages/times.ts";
import type { PutOutcome, Putting } from "../storage/reports.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { documentPage, endingPage, linePage, lineSeen, nameOf, sectionPage } from "./report-pages.ts";
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
    const timed = eventOf(traveller, key);
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

/** What an answer comes to: another question, the end, or that it is not for this scene. */
export type Taken = ReportTask | "done" | "elsewhere";

/** Keeps an answer, shows where it stands now, and goes on to what is asked next. */
export async function take(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  task: ReportTask,
): Promise<Taken> {
  const { speech } = traveller.reading;
  const { what, key, chain, seen } = task;
  const wantsScan = what === "document" && key.endsWith(".scan");
  const scan = scanIn(ctx.message);
  const text = cleaned(ctx.message?.text ?? "");
  if (wantsScan ? scan === undefined : isBlank(text)) {
    if (!wantsScan) return "elsewhere";
    await ctx.reply(speech.say("report-not-scan"));
    return task;
  }
  const { update_id: update } = ctx.update;
  const who: Putting = { by: traveller.seat.id, at: parts.clock.now(), update, seen };
  const put = await kept(parts, traveller, task, { text, scan, who });
  if (put === "unreadable") {
    await ctx.reply(speech.say("report-not-time"));
    return task;
  }
  if (put === "gone") {
    await ctx.reply(speech.say("report-gone"));
    return "done";
  }
  if (put.kind === "changed") {
    const name = (await nameOf(parts, traveller, put.piece.by)) ?? "";
    const now = presentWords(put.piece.value, what, key);
    await ctx.reply(speech.say("report-changed-by", { who: name, text: now.slice(0, 2500) }));
    return { ...task, seen: put.piece.times };
  }
  const mission = missionIdOf(traveller);
  const did = isLineSection(what.replace("new-", "")) ? "report-line" : "report-piece";
  await parts.store.audit.enter(mission, { at: who.at, by: who.by, did });
  const next = chain ? followerOf(task) : undefined;
  if (next !== undefined) {
    await respond(ctx, { text: plain(speech.say("report-kept")) });
    return (await ask(parts, ctx, traveller, next)) ?? "done";
  }
  await showAfter(parts, ctx, traveller, task);
  return "done";
}

type Answer = { readonly text: string; readonly scan: Scan | undefined; readonly who: Putting };

async function kept(
  { store }: ChatParts,
  traveller: Traveller,
  { what, key }: ReportTask,
  { text, scan, who }: Answer,
): Promise<PutOutcome<unknown> | "unreadable" | "gone"> {
  const { reports, notes } = store;
  const mission = missionIdOf(traveller);
  const words = (sort: "passport" | "figure" | "helper") => reports.put(mission, sort, key, () => text, who);
  if (what === "passport" || what === "figure" || what === "helper") return words(what);
  if (what === "actual") {
    const timed = eventOf(traveller, key);
    if (timed === undefined) return "gone";
    const actual = actualTime(text, timed);
    if (actual === undefined) return "unreadable";
    const how = isOnTime(actual, timed) ? "held" : "changed";
    return reports.put(mission, "ending", timed.event.id, (was) => ({ how: was?.how ?? how, actual }), who);
  }
  if (what === "document") {
    const [id = "", field = ""] = key.split(".");
    const said = scan !== undefined && field === "scan" ? { scan } : { [field]: text };
    return reports.put(mission, "document", id, (was) => ({ ...was, ...said }), who);
  }
  const section = lineSections.find((one) => what === one || what === `new-${one}`);
  if (section === undefined) return "gone";
  if (what !== section) {
    const id = who.update.toString(36);
    return reports.put(mission, "line", lineKey(section, id), () => ({ section, text, taken: true }), who);
  }
  const note = await notes.find(mission, key);
  return reports.put(
    mission,
    "line",
    lineKey(section, key),
    (was) => ({
      section,
      ...(note === undefined ? {} : { note: note.id }),
      ...(note?.event === undefined ? {} : { event: note.event }),
      ...was,
      text,
      taken: true,
    }),
    who,
  );
}

function isOnTime(actual: { start: number; end?: number }, { start, end }: TimedEvent): boolean {
  return actual.start === start && (actual.end === undefined || actual.end === end);
}

function followerOf({ what, key }: ReportTask): Pick<ReportTask, "what" | "key" | "chain"> | undefined {
  if (what === "passport" && isPassportField(key)) {
    const next = passportFields[passportFields.indexOf(key) + 1];
    return next === undefined ? undefined : { what, key: next, chain: true };
  }
  if (what !== "document") return undefined;
  const [id = "", field = ""] = key.split(".");
  if (!isDocumentField(field)) return undefined;
  return { what, key: `${id}.${documentFields[documentFields.indexOf(field) + 1] ?? "scan"}`, chain: true };
}

/** The page on which the answer can be seen. */
async function showAfter(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  { what, key }: ReportTask,
): Promise<void> {
  const page = async () => {
    if (what === "passport" || what === "figure")
      return sectionPage(parts, traveller, what === "passport" ? "passport" : "figures", 0);
    if (what === "helper") return sectionPage(parts, traveller, "agreements", 0);
    if (what === "actual") return endingPage(parts, traveller, eventOf(traveller, key)?.event.id ?? "");
    if (what === "document") {
      const [id = ""] = key.split(".");
      const piece = await parts.store.reports.piece(missionIdOf(traveller), "document", id);
      return piece && documentPage(traveller, id, piece.value);
    }
    if (!isLineSection(what)) {
      const section = lineSections.find((one) => what === `new-${one}`);
      return section && sectionPage(parts, traveller, section, 0);
    }
    const seen = await lineSeen(parts, traveller, what, key);
    return seen && linePage(parts, traveller, what, seen);
  };
  const shown = await page();
  await respond(ctx, shown ?? { text: plain(traveller.reading.speech.say("report-kept")) });
}

/** What a piece says now, in words, for whoever wrote beside somebody else. */
function presentWords(value: unknown, what: string, key: string): string {
  if (typeof value === "string") return value;
  const said = (value ?? {}) as Readonly<Record<string, unknown>>;
  const field = what === "document" ? said[key.split(".")[1] ?? ""] : said.text;
  return typeof field === "string" ? field : "—";
}

function scanIn(message: Message | undefined): Scan | undefined {
  const photo = message?.photo?.at(-1);
  if (photo !== undefined) return { kind: "photo", fileId: photo.file_id };
  const document = message?.document;
  if (document === undefined) return undefined;
  const name = document.file_name === undefined ? {} : { name: document.file_name };
  return { kind: "document", fileId: document.file_id, ...name };
}

/** The event a button names by its number, also one that was called off. */
export function eventOf({ mission }: Traveller, handle: string): TimedEvent | undefined {
  return mission.programme.events.find(({ event }) => mission.handles[event.id] === Number(handle));
}

function isPassportField(key: string): key is PassportField {
  return passportFields.some((one) => one === key);
}

function isFigure(key: string): key is TypedFigure {
  return typedFigures.some((one) => one === key);
}

function isDocumentField(field: string): field is DocumentField {
  return documentFields.some((one) => one === field);
}
