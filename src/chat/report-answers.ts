/** What becomes of an answer about the report: kept, shown where it stands now, and followed by what is asked next. */
import type { Message } from "grammy/types";
import {
  actualTime,
  documentFields,
  isDocumentField,
  isLineSection,
  isPassportField,
  lineKey,
  lineSections,
  passportFields,
  type Scan,
} from "../domain/report-draft.ts";
import type { TimedEvent } from "../domain/timetable.ts";
import { cleaned, isBlank } from "../domain/words.ts";
import { plain } from "../messages/message.ts";
import { eventBy } from "../messages/reading.ts";
import type { PutOutcome, Putting } from "../storage/reports.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { ask, type ReportTask } from "./report-asking.ts";
import { documentPage, endingPage, linePage, lineSeen, nameOf, sectionPage } from "./report-pages.ts";
import { respond } from "./respond.ts";

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
    const timed = eventBy(traveller.mission, key);
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
    if (what === "actual")
      return endingPage(parts, traveller, eventBy(traveller.mission, key)?.event.id ?? "");
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
