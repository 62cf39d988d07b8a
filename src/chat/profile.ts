/** What Telegram shows of the bot before anybody writes to it: set at start, and only where it is not so already. */
import { type Api, GrammyError, HttpError } from "grammy";
import type { BotCommand } from "grammy/types";
import { type Language, languages } from "../domain/mission.ts";
import type { Log } from "../log.ts";
import type { Speeches } from "../messages/speech.ts";

/** English also stands for every language the bot does not speak. */
const everywhere: readonly { language: Language; code: "" | Language }[] = [
  { language: "en", code: "" },
  ...languages.map((language) => ({ language, code: language })),
];

/** Sets the bot's descriptions, the commands of strangers and the menu button. Nothing depends on it, so nothing is made of a failure. */
export async function showProfile(api: Api, speeches: Speeches, log: Log): Promise<void> {
  try {
    for (const { language, code } of everywhere) await showIn(api, speeches(language), code);
    const button = await api.getChatMenuButton();
    if (button.type !== "commands") await api.setChatMenuButton({ menu_button: { type: "commands" } });
  } catch (error) {
    if (!(error instanceof GrammyError) && !(error instanceof HttpError)) throw error;
    log.debug({ why: error.message }, "the bot's description is left as it is until the next start");
  }
}

async function showIn(api: Api, speech: ReturnType<Speeches>, code: "" | Language): Promise<void> {
  const where = code === "" ? {} : { language_code: code };
  const description = speech.say("bot-description");
  if ((await api.getMyDescription(where)).description !== description) {
    await api.setMyDescription(description, where);
  }
  const short = speech.say("bot-short-description");
  if ((await api.getMyShortDescription(where)).short_description !== short) {
    await api.setMyShortDescription(short, where);
  }
  const commands: BotCommand[] = [{ command: "start", description: speech.say("bot-start") }];
  if (JSON.stringify(await api.getMyCommands(where)) !== JSON.stringify(commands)) {
    await api.setMyCommands(commands, where);
  }
}
