/** Telling somebody else than who has just written. */
import type { Api } from "grammy";
import { send } from "../delivery/telegram.ts";
import type { Member } from "../domain/seats.ts";
import type { BotMessage } from "../messages/message.ts";
import type { Speech } from "../messages/speech.ts";
import type { ChatParts } from "./context.ts";

/**
 * Tells a member something in their language, without a sound: none of it has to be read in the street. It has been done
 * already, so that nothing fails here: whoever cannot be reached is noted, and anything else is for the log.
 */
export async function tell(
  { store, speeches, clock, log }: ChatParts,
  api: Api,
  mission: string,
  { seat, participant }: Member,
  compose: (speech: Speech) => BotMessage,
): Promise<void> {
  const own = (await store.missions.inForce(mission))?.programme.mission.languages[0];
  const result = await send(api, participant.chat, compose(speeches(participant.language, own)), {
    silent: true,
  });
  if (result.kind === "sent") return;
  if (result.kind === "gone") await store.people.setUnreachable(mission, seat.id, clock.now());
  else log.warn({ mission, seat: seat.id, why: result.why }, "somebody was not told of a change");
}
