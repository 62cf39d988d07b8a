/** Who comes with a link, and who comes without. */
import { Composer } from "grammy";
import type { Language } from "../domain/mission.ts";
import { askPosition, askWho, outsiderMessage } from "../messages/joining.ts";
import { type BotMessage, fourKeys, plain } from "../messages/message.ts";
import { whoInFull } from "../messages/names.ts";
import type { Speech } from "../messages/speech.ts";
import type { InvitationFor } from "../storage/invitations.ts";
import type { ChatContext, ChatParts, Traveller } from "./context.ts";
import { respond } from "./respond.ts";
import { firstDay } from "./schedule.ts";

/** What the join scene is entered with. */
export interface JoinTask {
  readonly code: string;
  readonly for: InvitationFor;
  /** The question has been asked already, and the update that enters the scene answers it. */
  readonly asked?: boolean;
}

/** Long enough for whoever is listed to answer at leisure; programme time, milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** `/start`: with a code it begins joining, without one it shows a member the day and an outsider nothing. */
export function joining(parts: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  const { store, clock } = parts;

  composer.chatType("private").command("start", async (ctx, next) => {
    const user = ctx.from.id;
    const code = ctx.match;
    if (code === "") {
      const listed = parts.organisers.includes(user) && (await lacksSeats(parts, user));
      if (ctx.traveller !== undefined && !listed) return greet(ctx, ctx.traveller);
      const granted = await grantedTask(parts, user);
      if (!listed && granted !== undefined) return enter(ctx, granted);
      if (!listed) return next();
      const now = clock.now();
      const own = await store.invitations.create({ kind: "organiser" }, 1, { now, expiresAt: now + DAY });
      return enter(ctx, { code: own, for: { kind: "organiser" } });
    }
    if (await store.invitations.guessesTooOften(user)) {
      return respond(ctx, outsiderMessage(ctx.speech, "guesses-too-many"));
    }
    const invitation = await store.invitations.find(code, clock.now());
    if (invitation === undefined || !(await leadsSomewhere(parts, invitation.for))) {
      // People look for the bot by the link they once joined with.
      if (ctx.traveller !== undefined) return greet(ctx, ctx.traveller);
      await store.invitations.wrongGuess(user);
      return respond(
        ctx,
        outsiderMessage(ctx.speech, "invitation-unknown", await store.requests.standing(user)),
      );
    }
    return enter(ctx, { code, for: invitation.for });
  });

  // Who was let in on request was asked the question then, outside of any scene.
  composer
    .chatType("private")
    .filter((ctx) => ctx.traveller === undefined && spoke(ctx))
    .use(async (ctx, next) => {
      const granted = ctx.from === undefined ? undefined : await grantedTask(parts, ctx.from.id);
      await (granted === undefined ? next() : enter(ctx, { ...granted, asked: true }));
    });

  return composer;
}

function spoke({ message, callbackQuery }: ChatContext): boolean {
  return message !== undefined || callbackQuery !== undefined;
}

/** The invitation somebody was given on request, while it can be used. */
async function grantedTask(parts: ChatParts, user: number): Promise<JoinTask | undefined> {
  const { store, clock } = parts;
  const code = await store.requests.granted(user);
  const invitation = code === undefined ? undefined : await store.invitations.find(code, clock.now());
  if (invitation === undefined || !(await leadsSomewhere(parts, invitation.for))) return undefined;
  return { code: invitation.code, for: invitation.for };
}

/** Whether there is a mission in which a person has no seat yet. */
async function lacksSeats({ store }: ChatParts, user: number): Promise<boolean> {
  const [missions, seats] = await Promise.all([store.missions.ids(), store.people.seatsOfUser(user)]);
  return missions.some((mission) => !(mission in seats));
}

/** A member comes back: the keyboard, and the day. */
async function greet(ctx: ChatContext, { reading }: Traveller): Promise<void> {
  await respond(ctx, { text: plain(ctx.speech.say("join-already")), keyboard: fourKeys(ctx.speech) });
  await respond(ctx, firstDay(reading));
}

/** A seat or group that has since left the mission cannot be joined. */
async function leadsSomewhere({ store }: ChatParts, what: InvitationFor): Promise<boolean> {
  if (what.kind === "organiser") return true;
  const mission = await store.missions.inForce(what.mission);
  if (what.kind === "seat") return (await store.people.seat(what.mission, what.seat)) !== undefined;
  return mission?.programme.mission.groups?.some(({ id }) => id === what.group) ?? false;
}

async function enter(ctx: ChatContext, task: JoinTask): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter("join", task);
}

/** The question of the join scene as it stands now: the position of a guest while there is none, then whether it is them. */
export async function joinQuestion(
  parts: ChatParts,
  task: JoinTask,
  language: Language,
  position: string | null,
): Promise<BotMessage> {
  const speech = parts.speeches(language);
  const title = await missionTitle(parts, task, speech);
  if (position === null && task.for.kind === "group") {
    return askPosition(speech, await groupTitle(parts, task, speech), title ?? "");
  }
  return askWho(speech, await nameOf(parts, task, speech, position ?? ""), title, aboutOf(task));
}

/** Enough of the code to know one question from another. */
export function aboutOf({ code }: JoinTask): string {
  return code.slice(0, 10);
}

async function missionTitle(
  { store }: ChatParts,
  { for: what }: JoinTask,
  speech: Speech,
): Promise<string | undefined> {
  if (what.kind === "organiser") return undefined;
  const mission = await store.missions.inForce(what.mission);
  return mission === undefined ? undefined : speech.text(mission.programme.mission.title);
}

async function groupTitle({ store }: ChatParts, { for: what }: JoinTask, speech: Speech): Promise<string> {
  if (what.kind !== "group") return "";
  const mission = await store.missions.inForce(what.mission);
  const group = mission?.programme.mission.groups?.find(({ id }) => id === what.group);
  return group === undefined ? "" : speech.text(group.title);
}

async function nameOf(
  { store }: ChatParts,
  { for: what }: JoinTask,
  speech: Speech,
  position: string,
): Promise<string> {
  if (what.kind === "organiser") return speech.say("organiser");
  if (what.kind === "group") return position;
  const seat = await store.people.seat(what.mission, what.seat);
  return seat === undefined ? "" : whoInFull(seat, speech);
}

/** The last word to people without a seat, and silence in groups. */
export function outsiders({ store }: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  composer
    .filter((ctx) => ctx.traveller === undefined)
    .use(async (ctx) => {
      if (!spoke(ctx) || ctx.chat?.type !== "private" || ctx.from === undefined) return;
      const standing = await store.requests.standing(ctx.from.id);
      await respond(ctx, outsiderMessage(ctx.speech, "outsider", standing));
    });
  return composer;
}
