/** The audit log: what is done in the name of a delegation is entered. */
import type { ChatParts, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";

/** Enters what somebody did, and to what; `deed-<did>` in the locales names it. */
export async function enterDeed(
  { store, clock }: Pick<ChatParts, "store" | "clock">,
  traveller: Traveller,
  did: string,
  about?: string,
): Promise<void> {
  const deed = { at: clock.now(), by: traveller.seat.id, did };
  await store.audit.enter(missionIdOf(traveller), about === undefined ? deed : { ...deed, about });
}
