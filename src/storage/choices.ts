import type { Redis } from "ioredis";
import type { Choices as Picks } from "../domain/audience.ts";
import type { Keys } from "./keys.ts";

/**
 * Picks one of parallel events, if there is still a place in it and a person in the seat, who may just have left it.
 * KEYS: choices, picked, participants. ARGV: `seat/choice`, event id, capacity or -1, the seat of whoever picks.
 */
const PICK = `
if redis.call('HEXISTS', KEYS[3], ARGV[4]) == 0 then return 0 end
local before = redis.call('HGET', KEYS[1], ARGV[1])
if before == ARGV[2] then return 1 end
local capacity = tonumber(ARGV[3])
local taken = tonumber(redis.call('HGET', KEYS[2], ARGV[2]) or '0')
if capacity >= 0 and taken >= capacity then return 0 end
if before then redis.call('HINCRBY', KEYS[2], before, -1) end
redis.call('HINCRBY', KEYS[2], ARGV[2], 1)
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1`;

/** Takes a pick back and frees its place. KEYS: choices, picked. ARGV: `seat/choice`. */
const UNPICK = `
local before = redis.call('HGET', KEYS[1], ARGV[1])
if not before then return 0 end
redis.call('HINCRBY', KEYS[2], before, -1)
return redis.call('HDEL', KEYS[1], ARGV[1])`;

/** Which of the parallel events people picked. */
export class Choices {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /**
   * False when the event is full, and the earlier pick then stands; or when nobody sits any more where the pick is made
   * from (`by`: the seat itself, or its aide's).
   */
  async pick(
    mission: string,
    seat: string,
    choice: string,
    event: string,
    capacity = -1,
    by = seat,
  ): Promise<boolean> {
    const field = `${seat}/${choice}`;
    const keys = [this.#keys.choices(mission), this.#keys.picked(mission), this.#keys.participants(mission)];
    return (await this.#redis.eval(PICK, 3, ...keys, field, event, capacity, by)) === 1;
  }

  async unpick(mission: string, seat: string, choice: string): Promise<void> {
    const keys = [this.#keys.choices(mission), this.#keys.picked(mission)];
    await this.#redis.eval(UNPICK, 2, ...keys, `${seat}/${choice}`);
  }

  async of(mission: string, seat: string): Promise<Picks> {
    return (await this.all(mission)).get(seat) ?? {};
  }

  /** Closes the list of a choice, or opens it again. */
  async setClosed(mission: string, choice: string, isClosed: boolean): Promise<void> {
    const key = this.#keys.choicesClosed(mission);
    await (isClosed ? this.#redis.sadd(key, choice) : this.#redis.srem(key, choice));
  }

  /** The choices whose list organisers have closed. */
  async closed(mission: string): Promise<Set<string>> {
    return new Set(await this.#redis.smembers(this.#keys.choicesClosed(mission)));
  }

  /** Notes which users organisers have had asked to pick; whoever sits there after them has not been. */
  async ask(mission: string, choice: string, users: readonly number[]): Promise<void> {
    const asked = users.map((user) => `${choice}/${user}`);
    if (asked.length > 0) await this.#redis.sadd(this.#keys.choicesAsked(mission), asked);
  }

  /** The users asked to pick among the events of a choice. */
  async asked(mission: string, choice: string): Promise<Set<number>> {
    const stored = await this.#redis.smembers(this.#keys.choicesAsked(mission));
    const ofChoice = stored.map((one) => one.split("/")).filter(([of]) => of === choice);
    return new Set(ofChoice.map(([, user]) => Number(user)));
  }

  /** Everybody's picks, by seat. */
  async all(mission: string): Promise<Map<string, Picks>> {
    const stored = await this.#redis.hgetall(this.#keys.choices(mission));
    const bySeat = new Map<string, Record<string, string>>();
    for (const [field, event] of Object.entries(stored)) {
      const [seat = "", choice = ""] = field.split("/");
      const picks = bySeat.get(seat) ?? {};
      picks[choice] = event;
      bySeat.set(seat, picks);
    }
    return bySeat;
  }
}
