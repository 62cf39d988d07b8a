import { describe, expect, it } from "vitest";
import type { Note } from "../../src/domain/notes.ts";
import { allNotes, proposedNotes, sift } from "../../src/storage/note-scan.ts";
import { createStore } from "../../src/storage/store.ts";
import { testRedis } from "../support/redis.ts";

const { redis, prefix } = await testRedis();
const store = createStore(redis, prefix);
const { notes, prompts, surveys } = store;

describe("notes", () => {
  it("of the form before marks and readers are read as nobody's but the organisers'", async () => {
    const old = { v: 1, id: "u-1", seat: "head", event: "visit", createdAt: 5 };
    await redis.hset(store.keys.notes("old"), "u-1", JSON.stringify(old));
    await redis.zadd(store.keys.notesByTime("old"), 5, "u-1");
    await redis.hset(
      store.keys.noteItems("old", "u-1"),
      "m1",
      JSON.stringify({ v: 1, key: "m1", at: 5, text: "said" }),
    );
    const note = await notes.find("old", "u-1");
    expect(note).toMatchObject({
      event: "visit",
      marks: [],
      readers: "organisers",
      items: [{ text: "said" }],
    });
    await notes.amend("old", "u-1", () => ({ marks: ["result"] }));
    expect(await notes.find("old", "u-1")).toMatchObject({ marks: ["result"] });
  });

  it("of a form to come are refused with words", async () => {
    await redis.hset(store.keys.notes("new"), "u-1", JSON.stringify({ v: 3, id: "u-1" }));
    await expect(notes.find("new", "u-1")).rejects.toThrow("update the program");
  });

  it("more than are looked at together are listed, searched and filtered, each once", async () => {
    await Promise.all(
      Array.from({ length: 450 }, (_, n) => {
        const begun = { id: `n-${n}`, seat: `seat-${n % 3}`, createdAt: n };
        return notes.keep("many", n, begun, { key: `m${n}`, at: n, text: n % 2 === 0 ? "Чётное" : "odd" });
      }),
    );
    const all: Note[] = [];
    for await (const note of allNotes(store, "many")) all.push(note);
    expect(all.map(({ createdAt }) => createdAt)).toEqual(Array.from({ length: 450 }, (_, n) => 449 - n));
    const found = await sift(store, "many", { words: "четное", seat: "seat-0" }, { from: 6, most: 2 });
    expect(found.total).toBe(75);
    expect(found.notes.map(({ id }) => id)).toEqual(["n-408", "n-402"]);
  });
});

describe("what is proposed for the press", () => {
  it("is found among all notes, until it is decided or deleted", async () => {
    const kept = await Promise.all(
      (["organisers", "delegation", "proposed", "proposed"] as const).map(async (readers, n) => {
        const begun = { id: `p-${n}`, seat: "head", createdAt: n };
        await notes.keep("press", 1, begun, { key: `p${n}`, at: n, text: '"readers":"proposed"' });
        await notes.amend("press", begun.id, () => ({ readers }));
        return begun.id;
      }),
    );
    const waiting = async () => (await proposedNotes(store, "press")).map(({ id }) => id).sort();
    expect(await waiting()).toEqual(kept.slice(2));
    await notes.amend("press", "p-2", () => ({ readers: "released" }));
    const last = await notes.find("press", "p-3");
    if (last !== undefined) await notes.delete("press", last, 1);
    expect(await waiting()).toEqual([]);
  });
});

describe("a nudge", () => {
  it("is taken once a day; the update that took it may come again", async () => {
    const taken = (update: number, date = "2016-11-18") => prompts.nudge("m", "head", date, update);
    expect(await taken(1)).toBe(true);
    expect(await taken(1)).toBe(true);
    expect(await taken(2)).toBe(false);
    expect(await taken(2, "2016-11-19")).toBe(true);
  });
});

describe("the questionnaire", () => {
  it("counts one mark and one word of each, and the order tells nothing of who wrote first", async () => {
    const users = Array.from({ length: 12 }, (_, n) => n + 1);
    for (const user of users) {
      expect(await surveys.rate("m", user, 4)).toBe(true);
      expect(await surveys.write("m", user, `words of ${user}`)).toBe(true);
    }
    expect(await surveys.rate("m", 3, 1)).toBe(false);
    expect(await surveys.write("m", 3, "again")).toBe(false);
    const { ratings, words, answered } = await surveys.results("m");
    expect({ ratings, answered }).toEqual({ ratings: [0, 0, 0, 12, 0], answered: 12 });
    expect([...words].sort()).toEqual(users.map((user) => `words of ${user}`).sort());
    expect(words).not.toEqual(users.map((user) => `words of ${user}`));
    expect(await redis.zrange(store.keys.surveyRated("m"), "0", "-1")).toEqual(users.map(String).sort());
  });
});
