/** Changing the programme: organisers say what is to change, by buttons or in words; the edits gather in their draft. */
import { Composer } from "grammy";
import type { Edit } from "../domain/edits.ts";
import type { Event, Mission } from "../domain/mission.ts";
import { isDate, type TimedEvent } from "../domain/timetable.ts";
import { typedEdit } from "../domain/typed-edits.ts";
import { changeDay, changeDays, changeEvent, eventOf, moveMenu, placeMenu } from "../messages/changing.ts";
import { type AskedField, askField, currentOf, fieldsMenu, isAskedField } from "../messages/event-fields.ts";
import { eventIdBy } from "../messages/reading.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { showDraft, showLaying } from "./drafting.ts";
import { missionIdOf, organisersAmong } from "./guard.ts";
import { onOrganiserPress, startOf, type Tapped } from "./press.ts";
import { addEdits, asDrafted } from "./releasing.ts";
import { redraw, respond } from "./respond.ts";

/** What the change scene is entered with: ids only. */
export interface ChangeTask {
  readonly mission: string;
  readonly field: AskedField;
  /** Absent for a new event, which has a day instead. */
  readonly event?: string;
  readonly date?: string;
}

const eventVerbs = [
  "changeEvent",
  "changeMove",
  "changeMore",
  "changeTeams",
  "changePlace",
  "changeBy",
  "changeCopy",
] as const;

export function changing(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const organisers = organisersAmong(composer);

  parts.words.onCommand(organisers, "change", "change", async (ctx) =>
    respond(ctx, changeDays(ctx.traveller.reading, await hasDraft(parts, ctx.traveller))),
  );
  onOrganiserPress(parts, composer, "change", async (ctx, traveller) =>
    redraw(ctx, changeDays(traveller.reading, await hasDraft(parts, traveller))),
  );
  onOrganiserPress(parts, composer, "changeDay", (ctx, { reading }, { date }) =>
    isDate(date) ? redraw(ctx, changeDay(reading, date)) : old(ctx),
  );
  onOrganiserPress(parts, composer, "changeDayFrom", (ctx, { reading }, { date, from }) =>
    isDate(date) ? redraw(ctx, changeDay(reading, date, startOf(from))) : old(ctx),
  );
  onOrganiserPress(parts, composer, "draft", (ctx, traveller) => showDraft(parts, ctx, traveller));

  const onEvent = <V extends (typeof eventVerbs)[number]>(
    verb: V,
    show: (
      ctx: Tapped<MemberContext>,
      drafted: Traveller,
      timed: TimedEvent,
      fields: { from: string | undefined; minutes: string | undefined; inForce: Traveller },
    ) => Promise<unknown>,
  ) =>
    onOrganiserPress(parts, composer, verb, async (ctx, traveller, fields) => {
      const { event = "", from, minutes }: { event?: string; from?: string; minutes?: string } = fields;
      const found = await eventByNumber(parts, traveller, event);
      return found.timed === undefined
        ? gone(ctx)
        : show(ctx, found.drafted, found.timed, { from, minutes, inForce: traveller });
    });

  onEvent("changeEvent", (ctx, { reading }, timed) => redraw(ctx, changeEvent(reading, timed)));
  onEvent("changeMore", (ctx, { reading }, timed) => redraw(ctx, fieldsMenu(reading, timed)));
  onEvent("changeTeams", (ctx, { reading }, timed, { from }) =>
    redraw(ctx, fieldsMenu(reading, timed, startOf(from ?? ""))),
  );
  onEvent("changeMove", async (ctx, traveller, timed) => {
    await redraw(ctx, moveMenu(traveller.reading, timed));
    await listen(ctx, { mission: missionIdOf(traveller), field: "start", event: timed.event.id });
  });
  onEvent("changePlace", async (ctx, traveller, timed, { from }) => {
    await redraw(ctx, placeMenu(traveller.reading, timed, startOf(from ?? "")));
    await listen(ctx, { mission: missionIdOf(traveller), field: "place", event: timed.event.id });
  });
  onEvent("changeBy", async (ctx, traveller, { event }, { minutes = "", inForce }) => {
    // A tap says what could be typed, and is refused for the same reasons.
    const text = minutes.startsWith("-") ? minutes : `+${minutes}`;
    const said = { field: "start", event, text, now: traveller.reading.now, fresh: "" };
    const typed = typedEdit(traveller.mission.programme.mission, said);
    if (typed.ok) return edit(parts, ctx, inForce, typed.edits);
    await ctx.answerCallbackQuery({ text: ctx.speech.say(`typed-${typed.why}`), show_alert: true });
    return listen(ctx, { mission: missionIdOf(traveller), field: "start", event: event.id });
  });
  onEvent("changeCopy", async (ctx, traveller, timed) => {
    await redraw(ctx, askField(traveller.reading, "copy", { event: timed }));
    await listen(ctx, { mission: missionIdOf(traveller), field: "copy", event: timed.event.id });
  });

  onOrganiserPress(parts, composer, "changeVenue", async (ctx, traveller, { event, venue: index }) => {
    const { timed } = await eventByNumber(parts, traveller, event);
    const venue = traveller.mission.programme.mission.venues?.[Number(index)];
    if (timed === undefined || venue === undefined) return gone(ctx);
    return edit(parts, ctx, traveller, [{ do: "place", event: timed.event.id, venue: venue.id }]);
  });
  onOrganiserPress(parts, composer, "changeDo", async (ctx, traveller, { event, what }) => {
    if (what === "approve") return edit(parts, ctx, traveller, [{ do: "approve" }]);
    const { timed, cancelled } = await eventByNumber(parts, traveller, event);
    const edits = editsFor(what, timed?.event, cancelled);
    return edits === undefined ? gone(ctx) : edit(parts, ctx, traveller, edits);
  });
  onOrganiserPress(parts, composer, "changeToggle", async (ctx, traveller, { event, what }) => {
    const { timed } = await eventByNumber(parts, traveller, event);
    const toggled = timed && toggle(traveller.mission.programme.mission, timed.event, what);
    return toggled === undefined ? gone(ctx) : edit(parts, ctx, traveller, [toggled]);
  });
  onOrganiserPress(parts, composer, "changeField", async (ctx, traveller, { event, field }) => {
    const { timed, drafted } = await eventByNumber(parts, traveller, event);
    if (timed === undefined || !isAskedField(field)) return gone(ctx);
    const { reading } = drafted;
    await redraw(ctx, askField(reading, field, { event: timed, current: currentOf(reading, timed, field) }));
    return listen(ctx, { mission: missionIdOf(traveller), field, event: timed.event.id });
  });
  onOrganiserPress(parts, composer, "changeAdd", async (ctx, traveller, { date }) => {
    if (!isDate(date)) return old(ctx);
    await redraw(ctx, askField(traveller.reading, "new", {}));
    return listen(ctx, { mission: missionIdOf(traveller), field: "new", date });
  });

  return composer;
}

async function hasDraft({ store }: ChatParts, traveller: Traveller): Promise<boolean> {
  const [mission, owner] = [missionIdOf(traveller), traveller.seat.id];
  return (await store.drafts.of(mission, owner)) !== undefined || store.drafts.hasAside(mission, owner);
}

/** From here on what the organiser writes is the answer, until they tap or command something else. */
async function listen(ctx: MemberContext, task: ChangeTask): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("change", task);
}

async function edit(
  parts: ChatParts,
  ctx: Tapped<MemberContext>,
  traveller: Traveller,
  edits: readonly Edit[],
) {
  const way = {
    how: edits[0]?.do === "approve" ? "approval" : "change",
    update: ctx.update.update_id,
  } as const;
  return showLaying(parts, ctx, traveller, await addEdits(parts, traveller, edits, way));
}

/** An event as the draft would have it. */
async function eventByNumber(parts: ChatParts, traveller: Traveller, handle: string) {
  const drafted = await asDrafted(parts, traveller);
  const { mission } = drafted;
  return { drafted, ...eventOf(mission.programme, eventIdBy(mission, handle) ?? "") };
}

function old(ctx: Tapped<MemberContext>) {
  return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
}

function gone(ctx: Tapped<MemberContext>) {
  return ctx.answerCallbackQuery({ text: ctx.speech.say("change-event-gone"), show_alert: true });
}

function editsFor(what: string, event: Event | undefined, cancelled: Event | undefined): Edit[] | undefined {
  if (what === "restore") return cancelled && [{ do: "restore", event: cancelled.id }];
  if (event === undefined) return undefined;
  switch (what) {
    case "cancel":
    case "hold":
    case "resume":
      return [{ do: what, event: event.id }];
    case "confirm":
      return [{ do: "set", event: event.id, field: "status", value: null }];
    case "tentative":
      return [{ do: "set", event: event.id, field: "status", value: "tentative" }];
    default:
      return undefined;
  }
}

function toggle(mission: Mission, event: Event, what: string): Edit | undefined {
  const set = (field: "groups" | "vehicles", id: string | undefined): Edit | undefined => {
    if (id === undefined) return undefined;
    const has = event[field] ?? [];
    const value = has.includes(id) ? has.filter((one) => one !== id) : [...has, id];
    return { do: "set", event: event.id, field, value };
  };
  if (what === "fixed" || what === "optional")
    return { do: "set", event: event.id, field: what, value: event[what] === true ? null : true };
  const index = Number(what.slice(1));
  if (what.startsWith("g")) return set("groups", mission.groups?.[index]?.id);
  return what.startsWith("v") ? set("vehicles", mission.vehicles?.[index]?.id) : undefined;
}
