import type { Redis } from "ioredis";
import { isUntyped, type Note, type NoteHead, type NoteItem, unmarked } from "../domain/notes.ts";
import type { Keys } from "./keys.ts";
import { amend, type RecordForm, recordForm } from "./record.ts";

/** Form 1 had neither marks nor readers. */
export const headForm = recordForm<NoteHead>("note", 2, (old) => ({ ...unmarked, ...(old as NoteHead) }));
export const itemForm = recordForm<NoteItem>("note item");

/** How long a note stays open for more messages when its writer says nothing, in seconds of machine time. */
const OPEN_FOR = 2 * 60 * 60;

/** The note a person is writing; the event is null for the mission as a whole. */
export interface OpenNote {
  readonly mission: string;
  readonly note: string;
  readonly event?: string | null;
}

/** A note as it begins. */
export type NewNote = Pick<NoteHead, "id" | "seat" | "createdAt" | "event">;

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

  /** Keeps one message of a user in a note, and the note itself if it is the first. What is there already stays. */
  async keep(mission: string, user: number, begun: NewNote, item: NoteItem): Promise<void> {
    const keys = this.#keys;
    const steps = this.#redis
      .multi()
      .hsetnx(keys.notes(mission), begun.id, headForm.encode({ ...unmarked, ...begun }))
      .zadd(keys.notesByTime(mission), "NX", begun.createdAt, begun.id)
      .zadd(keys.notesBySeat(mission, begun.seat), "NX", begun.createdAt, begun.id)
      .hsetnx(keys.noteItems(mission, begun.id), item.key, itemForm.encode(item))
      .hset(keys.keptMessages(user), item.key, `${mission}/${begun.id}`);
    if (isUntyped(item)) steps.zadd(keys.untyped(mission), "NX", item.at, `${begun.id}/${item.key}`);
    await steps.exec();
  }

  /** The note a person's message is kept in. */
  async noteWith(user: number, key: string): Promise<{ mission: string; note: string } | undefined> {
    const [mission, note] = (await this.#redis.hget(this.#keys.keptMessages(user), key))?.split("/") ?? [];
    return mission === undefined || note === undefined ? undefined : { mission, note };
  }

  /** Changes what is said of a note: its event, marks, readers. The note as it is then; nothing when it is gone. */
  amend(
    mission: string,
    id: string,
    change: (head: NoteHead) => Partial<NoteHead>,
  ): Promise<NoteHead | undefined> {
    return this.#replace(this.#keys.notes(mission), id, headForm, (head) => ({ ...head, ...change(head) }));
  }

  /** Changes one message of a note; nothing when it is gone. */
  async amendItem(
    mission: string,
    note: string,
    key: string,
    change: (item: NoteItem) => NoteItem,
  ): Promise<NoteItem | undefined> {
    const item = await this.#replace(this.#keys.noteItems(mission, note), key, itemForm, change);
    if (item === undefined) return undefined;
    const untyped = this.#keys.untyped(mission);
    await (isUntyped(item)
      ? this.#redis.zadd(untyped, "NX", item.at, `${note}/${key}`)
      : this.#redis.zrem(untyped, `${note}/${key}`));
    return item;
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

  async delete(mission: string, { id, seat, items }: Note, user: number): Promise<void> {
    const steps = this.#redis
      .multi()
      .hdel(this.#keys.notes(mission), id)
      .zrem(this.#keys.notesByTime(mission), id)
      .zrem(this.#keys.notesBySeat(mission, seat), id)
      .del(this.#keys.noteItems(mission, id));
    if (items.length > 0) {
      steps.hdel(this.#keys.keptMessages(user), ...items.map(({ key }) => key));
      steps.zrem(this.#keys.untyped(mission), ...items.map(({ key }) => `${id}/${key}`));
    }
    await steps.exec();
  }

  /** The oldest voices whose words nobody has written down, and how many there are. */
  async untyped(
    mission: string,
    { from, most }: { from: number; most: number },
  ): Promise<{ which: { note: string; item: string }[]; total: number }> {
    const key = this.#keys.untyped(mission);
    const [stored, total] = await Promise.all([
      this.#redis.zrange(key, String(from), String(from + most - 1)),
      this.#redis.zcard(key),
    ]);
    const which = stored.map((one) => {
      const [note = "", item = ""] = one.split("/");
      return { note, item };
    });
    return { which, total };
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

  async #replace<T extends object>(
    key: string,
    field: string,
    form: RecordForm<T>,
    change: (was: T) => T,
  ): Promise<T | undefined> {
    let amended: T | undefined;
    await amend({ redis: this.#redis, key, field, form }, (was) => {
      amended = change(was);
      return amended;
    });
    return amended;
  }
}

/** As they were sent: messages of one instant by their numbers. */
export function inOrder(a: NoteItem, b: NoteItem): number {
  return a.at - b.at || a.key.localeCompare(b.key, "en", { numeric: true });
}
