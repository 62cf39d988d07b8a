import { type Api, GrammyError } from "grammy";
import type { BotCommand } from "grammy/types";
import { escortedFor } from "../delivery/reading.ts";
import { commandsOf, type Standing } from "../messages/help.ts";
import type { ChatParts, Traveller } from "./context.ts";
import { travellerOf } from "./guard.ts";

/** What decides on a member's commands. */
export async function standingOf(
  { store }: ChatParts,
  { mission, missions, seat }: Traveller,
): Promise<Standing> {
  const isEscort = (await escortedFor(store, mission, seat)).length > 0;
  return { seat, missions: missions.length, isEscort };
}

/** Sets the commands Telegram offers in a member's chat: those of their role, in their language. */
export async function showCommands(parts: ChatParts, api: Api, traveller: Traveller): Promise<void> {
  const { participant } = traveller;
  const speech = parts.speeches(participant.language);
  const names = commandsOf(await standingOf(parts, traveller));
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
