/** The delegation's chat: what is posted there, and what is said there to one person. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { News } from "../domain/news.ts";
import { type BotMessage, plain } from "./message.ts";
import { approvedMessage, newsMessage } from "./news.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

/** What has changed for anybody. Buttons are for one's own chat: here everybody would press the same ones. */
export function generalNews(reading: Reading, news: News): BotMessage {
  const { text } = news.kind === "changes" ? newsMessage(reading, news.changes) : approvedMessage(reading);
  return { text: FormattedString.join([text, reading.speech.say("delegation-own")], "\n\n") };
}

/** Under a question in the group whose answer has gone to the asker's own chat. */
export function answeredPrivately({ speech }: Reading): BotMessage {
  return { text: plain(speech.say("delegation-answered")) };
}

/** The same where the bot may not write to the asker. */
export function cannotAnswer(speech: Speech, bot: string): BotMessage {
  return { text: plain(speech.say("delegation-start-bot", { bot })) };
}
