import type { Store } from "../storage/store.ts";
import { type DeliveryQueue, jobOf } from "./queue.ts";

/**
 * Has the cards of these seats drawn anew. Whatever changes for a person before the drawing begins is one job; what
 * changes later makes another, so that a card always ends as things are.
 */
export async function queueCards(
  { store, queue }: { readonly store: Store; readonly queue: DeliveryQueue },
  mission: string,
  seats: readonly string[],
  dueAt?: number,
): Promise<void> {
  const begun = await store.drawings.begun(mission, seats);
  const due = dueAt === undefined ? {} : { dueAt };
  await queue.addBulk(
    seats.map((seat, place) => jobOf("card", { mission, seat, ...due }, String(begun[place]))),
  );
}
