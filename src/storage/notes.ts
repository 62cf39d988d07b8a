import type { Redis } from "ioredis";
import type { Note, NoteHead, NoteItem } from "../domain/notes.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

const headForm = recordForm<NoteHead>("note");
const itemForm = recordForm<NoteItem>("note item");

/** How long a note stays open for more messages when its writer says nothing, in seconds of machine time. */
const OPEN_FOR = 2 * 60 * 60;
/** How long an unplaced message waits for a place, in seconds of machine time. */
const UNPLACED_FOR = 30 * 24 * 60 * 60;

/** The note a person is writing; the event is null for the mission as a whole. */
export interface OpenNote {
  readonly mission: string;
  readonly note: string;
  readonly event?: string | null;
}

/**
 * The notes. A write is answered by Redis when it is on disk (the embedded server syncs every write), so whoever
 * awaits one may say «saved». Keys come from what identifies the message, so that a message delivered twice is kept
 * once.
 */
export class Notes {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Keeps one message in a note, and the note itself if it is the first. */
  async keep(mission: string, head: NoteHead, item: NoteItem): Promise<void> {
    await this.#redis
      .multi()
      .hsetnx(this.#keys.notes(mission), head.id, headForm.encode(head))
      .zadd(this.#keys.notesByTime(mission), "NX", head.createdAt, head.id)
      .zadd(this.#keys.notesBySeat(mission, head.seat), "NX", head.createdAt, head.id)
      .hset(this.#keys.noteItems(mission, head.id), item.key, itemForm.encode(item))
      .exec();
  }

  /** Says what a note is about, where it was begun before that was known. */
  async setEvent(mission: string, id: string, event: string): Promise<void> {
    const stored = await this.#redis.hget(this.#keys.notes(mission), id);
    if (stored === null) return;
    await this.#redis.hset(
      this.#keys.notes(mission),
      id,
      headForm.encode({ ...headForm.decode(stored), event }),
    );
  }

  async find(mission: string, id: string): Promise<Note | undefined> {
    const [head, items] = await Promise.all([
      this.#redis.hget(this.#keys.notes(mission), id),
      this.#redis.hvals(this.#keys.noteItems(mission, id)),
    ]);
    if (head === null) return undefined;
    return { ...headForm.decode(head), items: items.map(itemForm.decode).sort(inOrder) };
  }

  /** How many messages a note has. */
  async count(mission: string, id: string): Promise<number> {
    return this.#redis.hlen(this.#keys.noteItems(mission, id));
  }

  /** One page of notes, the newest first: one author's, or everybody's. */
  async page(
    mission: string,
    { seat, from, most }: { seat?: string; from: number; most: number },
  ): Promise<{ notes: Note[]; total: number }> {
    const index =
      seat === undefined ? this.#keys.notesByTime(mission) : this.#keys.notesBySeat(mission, seat);
    const [ids, total] = await Promise.all([
      this.#redis.zrevrange(index, from, from + most - 1),
      this.#redis.zcard(index),
    ]);
    const notes = await Promise.all(ids.map((id) => this.find(mission, id)));
    return { notes: notes.filter((note) => note !== undefined), total };
  }

  async delete(mission: string, { id, seat }: NoteHead): Promise<void> {
    await this.#redis
      .multi()
      .hdel(this.#keys.notes(mission), id)
      .zrem(this.#keys.notesByTime(mission), id)
      .zrem(this.#keys.notesBySeat(mission, seat), id)
      .del(this.#keys.noteItems(mission, id))
      .exec();
  }

  /** The note a person is writing; it outlives the scene it is written in. */
  async opened(user: number): Promise<OpenNote | undefined> {
    const stored = await this.#redis.get(this.#keys.openNote(user));
    return stored === null ? undefined : (JSON.parse(stored) as OpenNote);
  }

  async open(user: number, note: OpenNote): Promise<void> {
    await this.#redis.set(this.#keys.openNote(user), JSON.stringify(note), "EX", OPEN_FOR);
  }

  async close(user: number): Promise<void> {
    await this.#redis.del(this.#keys.openNote(user));
  }

  /** Keeps what a person wrote outside any scene until they say where it belongs. */
  async keepUnplaced(user: number, item: NoteItem): Promise<void> {
    const key = this.#keys.unplaced(user);
    await this.#redis.multi().hset(key, item.key, itemForm.encode(item)).expire(key, UNPLACED_FOR).exec();
  }

  async unplaced(user: number, key: string): Promise<NoteItem | undefined> {
    const stored = await this.#redis.hget(this.#keys.unplaced(user), key);
    return stored === null ? undefined : itemForm.decode(stored);
  }

  async forgetUnplaced(user: number, key: string): Promise<void> {
    await this.#redis.hdel(this.#keys.unplaced(user), key);
  }
}

/** As they were sent: messages of one instant by their numbers. */
function inOrder(a: NoteItem, b: NoteItem): number {
  return a.at - b.at || a.key.localeCompare(b.key, "en", { numeric: true });
}
