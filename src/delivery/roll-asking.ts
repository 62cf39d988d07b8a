/** Roll calls on their way to those of whom they are: the call, and what is written to them. An aide gets it for both. */
import { reachedThrough } from "../domain/aides.ts";
import type { OwnEvent } from "../domain/audience.ts";
import { isMissing, type RollCall, type Standing } from "../domain/roll-calls.ts";
import { rollAsked, rollWords } from "../messages/roll-answers.ts";
import type { QueueParts } from "./organisers.ts";
import { deliver, type Recipient, written } from "./parcel.ts";
import { jobOf } from "./queue.ts";
import { CALLED_FOR, rollState } from "./roll-calls.ts";

/** Calls somebody (`ask/<roll call>`), or brings them what was written to them (`words/<id>`). */
export async function settleRoll(recipient: Recipient, about: string): Promise<void> {
  const [what, id = ""] = about.split("/");
  if (what === "ask") await call(recipient, id);
  else if (what === "words") await bringWords(recipient, id);
}

async function call(recipient: Recipient, id: string): Promise<void> {
  const { parts, mission, reading, ended } = recipient;
  const identity = `roll/${id}`;
  const state = await rollState(parts.store, mission, id);
  if (state === undefined || state.closing !== undefined || ended(identity)) return;
  const missing = whoseOf(recipient, state.standings.filter(isMissing));
  if (missing === "nobody's") return;
  await deliver(recipient, {
    identities: [identity],
    send: written(rollAsked(reading, state, missing)),
    silent: false,
    priority: "reminder",
    expiresAt: state.roll.at + CALLED_FOR,
  });
}

/** Whose matter a roll call is to its reader: their own, that of whoever they assist, or of both. */
function whoseOf(
  { seat, reading: { principal } }: Recipient,
  standings: readonly Standing[],
): OwnEvent["of"] | "nobody's" {
  const has = (id: string | undefined) => standings.some((standing) => standing.seat.id === id);
  const [own, theirs] = [has(seat.id), has(principal?.seat.id)];
  if (own) return theirs ? "both" : undefined;
  return theirs ? "principal" : "nobody's";
}

async function bringWords(recipient: Recipient, id: string): Promise<void> {
  const { parts, mission, reading, ended } = recipient;
  const { store } = parts;
  const { id: missionId } = mission.programme.mission;
  const identity = `roll-words/${id}`;
  const words = await store.rollWords.find(missionId, id);
  if (words === undefined || ended(identity)) return;
  const [state, by] = await Promise.all([
    rollState(store, mission, words.roll),
    store.people.seat(missionId, words.by),
  ]);
  if (state === undefined || by === undefined) return;
  const missing = whoseOf(recipient, state.standings.filter(isMissing));
  const mayAnswer = state.closing === undefined && missing !== "nobody's";
  const meant = mayAnswer ? missing : whoseOf(recipient, state.standings);
  const of = meant === "nobody's" ? undefined : meant;
  await deliver(recipient, {
    identities: [identity],
    send: written(rollWords(reading, { roll: state.roll, by, text: words.text, mayAnswer, of })),
    silent: false,
    priority: "reminder",
    expiresAt: words.at + CALLED_FOR,
  });
}

/** Queues the call for everybody called who has joined, and for the aides of those called; the answer is how many. */
export async function queueCall(
  { store, queue }: QueueParts,
  mission: string,
  roll: RollCall,
): Promise<number> {
  const reached = reachedThrough(
    new Set(roll.called.map(({ seat }) => seat)),
    await store.people.members(mission),
  );
  await queue.addBulk(
    reached.map((seat) => jobOf("roll", { mission, seat, about: `ask/${roll.id}` }, `ask.${roll.id}`)),
  );
  return reached.length;
}
