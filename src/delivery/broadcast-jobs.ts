/** What is done to one recipient of a broadcast: sending it, reminding, telling an escort, updating, taking back. */
import { afterwards, type Broadcast, membersOf, type Unit, unitsOf } from "../domain/broadcasts.ts";
import { askToConfirm, chaseMessage, escortMessage, markedBroadcast } from "../messages/broadcast-copies.ts";
import type { LedgerEntry, Outcome } from "../storage/ledger.ts";
import { type Copy, rewriteCopy, sendUnit, takeBack } from "./broadcast-copies.ts";
import { circleFor, escortsToTell } from "./broadcast-tasks.ts";
import { deliver, enter, Later, type Recipient, written } from "./parcel.ts";
import { withSending } from "./sending.ts";
import { judge, send } from "./telegram.ts";

/** Does what a job says about a broadcast (`send.<id>`), if it is still to be done. @throws Later to be tried again */
export async function settleBroadcast(recipient: Recipient, about: string): Promise<void> {
  const { parts, mission } = recipient;
  const [task, id = ""] = about.split(".");
  const broadcast = await parts.store.broadcasts.find(mission.programme.mission.id, id);
  if (broadcast?.sent === undefined) return;
  if (task === "send") await sendTo(recipient, broadcast);
  else if (task === "chase") await chase(recipient, broadcast);
  else if (task === "escort") await tellEscort(recipient, broadcast);
  else if (task === "update") await update(recipient, broadcast);
  else if (task === "recall") await recall(recipient, broadcast);
}

/** Unit by unit, each entered in the ledger when it has gone: after a crash one of them at most comes again. */
async function sendTo(recipient: Recipient, original: Broadcast): Promise<void> {
  const { reading, ended } = recipient;
  const broadcast = await markedFor(recipient, original);
  const due = unitsOf(broadcast).filter(({ identity }) => !ended(identity));
  if (broadcast.state === "recalled") return enter(recipient, due, { outcome: "superseded" });
  const words = { ask: askToConfirm(reading, broadcast) };
  for (const [place, unit] of due.entries()) {
    // A group confirms nothing, and the line that only asks for it is not for it.
    if (recipient.group !== undefined && unit.items.length === 0) continue;
    const posted = recipient.group === undefined ? unit : { ...unit, asks: false };
    const sent = await deliver(recipient, {
      identities: [unit.identity],
      send: (api, chat, how) => sendUnit(api, chat, posted, words, how),
      silent: !broadcast.important || recipient.group !== undefined,
      priority: "broadcast",
      expiresAt: Number.POSITIVE_INFINITY,
    });
    if (sent !== undefined) continue;
    // Where one did not get through because nobody is there, the rest does not either.
    const outcome = (await entryOf(recipient, unit.identity))?.outcome;
    if (outcome === "unreachable") return enter(recipient, due.slice(place + 1), { outcome });
  }
}

/** To an aide it says for whom it is, where it is for their principal and not for them. */
async function markedFor(
  { parts, mission, seat, reading }: Recipient,
  broadcast: Broadcast,
): Promise<Broadcast> {
  const { principal, speech } = reading;
  const { audience } = broadcast;
  if (principal === undefined || audience === undefined) return broadcast;
  const { id } = mission.programme.mission;
  const circle = await circleFor(parts.store, id, audience, reading.now);
  if (circle === undefined) return broadcast;
  const { seats: _, ...alone } = circle;
  const isOwn = membersOf(audience, broadcast.by, alone).some((member) => member.seat.id === seat.id);
  return isOwn ? broadcast : markedBroadcast(broadcast, principal.seat, speech);
}

async function entryOf(
  { parts, mission, seat }: Recipient,
  identity: string,
): Promise<LedgerEntry | undefined> {
  const { id } = mission.programme.mission;
  const [entry] = (await parts.store.ledger.endings(id, [seat.id], [identity])).get(seat.id) ?? [];
  return entry;
}

/** One reminder to confirm, unless they have by now. */
async function chase(recipient: Recipient, broadcast: Broadcast): Promise<void> {
  const { reading, ended } = recipient;
  const identity = afterwards.chase(broadcast);
  if (ended(identity)) return;
  if (await hasConfirmed(recipient, broadcast))
    return enter(recipient, [{ identity }], { outcome: "superseded" });
  const message = chaseMessage(reading, broadcast);
  const replyTo = (await entryOf(recipient, unitsOf(broadcast)[0]?.identity ?? ""))?.message;
  await deliver(recipient, {
    identities: [identity],
    send: (api, chat, how) => send(api, chat, message, { ...how, replyTo }),
    silent: false,
    priority: "broadcast",
    expiresAt: Number.POSITIVE_INFINITY,
  });
}

async function hasConfirmed(recipient: Recipient, { id, state }: Broadcast): Promise<boolean> {
  const { parts, mission, seat, group } = recipient;
  // A group has nothing to confirm.
  if (state !== "sent" || group !== undefined) return true;
  return (await parts.store.broadcasts.confirmed(mission.programme.mission.id, id)).has(seat.id);
}

/** Tells an escort who of their people still has not confirmed, if anybody has not. */
async function tellEscort(recipient: Recipient, broadcast: Broadcast): Promise<void> {
  const { parts, mission, reading, seat, ended } = recipient;
  const identity = afterwards.escort(broadcast);
  if (ended(identity)) return;
  const told = await escortsToTell(parts.store, mission.programme.mission.id, broadcast);
  const people = (told.get(seat.id) ?? []).map((member) => member.seat);
  if (people.length === 0 || broadcast.state !== "sent") {
    return enter(recipient, [{ identity }], { outcome: "superseded" });
  }
  await deliver(recipient, {
    identities: [identity],
    send: written(escortMessage(reading, broadcast, people)),
    silent: false,
    priority: "broadcast",
    expiresAt: Number.POSITIVE_INFINITY,
  });
}

/** Gives the copies the words the broadcast has now. */
async function update(recipient: Recipient, original: Broadcast): Promise<void> {
  const { parts, reading } = recipient;
  const broadcast = await markedFor(recipient, original);
  const confirmed = await hasConfirmed(recipient, broadcast);
  const { buttons } = askToConfirm(reading, broadcast);
  await change(recipient, broadcast, afterwards.update(broadcast), async (copy, unit, place) => {
    const item = unit.items[place];
    if (item === undefined || broadcast.state !== "sent") return "done";
    return rewriteCopy(parts.api, copy, item, unit.asks && !confirmed ? buttons : undefined);
  });
}

/** Takes the copies back, and the reminder to confirm with them. */
async function recall(recipient: Recipient, broadcast: Broadcast): Promise<void> {
  const { parts, reading } = recipient;
  const words = reading.speech.say("cast-recalled-copy");
  await change(recipient, broadcast, afterwards.recall(broadcast), (copy, unit, place, { at }) =>
    takeBack(parts.api, copy, { age: reading.now - at, item: unit.items[place], words }),
  );
}

type Change = (copy: Copy, unit: Unit, place: number, entry: LedgerEntry) => Promise<"done" | "refused">;

/** Changes every copy a recipient has, and enters how that went; doing it twice does no harm. @throws Later */
async function change(
  recipient: Recipient,
  broadcast: Broadcast,
  identity: string,
  apply: Change,
): Promise<void> {
  const { parts, mission, seat, ended } = recipient;
  if (ended(identity)) return;
  const { id } = mission.programme.mission;
  const chase: Unit = { identity: afterwards.chase(broadcast), items: [], asks: true };
  const units = [...unitsOf(broadcast), chase];
  const identities = units.map((unit) => unit.identity);
  const entries = (await parts.store.ledger.endings(id, [seat.id], identities)).get(seat.id) ?? [];
  const results: string[] = [];
  for (const [number, unit] of units.entries()) {
    const entry = entries[number];
    if (entry?.chat === undefined || entry.message === undefined) continue;
    for (const [place, message] of (entry.messages ?? [entry.message]).entries()) {
      const copy = { chat: entry.chat, message };
      results.push(await judged(() => apply(copy, unit, place, entry)));
    }
  }
  await enter(recipient, [{ identity }], { outcome: outcomeFrom(results) });
}

function outcomeFrom(results: readonly string[]): Outcome {
  if (results.length === 0) return "superseded";
  if (results.includes("gone")) return "unreachable";
  return results.every((result) => result === "done") ? "delivered" : "failed";
}

async function judged(apply: () => Promise<"done" | "refused">): Promise<"done" | "refused" | "gone"> {
  try {
    return await withSending({ priority: "broadcast" }, apply);
  } catch (error) {
    const result = judge(error);
    if (result.kind === "wait") throw new Later(result.why, result.ms);
    return result.kind === "gone" ? "gone" : "refused";
  }
}
