/** Programmes as files: out as JSON, Word and Excel, and in again by sending one to the bot. */
import { Composer, InputFile } from "grammy";
import { download } from "../delivery/files.ts";
import { replacement } from "../domain/edits.ts";
import type { Mission } from "../domain/mission.ts";
import { readMission } from "../domain/mission-check.ts";
import { missionFile } from "../domain/mission-file.ts";
import { isOrganiser } from "../domain/seats.ts";
import { programmeOf } from "../domain/timetable.ts";
import { type ExportKind, exportsMenu, fileProblems, isExportKind, offerMission } from "../messages/files.ts";
import { plain } from "../messages/message.ts";
import { problemLine } from "../messages/problems.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { showLaying } from "./drafting.ts";
import { missionIdOf, organisersAmong } from "./guard.ts";
import type { JoinTask } from "./joining.ts";
import { onOrganiserPress, onPress } from "./press.ts";
import { addEdits } from "./releasing.ts";
import { redraw, respond, withoutButtons } from "./respond.ts";

/** Ten times the largest mission we know; in bytes. */
const FILE_LIMIT = 2 * 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;

export function files(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const organisers = organisersAmong(composer);
  const { store } = parts;

  organisers.command("export", (ctx) => respond(ctx, exportsMenu(ctx.traveller.reading)));
  onOrganiserPress(parts, composer, "exports", (ctx, { reading }) => redraw(ctx, exportsMenu(reading)));
  onOrganiserPress(parts, composer, "export", async (ctx, traveller, { what }) => {
    if (!isExportKind(what)) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await ctx.answerCallbackQuery();
    const { name, bytes } = await exported(parts, traveller, what);
    return ctx.replyWithDocument(new InputFile(bytes, name));
  });

  organisers.on("message:document", async (ctx, next) => {
    const { file_id: id, file_name: name = "", file_size: size = 0 } = ctx.message.document;
    const kind = /\.(json|xlsx)$/i.exec(name)?.[1]?.toLowerCase();
    if (kind === undefined) return next();
    if (size > FILE_LIMIT) return ctx.reply(ctx.speech.say("file-too-big"));
    const file = await download(ctx.api, id, FILE_LIMIT);
    if (!file.ok)
      return ctx.reply(ctx.speech.say(file.why === "too big" ? "file-too-big" : "file-no-answer"));
    const { speech } = ctx.traveller.reading;
    const read = kind === "json" ? fromJson(file.bytes, speech) : await fromSheet(file.bytes, speech);
    if (!read.ok) return respond(ctx, fileProblems(ctx.traveller.reading, read.problems));
    return offer(parts, ctx, ctx.traveller, read.mission);
  });

  onPress(composer, "addMission", async (ctx, { draft: id }) => {
    const { traveller } = ctx;
    const kept = await store.drafts.of(missionIdOf(traveller), newMission(traveller));
    const edit = kept?.draft.id === id ? kept.draft.edits[0] : undefined;
    if (!isOrganiser(traveller.seat) || edit?.do !== "replace")
      return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await store.missions.import(edit.with.mission);
    await store.missions.seesFile(edit.with.mission);
    await store.drafts.drop(missionIdOf(traveller), newMission(traveller));
    await withoutButtons(ctx);
    const now = parts.clock.now();
    const code = await store.invitations.create({ kind: "organiser" }, 1, { now, expiresAt: now + DAY });
    const task: JoinTask = { code, for: { kind: "organiser" } };
    await ctx.conversation.exitAll();
    return ctx.conversation.enter("join", task);
  });

  onOrganiserPress(parts, composer, "fileDiffers", async (ctx, traveller, { what }) => {
    const id = missionIdOf(traveller);
    const kept = await store.drafts.of(id, "file");
    const edit = kept?.draft.edits[0];
    if (edit?.do !== "replace") return redraw(ctx, { text: plain(ctx.speech.say("draft-gone")) });
    if (what === "take") return offer(parts, ctx, traveller, edit.with.mission);
    await store.drafts.drop(id, "file");
    return redraw(ctx, { text: plain(ctx.speech.say("file-left")) });
  });

  return composer;
}

type Read =
  | { readonly ok: true; readonly mission: Mission }
  | { readonly ok: false; readonly problems: readonly string[] };

function fromJson(bytes: Uint8Array, { say }: Traveller["reading"]["speech"]): Read {
  const reading = readMission(bytes);
  if (reading.ok) return reading;
  return { ok: false, problems: reading.problems.map((problem) => problemLine(say, problem)) };
}

/** The libraries that read and write documents are large: they are loaded when somebody wants one. */
async function fromSheet(bytes: Uint8Array, speech: Traveller["reading"]["speech"]): Promise<Read> {
  const { missionFromSheet } = await import("../documents/mission-from-sheet.ts");
  return missionFromSheet(bytes, speech);
}

function newMission({ seat }: Traveller): string {
  return `new/${seat.id}`;
}

/** Compares a mission from a file with what is in force, and offers to release it; an unknown one is offered as new. */
async function offer(parts: ChatParts, ctx: MemberContext, traveller: Traveller, mission: Mission) {
  const { store } = parts;
  const own = traveller.missions.find(({ programme }) => programme.mission.id === mission.id);
  const update = ctx.update.update_id;
  if (own === undefined) {
    if ((await store.missions.inForce(mission.id)) !== undefined) {
      return ctx.reply(ctx.speech.say("file-others-mission"));
    }
    const edit = { do: "replace", with: { mission, aside: { held: [], cancelled: [] } } } as const;
    const draft = { id: update.toString(36), base: 0, edits: [edit], how: "file", atOnce: false } as const;
    await store.drafts.save(missionIdOf(traveller), newMission(traveller), { ...draft, lastUpdate: update });
    return respond(ctx, offerMission(ctx.speech, programmeOf(mission, 1), draft.id));
  }
  if (own !== traveller.mission) return ctx.reply(ctx.speech.say("file-other-mission"));
  const state = { mission: own.programme.mission, aside: own.aside };
  const laying = await addEdits(parts, traveller, [replacement(state, mission)], { how: "file", update });
  return showLaying(parts, ctx, traveller, laying);
}

async function exported(
  { store }: ChatParts,
  traveller: Traveller,
  what: ExportKind,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { mission: inForce, reading } = traveller;
  const { programme, aside, release } = inForce;
  const { mission } = programme;
  const { speech, now } = reading;
  const seats = await store.people.seats(mission.id);
  const stem = `${mission.id}-${programme.revision}`;
  const json = missionFile({ mission, seats });
  switch (what) {
    case "json":
      return { name: `${stem}.json`, bytes: new TextEncoder().encode(json) };
    case "xlsx": {
      const { missionSheet } = await import("../documents/mission-sheet.ts");
      const whole = readMission(json);
      return { name: `${stem}.xlsx`, bytes: await missionSheet(whole.ok ? whole.mission : mission, speech) };
    }
    case "template": {
      const { emptyMissionSheet } = await import("../documents/mission-sheet.ts");
      return { name: "template.xlsx", bytes: await emptyMissionSheet(speech, mission.languages) };
    }
    case "general":
    case "working": {
      const { programmeDocx } = await import("../documents/programme-docx.ts");
      const cancelled = programmeOf({ ...mission, events: [...aside.cancelled] }, programme.revision).events;
      const held = new Set(aside.held);
      // The first revision has no hour of its own: it is as old as the mission's file.
      const releasedAt = release.at === 0 ? now : release.at;
      const bytes = await programmeDocx({ programme, kind: what, releasedAt, speech, cancelled, held });
      return { name: `${stem}-${what}.docx`, bytes };
    }
  }
}
