import type { Redis } from "ioredis";
import type { NoteItem } from "../domain/notes.ts";
import type { Piece, Question } from "../domain/questions.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

type Stored = Omit<Question, "id" | "open">;

const questionForm = recordForm<Stored>("question");
const itemForm = recordForm<NoteItem>("question item");

/** How long a question stays open for more messages when its writer says nothing, in seconds of machine time. */
const WRITTEN_FOR = 2 * 60 * 60;
/** How long what was written and not sent is kept, in seconds of machine time. */
const DRAFT_FOR = 30 * 24 * 60 * 60;
/** How long the next message is awaited as an answer or a place, in seconds of machine time. */
const AWAITED_FOR = 60 * 60;

/**
 * Opens a question under the next number; what has the same origin is the same question.
 * KEYS: questions, open questions, origins. ARGV: origin, record, instant.
 */
const ASK = `
local known = redis.call('HGET', KEYS[3], ARGV[1])
if known then return tonumber(known) end
local id = redis.call('HLEN', KEYS[1]) + 1
redis.call('HSET', KEYS[1], id, ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], id)
redis.call('HSET', KEYS[3], ARGV[1], id)
return id`;

/**
 * Rewrites a question only if it is still the one that was read, and lists it as open or not.
 * KEYS: questions, open questions. ARGV: id, as it was, as it is to be, the instant since when it is open or ''.
 */
const REPLACE = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
if ARGV[4] == '' then redis.call('ZREM', KEYS[2], ARGV[1]) else redis.call('ZADD', KEYS[2], 'NX', ARGV[4], ARGV[1]) end
return 1`;

/** The question a person is writing: to which mission, and the receipt last given for it. */
export interface QuestionDraft {
  readonly id: string;
  readonly mission: string;
  readonly receipt?: { readonly message: number; readonly album: string };
}

/** What a person has said their next message is: where they are, or something for a question. */
export type Awaited =
  | { readonly what: "place"; readonly mission: string }
  /** Somebody of the delegation to be looked for. */
  | { readonly what: "search"; readonly mission: string }
  | {
      readonly what: "reply";
      readonly mission: string;
      readonly question: number;
      /** The album that has begun: what else belongs to it is awaited still, and nothing more. */
      readonly album?: string;
    };

/**
 * The questions. They are numbered in each mission and kept when they are closed. A write is answered by Redis when it
 * is on disk; what identifies the update keeps one that comes twice from being kept twice.
 */
export class Questions {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** Opens a question and returns its number; `origin` says where it came from, and is asked once. */
  async ask(
    mission: string,
    origin: string,
    question: Omit<Stored, "pieces">,
    piece: Piece,
  ): Promise<number> {
    const { questions, openQuestions, questionOrigins } = this.#keys;
    const record = questionForm.encode({ ...question, pieces: [piece] });
    const keys = [questions(mission), openQuestions(mission), questionOrigins(mission)];
    return Number(await this.#redis.eval(ASK, 3, ...keys, origin, record, piece.at));
  }

  /**
   * Adds what somebody said: an answer ends the wait for one, and what the asker says begins it anew. Photos of one
   * album make one piece. The answer is the place of the piece; nothing when there is no such question.
   */
  async say(mission: string, id: number, said: Piece): Promise<number | undefined> {
    let place: number | undefined;
    await this.#amend(mission, id, (question) => {
      const { pieces } = question;
      const [item] = said.items;
      const known = pieces.findIndex(
        ({ by, items }) => by === said.by && items.some(({ key }) => key === item?.key),
      );
      const last = pieces.at(-1);
      const joins = said.album !== undefined && last?.album === said.album && last.by === said.by;
      place = known >= 0 ? known : joins ? pieces.length - 1 : pieces.length;
      if (known >= 0) return question;
      const rest = joins ? pieces.slice(0, -1) : pieces;
      const piece = joins && last !== undefined ? { ...last, items: [...last.items, ...said.items] } : said;
      const { closed: _, ...open } = question;
      const kept = said.of === "asker" ? open : question;
      return { ...kept, pieces: [...rest, piece] };
    });
    return place;
  }

  /** Closes a question without an answer; one that has been answered or closed stays as it is. */
  async close(mission: string, id: number, closed: { by: string; at: number }): Promise<void> {
    await this.#amend(mission, id, (question) => (isOpen(question) ? { ...question, closed } : question));
  }

  async find(mission: string, id: number): Promise<Question | undefined> {
    const stored = await this.#redis.hget(this.#keys.questions(mission), String(id));
    return stored === null ? undefined : questionOf(id, questionForm.decode(stored));
  }

  /** The number of the question that came from there, if it was asked. */
  async askedBefore(mission: string, origin: string): Promise<boolean> {
    return (await this.#redis.hexists(this.#keys.questionOrigins(mission), origin)) === 1;
  }

  /** One page: the open ones, the longest waiting first; or all, the newest first. */
  async page(
    mission: string,
    { which, from, most }: { which: "open" | "all"; from: number; most: number },
  ): Promise<{ questions: Question[]; total: number }> {
    const { questions, openQuestions } = this.#keys;
    const open = await this.#redis.zrange(openQuestions(mission), "0", "-1");
    const count = which === "open" ? 0 : await this.#redis.hlen(questions(mission));
    const numbers = which === "open" ? open.map(Number) : Array.from({ length: count }, (_, i) => count - i);
    const found = await Promise.all(numbers.slice(from, from + most).map((id) => this.find(mission, id)));
    return { questions: found.filter((one) => one !== undefined), total: numbers.length };
  }

  async draft(user: number): Promise<QuestionDraft | undefined> {
    const stored = await this.#redis.get(this.#keys.openQuestion(user));
    return stored === null ? undefined : (JSON.parse(stored) as QuestionDraft);
  }

  /** Opens a question for writing, or keeps it open. */
  async write(user: number, draft: QuestionDraft): Promise<void> {
    await this.#redis.set(this.#keys.openQuestion(user), JSON.stringify(draft), "EX", WRITTEN_FOR);
  }

  /** Keeps a message for the question a person is writing; the answer is how many there are. */
  async keepDraft(user: number, item: NoteItem): Promise<number> {
    const key = this.#keys.questionDraft(user);
    await this.#redis.multi().hset(key, item.key, itemForm.encode(item)).expire(key, DRAFT_FOR).exec();
    return this.#redis.hlen(key);
  }

  /** What a person has written and not sent yet, as it came. */
  async drafted(user: number): Promise<NoteItem[]> {
    const stored = await this.#redis.hvals(this.#keys.questionDraft(user));
    return stored.map(itemForm.decode).sort(inOrder);
  }

  /** The question was sent, or thought better of. */
  async forgetDraft(user: number): Promise<void> {
    await this.#redis.del(this.#keys.openQuestion(user), this.#keys.questionDraft(user));
  }

  async awaited(user: number): Promise<Awaited | undefined> {
    const stored = await this.#redis.get(this.#keys.awaited(user));
    return stored === null ? undefined : (JSON.parse(stored) as Awaited);
  }

  async await(user: number, awaited: Awaited): Promise<void> {
    await this.#redis.set(this.#keys.awaited(user), JSON.stringify(awaited), "EX", AWAITED_FOR);
  }

  async awaitNothing(user: number): Promise<void> {
    await this.#redis.del(this.#keys.awaited(user));
  }

  async #amend(mission: string, id: number, change: (was: Stored) => Stored): Promise<void> {
    const key = this.#keys.questions(mission);
    for (;;) {
      const stored = await this.#redis.hget(key, String(id));
      if (stored === null) return;
      const was = questionForm.decode(stored);
      const next = change(was);
      if (next === was) return;
      const since = isOpen(next) ? String(next.pieces.at(-1)?.at ?? 0) : "";
      const keys = [key, this.#keys.openQuestions(mission)];
      const args = [id, stored, questionForm.encode(next), since];
      if ((await this.#redis.eval(REPLACE, 2, ...keys, ...args)) === 1) return;
    }
  }
}

function questionOf(id: number, stored: Stored): Question {
  return { ...stored, id, open: isOpen(stored) };
}

function isOpen({ pieces, closed }: Stored): boolean {
  return closed === undefined && pieces.at(-1)?.of === "asker";
}

/** As they were sent: messages of one instant by their numbers. */
function inOrder(a: NoteItem, b: NoteItem): number {
  return a.at - b.at || a.key.localeCompare(b.key, "en", { numeric: true });
}
