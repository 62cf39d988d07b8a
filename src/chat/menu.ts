import type { BotCommand } from "grammy/types";
import { commandsOf } from "../messages/help.ts";
import type { ChatContext, ChatParts, Traveller } from "./context.ts";

/** Sets the commands Telegram offers in a member's chat: those of their role, in their language. */
export async function showCommands(
  { speeches }: ChatParts,
  ctx: ChatContext,
  traveller: Traveller,
): Promise<void> {
  const { seat, participant } = traveller;
  const speech = speeches(participant.language);
  const names = commandsOf(seat, traveller.missions.length);
  const commands: BotCommand[] = names.map((command) => ({
    command,
    description: speech.say(`command-${command}`),
  }));
  await ctx.api.setMyCommands(commands, { scope: { type: "chat", chat_id: participant.chat } });
}
