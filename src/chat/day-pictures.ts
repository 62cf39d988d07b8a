/** The day as a picture, under what shows the day in words. */
import { Composer, GrammyError, InputFile } from "grammy";
import type { Message } from "grammy/types";
import { pictureKey } from "../documents/picture-key.ts";
import { isDate } from "../domain/timetable.ts";
import { pictureCaption } from "../messages/day-card.ts";
import type { Reading } from "../messages/reading.ts";
import type { ChatParts, MemberContext } from "./context.ts";
import { onMissionPress, type Tapped } from "./press.ts";

export function dayPictures(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  onMissionPress(parts, composer, "picture", async (ctx, { reading }, { date }) => {
    if (!isDate(date)) return ctx.answerCallbackQuery(ctx.speech.say("old-button"));
    await ctx.answerCallbackQuery();
    return sendPicture(parts, ctx, reading, date);
  });
  return composer;
}

async function sendPicture({ store }: ChatParts, ctx: Tapped<MemberContext>, reading: Reading, date: string) {
  const { text: caption, entities: caption_entities } = pictureCaption(reading, date);
  const words = { caption, caption_entities };
  const look = pictureKey(reading, date);
  const known = await store.pictures.of(look);
  if (known !== undefined && (await sendKnown(ctx, known, words))) return;
  await ctx.replyWithChatAction("upload_photo");
  // The fonts and the canvas are large: they are loaded when somebody wants a picture.
  const { dayPicture } = await import("../documents/day-picture.ts");
  const file = new InputFile(await dayPicture(reading, date), `${date}.png`);
  const { photo } = await ctx.replyWithPhoto(file, words);
  const largest = photo.at(-1);
  if (largest !== undefined) await store.pictures.keep(look, largest.file_id);
}

/** Sends a picture Telegram has; false when it has it no more. */
async function sendKnown(
  ctx: Tapped<MemberContext>,
  fileId: string,
  words: Pick<Message, "caption" | "caption_entities">,
): Promise<boolean> {
  try {
    await ctx.replyWithPhoto(fileId, words);
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return false;
  }
}
