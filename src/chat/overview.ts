/** What organisers look over: what requires attention, the last deliveries, everything organisers did. */
import { Composer } from "grammy";
import { attentionOf } from "../delivery/attention.ts";
import { organisersChat } from "../delivery/queue.ts";
import { attentionView } from "../messages/attention.ts";
import { DEEDS_ON_A_PAGE, journalPage } from "../messages/journal.ts";
import { OUTCOMES_ON_A_PAGE, outcomesPage } from "../messages/outcomes.ts";
import type { ChatParts, MemberContext } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { onOrganiserPress, startOf } from "./press.ts";
import { seatsOf } from "./questions.ts";
import { redraw } from "./respond.ts";

export function overview(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { store } = parts;

  onOrganiserPress(parts, composer, "attention", async (ctx, { mission, reading }) =>
    redraw(ctx, attentionView(reading, await attentionOf(store, mission, reading.now))),
  );
  onOrganiserPress(parts, composer, "outcomes", async (ctx, traveller, { from: start }) => {
    const id = missionIdOf(traveller);
    const from = startOf(start);
    const [participants, seats, broadcasts] = await Promise.all([
      store.people.participants(id),
      seatsOf(parts, traveller),
      store.broadcasts.all(id),
    ]);
    const recipients = [organisersChat, ...participants.map(({ seat }) => seat)];
    const page = await store.ledger.latest(id, recipients, { from, most: OUTCOMES_ON_A_PAGE });
    return redraw(ctx, outcomesPage(traveller.reading, { ...page, from, seats, broadcasts }));
  });
  onOrganiserPress(parts, composer, "journal", async (ctx, traveller, { from: start }) => {
    const from = startOf(start);
    const id = missionIdOf(traveller);
    const [page, seats, broadcasts] = await Promise.all([
      store.audit.page(id, { from, most: DEEDS_ON_A_PAGE }),
      seatsOf(parts, traveller),
      store.broadcasts.all(id),
    ]);
    return redraw(ctx, journalPage(traveller.reading, { ...page, from, seats, broadcasts }));
  });

  return composer;
}
