/** Looking through all the notes of a mission a few at a time, so that memory does not grow with their number. */
import { headPasses, type Note, type NoteHead, type Sieve, wordsPass } from "../domain/notes.ts";
import { headForm, inOrder, itemForm } from "./notes.ts";
import type { Store } from "./store.ts";

/** Heads are short; a note may hold many long messages. */
const HEADS_AT_ONCE = 200;
const NOTES_AT_ONCE = 20;

type Part = Pick<Store, "redis" | "keys">;

/** One page of the notes that pass a sieve, the newest first, and how many pass. */
export async function sift(
  store: Part,
  mission: string,
  sieve: Sieve,
  { from, most }: { from: number; most: number },
): Promise<{ notes: Note[]; total: number }> {
  const notes: Note[] = [];
  let total = 0;
  for await (const note of passing(store, mission, sieve)) {
    if (total >= from && notes.length < most) notes.push(await whole(store, mission, note));
    total += 1;
  }
  return { notes, total };
}

/** Every note of a mission in the order they were begun, the newest first, a few of them in memory at a time. */
export async function* allNotes(store: Part, mission: string, sieve: Sieve = {}): AsyncGenerator<Note> {
  for await (const note of passing(store, mission, sieve)) yield whole(store, mission, note);
}

/** The heads alone, as a list of who has written about what needs them; of a seat those of whoever sits there now. */
export async function* allHeads(
  { redis, keys }: Part,
  mission: string,
  { seat }: Pick<Sieve, "seat"> = {},
): AsyncGenerator<NoteHead> {
  const index = seat === undefined ? keys.notesByTime(mission) : keys.notesBySeat(mission, seat);
  for (let from = 0; ; from += HEADS_AT_ONCE) {
    const ids = await redis.zrevrange(index, from, from + HEADS_AT_ONCE - 1);
    if (ids.length === 0) return;
    const stored = await redis.hmget(keys.notes(mission), ...ids);
    for (const one of stored) if (one !== null) yield headForm.decode(one);
  }
}

/** The heads of a mission's notes that say so, as {@link headForm} writes it: the others are not sent. */
const PROPOSED = `
local proposed = {}
for _, head in ipairs(redis.call('HVALS', KEYS[1])) do
  if string.find(head, '"readers":"proposed"', 1, true) then proposed[#proposed + 1] = head end
end
return proposed`;

/**
 * What is proposed for the press and waits for organisers, in no order. It is asked for whenever the card of alerts is
 * drawn, and is little among many: Redis looks for it, so that the others are neither sent nor read.
 */
export async function proposedNotes({ redis, keys }: Part, mission: string): Promise<NoteHead[]> {
  // The script returns nothing else.
  const found = (await redis.eval(PROPOSED, 1, keys.notes(mission))) as string[];
  return found.map(headForm.decode);
}

type Found = NoteHead | Note;

/** What passes: with its messages where words had to be looked for in them, else the head alone. */
async function* passing(store: Part, mission: string, sieve: Sieve): AsyncGenerator<Found> {
  let batch: NoteHead[] = [];
  const { seat, present } = sieve;
  for await (const head of allHeads(store, mission, present && seat !== undefined ? { seat } : {})) {
    if (!headPasses(head, sieve)) continue;
    if (sieve.words === undefined) yield head;
    else batch.push(head);
    if (batch.length === NOTES_AT_ONCE) {
      yield* await withWords(store, mission, batch, sieve);
      batch = [];
    }
  }
  if (batch.length > 0) yield* await withWords(store, mission, batch, sieve);
}

async function withWords(store: Part, mission: string, heads: NoteHead[], sieve: Sieve): Promise<Note[]> {
  const notes = await Promise.all(heads.map((head) => whole(store, mission, head)));
  return notes.filter(({ items }) => wordsPass(items, sieve));
}

async function whole({ redis, keys }: Part, mission: string, found: Found): Promise<Note> {
  if ("items" in found) return found;
  const items = await redis.hvals(keys.noteItems(mission, found.id));
  return { ...found, items: items.map(itemForm.decode).sort(inOrder) };
}
