/** The join scene: «Вы — …?», consent to keep data, then the day's programme and the keyboard. */
import type { Context } from "grammy";
import { showStanding } from "../src/chat/broadcast-standing.ts";
import type { ChatContext, ChatParts, Scene, Traveller } from "../src/chat/context.ts";
import { travellerOf } from "../src/chat/guard.ts";
import { aboutOf, type JoinTask, joinQuestion } from "../src/chat/joining.ts";
import { showCommands } from "../src/chat/menu.ts";
import { pressedIn } from "../src/chat/press.ts";
import { redraw, respond, withoutButtons } from "../src/chat/respond.ts";
import { showFirstDay } from "../src/chat/schedule.ts";
import { principalOf } from "../src/delivery/reading.ts";
import { type Language, languageSchema, type Seat } from "../src/domain/mission.ts";
import { toldOf } from "../src/domain/news.ts";
import { extraSeat } from "../src/domain/seats.ts";
import { cleaned, isBlank } from "../src/domain/words.ts";
import { askSound, welcome } from "../src/messages/joining.ts";
import type { Taking } from "../src/storage/invitations.ts";
import { outside } from "./steps.ts";

/** The longest position a guest may write. */
const POSITION_LIMIT = 200;

export function joinScene(parts: ChatParts) {
  return async (conversation: Scene, entered: Context, task: JoinTask): Promise<void> => {
    const step = outside(conversation);
    let language: Language = await step((ctx) => ctx.speech.language);
    // A guest of a group says what to be called; a named seat and an organiser's are known.
    let position: string | null = task.for.kind === "group" ? null : "";
    if (!task.asked) await step((ctx) => ask(parts, ctx, task, language, position));
    for (let first = task.asked ?? false; ; first = false) {
      const came = first ? entered : await conversation.wait();
      const changed = languageSchema.safeParse(pressedIn(came, "language")?.language);
      if (changed.success) {
        language = changed.data;
        const [now, named] = [language, position];
        await step((ctx) => ask(parts, ctx, task, now, named));
        continue;
      }
      // Another link begins anew elsewhere.
      if (came.message?.text?.startsWith("/start ")) await conversation.skip({ next: true });
      const [now, named] = [language, position];
      if (named === null) {
        position = await step((ctx) => readPosition(parts, ctx, task, now));
        continue;
      }
      const pressed = pressedIn(came, "join");
      // An old question's button answers that question, and no other.
      const answer = pressed?.about === aboutOf(task) ? pressed.answer : undefined;
      if (answer === "yes") return step((ctx) => take(parts, ctx, task, now, named));
      if (answer === "no") {
        return step(async (ctx) => {
          await ctx.reply(parts.speeches(now).say("join-no-answer"));
          await withoutButtons(ctx);
        });
      }
      await step((ctx) => ctx.reply(parts.speeches(now).say("join-use-buttons")).then(() => null));
    }
  };
}

/** The question as it stands now: the position of a guest, then whether it is them. */
async function ask(
  parts: ChatParts,
  ctx: ChatContext,
  task: JoinTask,
  language: Language,
  position: string | null,
) {
  const answer = ctx.callbackQuery === undefined ? respond : redraw;
  await answer(ctx, await joinQuestion(parts, task, language, position));
  return null;
}

async function readPosition(
  parts: ChatParts,
  ctx: ChatContext,
  task: JoinTask,
  language: Language,
): Promise<string | null> {
  const text = ctx.message?.text;
  const written =
    text === undefined || text.startsWith("/") || isBlank(text) ? "" : cleaned(text).replaceAll(/\s+/g, " ");
  const speech = parts.speeches(language);
  if (written === "" || written.length > POSITION_LIMIT) {
    await ctx.reply(speech.say(written !== "" ? "join-position-long" : "join-position-text"));
    return null;
  }
  await ask(parts, ctx, task, language, written);
  return written;
}

/** Takes the seat, or the organiser's seat of every mission, in one step; then shows the day. */
async function take(
  parts: ChatParts,
  ctx: ChatContext,
  task: JoinTask,
  language: Language,
  position: string,
) {
  const { store, clock } = parts;
  const user = ctx.from?.id ?? 0;
  const speech = parts.speeches(language);
  const now = clock.now();
  const seats = await seatsFor(parts, task, user, position);
  const takings = await Promise.all(
    seats.map(async ({ mission, seat, made }): Promise<Taking> => {
      const revision = (await store.missions.inForce(mission))?.programme.revision ?? 1;
      // They are shown the programme right away, and so are told of it.
      const participant = {
        seat: seat.id,
        user,
        chat: user,
        language,
        joinedAt: now,
        told: toldOf(seat, revision, 0, (await principalOf(store, mission, seat))?.seat),
      };
      return { mission, participant, ...(made ? { madeSeat: seat } : {}) };
    }),
  );
  const outcome = await store.invitations.take(task.code, takings, now);
  const refusals = {
    "sits elsewhere": "join-elsewhere",
    "seat taken": "join-seat-taken",
    "invitation ended": "invitation-unknown",
  } as const;
  if (outcome !== "taken" && outcome !== "already yours") {
    await ctx.reply(speech.say(refusals[outcome]));
    return withoutButtons(ctx);
  }
  // A revision released just now may have looked for them before they were there.
  await Promise.all(takings.map(({ mission, participant }) => store.stirred.add(mission, participant.seat)));
  await store.requests.settle(user);
  const meant = await travellerOf(parts, user);
  // Whoever is in another mission already is welcomed to this one, whichever is meant by date.
  const joined = task.for.kind === "organiser" ? meant : await travellerIn(parts, user, task.for.mission);
  if (meant === undefined || joined === undefined) return;
  const other = meant.mission.handle === joined.mission.handle ? undefined : meant.mission;
  await respond(ctx, welcome(speech, joined.seat, other));
  await showFirstDay(parts, ctx, joined);
  await showStanding(parts, ctx, joined);
  await showCommands(parts, ctx.api, meant);
  await respond(ctx, askSound(speech));
  // Last, since a chat takes few messages a second and the person waits for what they asked.
  await withoutButtons(ctx);
}

async function travellerIn(parts: ChatParts, user: number, mission: string): Promise<Traveller | undefined> {
  const inForce = await parts.store.missions.inForce(mission);
  return inForce === undefined ? undefined : travellerOf(parts, user, inForce.handle);
}

async function seatsFor(
  { store, speeches }: ChatParts,
  { for: what }: JoinTask,
  user: number,
  position: string,
): Promise<{ mission: string; seat: Seat; made: boolean }[]> {
  if (what.kind === "seat") {
    const seat = await store.people.seat(what.mission, what.seat);
    return seat === undefined ? [] : [{ mission: what.mission, seat, made: false }];
  }
  // Telegram's number of the person makes the seat theirs, however often they come; ids have at most 40 characters.
  const whose = user.toString(36);
  if (what.kind === "group") {
    const id = `${what.group.slice(0, 24)}-${whose}`;
    return [{ mission: what.mission, seat: extraSeat(id, position, { group: what.group }), made: true }];
  }
  const office = {
    ru: speeches("ru").say("organiser"),
    en: speeches("en").say("organiser"),
    ja: speeches("ja").say("organiser"),
  };
  const [missions, seats] = await Promise.all([store.missions.ids(), store.people.seatsOfUser(user)]);
  const seat = extraSeat(`organiser-${whose}`, office, { organiser: true });
  return missions.filter((mission) => !(mission in seats)).map((mission) => ({ mission, seat, made: true }));
}
