/** Picking lines for the report from notes: taken, left out, put back into the note's words, with or without pictures. */
import { Composer } from "grammy";
import type { Note } from "../domain/notes.ts";
import {
  isLineSection,
  isPrintable,
  type LineSection,
  lineKey,
  type ReportLine,
} from "../domain/report-draft.ts";
import { askDropLine, type SeenLine } from "../messages/report-lines.ts";
import { candidatesOf } from "../storage/report-reading.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { enterDeed } from "./deeds.ts";
import { missionIdOf } from "./guard.ts";
import { onOrganiserPress, type Tapped } from "./press.ts";
import { linePage, lineSeen, sectionPage } from "./report-pages.ts";
import { gone } from "./reporting.ts";
import { redraw } from "./respond.ts";

/** So many notes are read and taken at once. */
const AT_ONCE = 50;

export function reportPicking(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();

  onOrganiserPress(parts, composer, "reportLine", (ctx, traveller, { part, line }) =>
    about(parts, ctx, traveller, part, line, async (section, seen) =>
      redraw(ctx, await linePage(parts, traveller, section, seen)),
    ),
  );
  onOrganiserPress(parts, composer, "reportLineDo", (ctx, traveller, { part, line, what }) =>
    about(parts, ctx, traveller, part, line, (section, seen) =>
      act(parts, ctx, traveller, section, seen, what),
    ),
  );
  onOrganiserPress(parts, composer, "reportTakeAll", async (ctx, traveller, { part }) => {
    if (!isLineSection(part)) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await takeAll(parts, ctx, traveller, part);
    return redraw(ctx, await sectionPage(parts, traveller, part, 0));
  });

  return composer;
}

async function about(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  part: string,
  id: string,
  then: (section: LineSection, seen: SeenLine) => Promise<unknown>,
): Promise<unknown> {
  if (!isLineSection(part)) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
  const seen = await lineSeen(parts, traveller, part, id);
  return seen === undefined ? gone(ctx) : then(part, seen);
}

async function act(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  section: LineSection,
  seen: SeenLine,
  what: string,
): Promise<unknown> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  if (what === "drop" && seen.note === undefined)
    return redraw(ctx, askDropLine(traveller.reading, section, seen));
  if (what === "drop-yes" && seen.note === undefined) {
    await store.reports.drop(mission, "line", lineKey(section, seen.id));
    await enterDeed(parts, traveller, "report-drop");
    return redraw(ctx, await sectionPage(parts, traveller, section, 0));
  }
  const change = changes[what];
  if (change === undefined) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
  // A note without words is to be put in some first.
  const hasWords = seen.line?.text !== undefined || (seen.note !== undefined && isPrintable(seen.note));
  if (what === "take" && !hasWords)
    return ctx.answerCallbackQuery({ text: ctx.speech.say("report-line-voice"), show_alert: true });
  await putLine(parts, ctx, traveller, section, seen.id, seen.note, change);
  await enterDeed(parts, traveller, "report-line");
  const decided = what === "take" || what === "leave";
  if (decided && seen.state === "undecided") return showNext(parts, ctx, traveller, section);
  const now = await lineSeen(parts, traveller, section, seen.id);
  return now === undefined ? gone(ctx) : redraw(ctx, await linePage(parts, traveller, section, now));
}

const changes: Readonly<Record<string, (line: ReportLine) => ReportLine>> = {
  take: (line) => ({ ...line, taken: true }),
  leave: (line) => ({ ...line, taken: false }),
  original: ({ text: _, ...line }) => line,
  photos: (line) => ({ ...line, photos: true, taken: true }),
  "no-photos": (line) => ({ ...line, photos: false }),
};

async function putLine(
  { store, clock }: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  section: LineSection,
  id: string,
  note: Note | undefined,
  change: (line: ReportLine) => ReportLine,
): Promise<void> {
  const fresh: ReportLine = {
    section,
    taken: false,
    ...(note === undefined ? {} : { note: note.id }),
    ...(note?.event === undefined ? {} : { event: note.event }),
    // What was released for the press was released with its pictures.
    ...(note?.readers === "released" ? { photos: true } : {}),
  };
  await store.reports.put(
    missionIdOf(traveller),
    "line",
    lineKey(section, id),
    (was) => change(was ?? fresh),
    { by: traveller.seat.id, at: clock.now(), update: ctx.update.update_id },
  );
}

/** The next line nobody has decided about; when there is none, the section. */
async function showNext(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  section: LineSection,
): Promise<void> {
  const draft = await parts.store.reports.draft(missionIdOf(traveller));
  const [next] = await candidatesOf(parts.store, traveller.mission, draft, section);
  const seen = next?.state === "undecided" ? await lineSeen(parts, traveller, section, next.id) : undefined;
  return redraw(
    ctx,
    seen === undefined
      ? await sectionPage(parts, traveller, section, 0)
      : await linePage(parts, traveller, section, seen),
  );
}

/** Takes whatever nobody has decided about and has words; what another organiser decides meanwhile stands. */
async function takeAll(
  parts: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  section: LineSection,
): Promise<void> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const all = await candidatesOf(store, traveller.mission, await store.reports.draft(mission), section);
  const undecided = all.filter(({ state }) => state === "undecided");
  for (let from = 0; from < undecided.length; from += AT_ONCE) {
    await Promise.all(
      undecided.slice(from, from + AT_ONCE).map(async ({ id }) => {
        const note = await store.notes.find(mission, id);
        if (note === undefined || !isPrintable(note)) return;
        const isDecided = await store.reports.piece(mission, "line", lineKey(section, id));
        if (isDecided !== undefined) return;
        await putLine(parts, ctx, traveller, section, id, note, (line) => ({ ...line, taken: true }));
      }),
    );
  }
  await enterDeed(parts, traveller, "report-line");
}
