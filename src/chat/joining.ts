/** Who comes with a link, and who comes without. */
import { Composer } from "grammy";
import { outsiderMessage } from "../messages/joining.ts";
import { fourKeys } from "../messages/message.ts";
import { dayMessage, plain } from "../messages/schedule.ts";
import type { InvitationFor } from "../storage/invitations.ts";
import type { ChatContext, ChatParts, Traveller } from "./context.ts";
import { respond } from "./respond.ts";
import { firstDayToShow } from "./schedule.ts";

/** What the join scene is entered with. */
export interface JoinTask {
  readonly code: string;
  readonly for: InvitationFor;
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
      return respond(ctx, outsiderMessage(ctx.speech, "invitation-unknown"));
    }
    return enter(ctx, { code, for: invitation.for });
  });

  return composer;
}

/** Whether there is a mission in which a person has no seat yet. */
async function lacksSeats({ store }: ChatParts, user: number): Promise<boolean> {
  const [missions, seats] = await Promise.all([store.missions.ids(), store.people.seatsOfUser(user)]);
  return missions.some((mission) => !(mission in seats));
}

/** A member comes back: the keyboard, and the day. */
async function greet(ctx: ChatContext, { reading }: Traveller): Promise<void> {
  await respond(ctx, { text: plain(ctx.speech.say("join-already")), keyboard: fourKeys(ctx.speech) });
  await respond(ctx, dayMessage(reading, firstDayToShow(reading)));
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

/** The last word to people without a seat, and silence in groups. */
export function outsiders(): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  composer
    .filter((ctx) => ctx.traveller === undefined)
    .use(async (ctx) => {
      const spoke = ctx.message !== undefined || ctx.callbackQuery !== undefined;
      if (spoke && ctx.chat?.type === "private") await respond(ctx, outsiderMessage(ctx.speech, "outsider"));
    });
  return composer;
}
