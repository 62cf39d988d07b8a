import { type Api, GrammyError } from "grammy";
import type { BotCommand } from "grammy/types";
import { commandsOf } from "../messages/help.ts";
import type { ChatParts, Traveller } from "./context.ts";
import { travellerOf } from "./guard.ts";

/** Sets the commands Telegram offers in a member's chat: those of their role, in their language. */
export async function showCommands({ speeches }: ChatParts, api: Api, traveller: Traveller): Promise<void> {
  const { seat, participant } = traveller;
  const speech = speeches(participant.language);
  const names = commandsOf(seat, traveller.missions.length);
  const commands: BotCommand[] = names.map((command) => ({
    command,
    description: speech.say(`command-${command}`),
  }));
  await api.setMyCommands(commands, { scope: { type: "chat", chat_id: participant.chat } });
}

/**
 * The same for somebody whose rights others have changed, who may have blocked the bot meanwhile; without a seat they
 * are offered no commands. In a private chat the chat's id is the user's (Bot API, Chat).
 */
export async function renewCommands(parts: ChatParts, api: Api, user: number): Promise<void> {
  const traveller = await travellerOf(parts, user);
  try {
    if (traveller !== undefined) await showCommands(parts, api, traveller);
    else await api.deleteMyCommands({ scope: { type: "chat", chat_id: user } });
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
  }
}
