/** Settings in chat: reminders and digests as one wishes them, quiet hours, language. */
import { Composer } from "grammy";
import { queueCards } from "../delivery/days.ts";
import { languageSchema } from "../domain/mission.ts";
import { leadMenu, leadSorts, quietMenu, type Wishes } from "../domain/wishes.ts";
import { fourKeys, plain } from "../messages/message.ts";
import { settingsMessage, settingsPage } from "../messages/settings.ts";
import type { ChatParts, MemberContext } from "./context.ts";
import { travellerOf } from "./guard.ts";
import { showCommands } from "./menu.ts";
import { onPress } from "./press.ts";
import { redraw, respond } from "./respond.ts";

type Change = (wishes: Wishes) => Wishes;

export function settings(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const wishesOf = (ctx: MemberContext) => ctx.traveller.participant.wishes ?? {};

  parts.words.onCommand(composer, "settings", "settings", (ctx) =>
    respond(ctx, settingsMessage(ctx.speech, wishesOf(ctx))),
  );
  onPress(composer, "settings", (ctx, { page }) =>
    redraw(ctx, settingsPage(ctx.speech, page) ?? settingsMessage(ctx.speech, wishesOf(ctx))),
  );

  onPress(composer, "toggle", (ctx, { what }) => wish(parts, ctx, toggles.get(what)));
  onPress(composer, "setLead", (ctx, { sort: sortName, minutes }) => {
    const sort = leadSorts.find((one) => one === sortName);
    const lead = minutes === "none" ? null : leadMenu.find((one) => one === Number(minutes));
    return wish(
      parts,
      ctx,
      sort &&
        (({ leads: { [sort]: _, ...leads } = {}, ...wishes }) => ({
          ...wishes,
          leads: lead === undefined ? leads : { ...leads, [sort]: lead },
        })),
    );
  });
  onPress(composer, "setQuiet", (ctx, { hours }) => {
    const quiet = quietMenu[Number(hours)];
    return wish(parts, ctx, ({ quiet: _, ...wishes }) =>
      quiet === undefined ? wishes : { ...wishes, quiet },
    );
  });

  onPress(composer, "language", (ctx, { language }) => speak(parts, ctx, language));
  onPress(composer, "sound", (ctx, { heard }) =>
    redraw(ctx, { text: plain(ctx.speech.say(heard === "yes" ? "sound-heard" : "sound-how")) }),
  );

  return composer;
}

const toggles: ReadonlyMap<string, Change> = new Map([
  ["all", ({ muteAll, ...wishes }: Wishes) => (muteAll ? wishes : { ...wishes, muteAll: true })],
  [
    "evening",
    ({ withoutEvening, ...wishes }: Wishes) =>
      withoutEvening ? wishes : { ...wishes, withoutEvening: true },
  ],
  [
    "morning",
    ({ withoutMorning, ...wishes }: Wishes) =>
      withoutMorning ? wishes : { ...wishes, withoutMorning: true },
  ],
]);

/** Changes the reader's wishes in all their missions, and shows how they stand now. */
async function wish(
  { store, clock }: ChatParts,
  ctx: MemberContext,
  change: Change | undefined,
): Promise<void> {
  const { user, wishes = {} } = ctx.traveller.participant;
  if (change === undefined) return;
  for (const [mission, seat] of Object.entries(await store.people.seatsOfUser(user))) {
    await store.people.setWishes(mission, seat, change, clock.now());
  }
  await redraw(ctx, settingsMessage(ctx.speech, change(wishes)));
}

/** Speaks another language from now on: in messages, on the keyboard, in the menu of commands. */
async function speak(parts: ChatParts, ctx: MemberContext, wanted: string): Promise<void> {
  const { store, speeches } = parts;
  const language = languageSchema.safeParse(wanted);
  if (!language.success) return;
  const { user, wishes = {} } = ctx.traveller.participant;
  for (const [mission, seat] of Object.entries(await store.people.seatsOfUser(user))) {
    await store.people.setLanguage(mission, seat, language.data);
    await queueCards(parts, mission, [seat]);
  }
  const speech = speeches(language.data);
  await redraw(ctx, settingsMessage(speech, wishes));
  // The keyboard's words change with the language, and only a new message can bring it.
  await ctx.reply(speech.say("language-set", { language: speech.say("language-name") }), {
    reply_markup: fourKeys(speech),
  });
  const traveller = await travellerOf(parts, user);
  if (traveller !== undefined) await showCommands(parts, ctx.api, traveller);
}
