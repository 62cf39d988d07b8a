/** Voices without text: organisers hear each and write down what it says. */
import { Composer } from "grammy";
import { isUntyped } from "../domain/notes.ts";
import { isOrganiser } from "../domain/seats.ts";
import { cleaned, isBlank } from "../domain/words.ts";
import { plain } from "../messages/message.ts";
import { authorOf } from "../messages/notes.ts";
import { typedKept, voiceMessage, voicesDone } from "../messages/transcribing.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { sendItem } from "./note-item.ts";
import { authorsOf } from "./note-lists.ts";
import { onOrganiserPress, startOf } from "./press.ts";
import { respond } from "./respond.ts";
import { asksFor, type TypingTask } from "./typing.ts";

/** How many stale entries of the list are looked past at once. */
const LOOK_PAST = 20;

export function transcribing(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  onOrganiserPress(parts, composer, "untyped", (ctx, traveller, { from }) =>
    showVoice(parts, ctx, traveller, startOf(from)),
  );
  return composer;
}

/** Shows the voice that stands at a place of the list, and waits for its words. */
async function showVoice(parts: ChatParts, ctx: MemberContext, traveller: Traveller, from: number) {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const { which, total } = await store.notes.untyped(mission, { from, most: LOOK_PAST });
  for (const { note: id, item: key } of which) {
    const note = await store.notes.find(mission, id);
    const item = note?.items.find((one) => one.key === key);
    // What was deleted or written down just as the list was made leaves it now.
    if (note === undefined || item === undefined || !isUntyped(item)) continue;
    await sendItem(ctx, item);
    const author = authorOf(note, await authorsOf(parts, traveller), traveller.reading.speech);
    await asksFor(ctx, { what: "voice", mission, note: id, item: key });
    return respond(ctx, voiceMessage(traveller.reading, note, { author, from, total }));
  }
  return respond(ctx, voicesDone(traveller.reading));
}

/** Keeps what a voice says, unless its author or another organiser has written it down meanwhile. */
export async function typeVoice(
  { store, clock }: ChatParts,
  ctx: MemberContext,
  traveller: Traveller,
  { mission, note, item: key }: Extract<TypingTask, { what: "voice" }>,
  text: string,
): Promise<void> {
  const { seat, reading } = traveller;
  const { speech } = reading;
  if (!isOrganiser(seat)) {
    await ctx.reply(speech.say("change-no-organiser"));
    return;
  }
  if (isBlank(text)) {
    await ctx.reply(speech.say("survey-text"));
    return;
  }
  const typed = cleaned(text);
  const item = await store.notes.amendItem(mission, note, key, (was) =>
    isUntyped(was) ? { ...was, text: typed, typedBy: seat.id } : was,
  );
  if (item === undefined) {
    await respond(ctx, { text: plain(speech.say("note-gone")) });
    return;
  }
  if (item.typedBy !== seat.id || item.text !== typed) {
    await respond(ctx, { text: plain(speech.say("voice-typed-before")) });
    return;
  }
  await store.audit.enter(mission, { at: clock.now(), by: seat.id, did: "note-type" });
  const { total } = await store.notes.untyped(mission, { from: 0, most: 1 });
  await respond(ctx, typedKept(reading, total));
}
