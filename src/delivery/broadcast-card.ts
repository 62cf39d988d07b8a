/** The organiser's card of a broadcast: one message, edited while it is at work, that ends as its account. */
import { afterwards, type Broadcast, type Standing, standingOf, unitsOf } from "../domain/broadcasts.ts";
import { isOrganiser } from "../domain/seats.ts";
import { broadcastCard, type CardTask } from "../messages/broadcast-accounts.ts";
import { type BotMessage, textAndEntities } from "../messages/message.ts";
import type { Store } from "../storage/store.ts";
import { deliver, Later, type Recipient, written } from "./parcel.ts";
import { withSending } from "./sending.ts";
import { judge } from "./telegram.ts";

/** Shows how far a task (`send.<id>`) has come. It comes back by itself until everything has ended. @throws Later */
export async function settleCard(recipient: Recipient, about: string): Promise<void> {
  const { parts, mission, reading, seat } = recipient;
  // The role may have gone while it was at work.
  if (!isOrganiser(seat)) return;
  const { id: missionId } = mission.programme.mission;
  const [task, id = ""] = about.split(".");
  const broadcast = await parts.store.broadcasts.find(missionId, id);
  if (broadcast?.sent === undefined || !isCardTask(task)) return;
  const standings = await standingsOf(parts.store, missionId, broadcast, task);
  const isOver = ![...standings.values()].includes("ahead");
  const elapsed = Date.now() - broadcast.sent.started;
  const card = broadcastCard(reading, broadcast, { task, standings: [...standings.values()], elapsed });
  await show(recipient, about, card);
  if (!isOver) throw new Later("it is still at work", parts.cardEvery);
}

function isCardTask(task: string | undefined): task is CardTask {
  return task === "send" || task === "update" || task === "recall";
}

/** How each recipient stands, by seat, in the order they are sent to. */
export async function standingsOf(
  store: Pick<Store, "ledger" | "people">,
  mission: string,
  broadcast: Broadcast,
  task: CardTask,
): Promise<Map<string, Standing>> {
  const to = broadcast.sent?.to ?? [];
  const identities =
    task === "send" ? unitsOf(broadcast).map(({ identity }) => identity) : [afterwards[task](broadcast)];
  const [endings, participants] = await Promise.all([
    store.ledger.endings(mission, to, identities),
    store.people.participants(mission),
  ]);
  const here = new Set(participants.map(({ seat }) => seat));
  return new Map(to.map((seat) => [seat, standingOf(endings.get(seat) ?? [], { isMember: here.has(seat) })]));
}

async function show(recipient: Recipient, about: string, card: BotMessage): Promise<void> {
  const { parts, mission, seat } = recipient;
  const { id } = mission.programme.mission;
  const identity = `broadcast-card/${about}`;
  const [entry] = (await parts.store.ledger.endings(id, [seat.id], [identity])).get(seat.id) ?? [];
  const shown = JSON.stringify([card.text.text, card.buttons]);
  if (shown === (await parts.store.broadcasts.shown(id, about))) return;
  if (entry === undefined) {
    await deliver(recipient, {
      identities: [identity],
      send: written(card),
      silent: true,
      priority: "card",
      expiresAt: Number.POSITIVE_INFINITY,
    });
  } else if (entry.chat !== undefined && entry.message !== undefined) {
    const { chat, message } = entry;
    const { text, entities } = textAndEntities(card);
    const markup = card.buttons === undefined ? {} : { reply_markup: card.buttons };
    try {
      await withSending({ priority: "card" }, () =>
        parts.api.editMessageText(chat, message, text, { entities, ...markup }),
      );
    } catch (error) {
      const result = judge(error);
      // Gone, or the same already: neither is worth trying again.
      if (result.kind === "wait") throw new Later(result.why, result.ms);
    }
  }
  await parts.store.broadcasts.setShown(id, about, shown);
}
