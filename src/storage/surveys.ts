import { randomInt } from "node:crypto";
import type { Redis } from "ioredis";
import type { Results } from "../domain/survey.ts";
import type { Keys } from "./keys.ts";
import { recordForm } from "./record.ts";

const wordsForm = recordForm<{ readonly words: string }>("answer to the questionnaire");
const BY_CHANCE = 2 ** 47;

/** Counts a mark once a person. KEYS: rated, ratings. ARGV: user, mark. */
const RATE = `
if redis.call('ZADD', KEYS[1], 'NX', 0, ARGV[1]) == 0 then return 0 end
redis.call('HINCRBY', KEYS[2], ARGV[2], 1)
return 1`;

/** Keeps words once a person. KEYS: wrote, words. ARGV: user, place, words. */
const WRITE = `
if redis.call('ZADD', KEYS[1], 'NX', 0, ARGV[1]) == 0 then return 0 end
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[3])
return 1`;

/**
 * The closing questionnaire, without names: marks are only counted, words stand in an order of chance, and who has
 * answered, whatever seat they have, stands in the order of the alphabet, so that neither order nor time leads from one to the other.
 */
export class Surveys {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  /** False when the user has given their mark. */
  async rate(mission: string, user: number, mark: number): Promise<boolean> {
    const keys = [this.#keys.surveyRated(mission), this.#keys.ratings(mission)];
    return (await this.#redis.eval(RATE, 2, ...keys, user, mark)) === 1;
  }

  /** False when the user has written. */
  async write(mission: string, user: number, words: string): Promise<boolean> {
    const keys = [this.#keys.surveyWrote(mission), this.#keys.surveyWords(mission)];
    // Two who write the same are two: the nonce keeps their words apart.
    const kept = wordsForm.encode({ words, ...{ nonce: randomInt(BY_CHANCE) } });
    return (await this.#redis.eval(WRITE, 2, ...keys, user, randomInt(BY_CHANCE), kept)) === 1;
  }

  async hasWritten(mission: string, user: number): Promise<boolean> {
    return (await this.#redis.zscore(this.#keys.surveyWrote(mission), String(user))) !== null;
  }

  async results(mission: string): Promise<Results> {
    const [counts, words, answered] = await Promise.all([
      this.#redis.hgetall(this.#keys.ratings(mission)),
      this.#redis.zrange(this.#keys.surveyWords(mission), "0", "-1"),
      this.#redis.zcard(this.#keys.surveyRated(mission)),
    ]);
    return {
      ratings: [1, 2, 3, 4, 5].map((mark) => Number(counts[mark] ?? 0)),
      words: words.map((one) => wordsForm.decode(one).words),
      answered,
    };
  }
}
