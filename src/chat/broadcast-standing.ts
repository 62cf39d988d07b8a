import { sendUnit } from "../delivery/broadcast-copies.ts";
import { circleFor } from "../delivery/broadcast-tasks.ts";
import { type Broadcast, stillInForce, unitsOf } from "../domain/broadcasts.ts";
import { askToConfirm } from "../messages/broadcast-copies.ts";
import type { LedgerEntry } from "../storage/ledger.ts";
import type { ChatContext, ChatParts, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";

/** Shows somebody who has just joined the notices that are still in force; from now on they are among the recipients. */
export async function showStanding(parts: ChatParts, ctx: ChatContext, traveller: Traveller): Promise<void> {
  const { store } = parts;
  const mission = missionIdOf(traveller);
  const circle = await circleFor(store, mission, undefined, traveller.reading.now);
  if (circle === undefined) return;
  const { id } = traveller.seat;
  for (const broadcast of stillInForce(await store.broadcasts.all(mission), id, circle)) {
    const joined = await store.broadcasts.amend(mission, broadcast.id, (was) => {
      if (was.state !== "sent" || was.sent === undefined || was.sent.to.includes(id)) return undefined;
      return { to: { ...was, sent: { ...was.sent, to: [...was.sent.to, id] } } };
    });
    await show(parts, ctx, traveller, joined ?? broadcast);
  }
}

async function show({ store }: ChatParts, ctx: ChatContext, traveller: Traveller, broadcast: Broadcast) {
  const { reading, participant, seat } = traveller;
  const mission = missionIdOf(traveller);
  const ledger = await store.ledger.of(mission, seat.id);
  const words = { ask: askToConfirm(reading, broadcast) };
  for (const unit of unitsOf(broadcast).filter(({ identity }) => !ledger.has(identity))) {
    const result = await sendUnit(ctx.api, participant.chat, unit, words, { silent: true });
    const at = reading.now;
    const entry: LedgerEntry =
      result.kind === "sent"
        ? {
            outcome: "delivered",
            at,
            chat: result.chat,
            message: result.message,
            ...(result.messages === undefined ? {} : { messages: result.messages }),
          }
        : { outcome: result.kind === "gone" ? "unreachable" : "failed", at };
    await store.ledger.enter(mission, seat.id, new Map([[unit.identity, entry]]));
  }
}
