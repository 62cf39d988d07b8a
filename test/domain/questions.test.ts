import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  aboutPiece,
  answersTo,
  lastAsked,
  mayAnswer,
  type Piece,
  questionIn,
} from "../../src/domain/questions.ts";
import { seatWith } from "../support/missions.ts";

/** `qqaaq`: the asker twice, the organisers twice, the asker again. */
function said(who: string): { pieces: Piece[] } {
  const pieces = [...who].map((one, at) => ({
    by: one === "q" ? "asker" : `organiser-${at}`,
    of: one === "q" ? ("asker" as const) : ("organisers" as const),
    at,
    items: [],
  }));
  return { pieces };
}

describe("an exchange", () => {
  test.each([
    ["q", []],
    ["qa", [1]],
    ["qqa", [2]],
    ["qaa", [1, 2]],
    ["qaqa", [1]],
  ])("%s: the first piece is answered by %j", (who, answers) => {
    expect(answersTo(said(who), 0).map(({ at }) => at)).toEqual(answers);
  });

  test.each([
    ["q", [0]],
    ["qq", [0, 1]],
    ["qqa", [0, 1]],
    ["qaqqaa", [2, 3]],
    ["qaq", [2]],
  ])("%s: what was asked last are the pieces %j", (who, asked) => {
    expect(lastAsked(said(who))).toEqual(asked);
  });

  test("each answer belongs to what was asked last when it came, and to nothing before an answer", () => {
    const exchange = fc
      .array(fc.constantFrom("q", "a"), { maxLength: 12 })
      .map((rest) => `q${rest.join("")}`);
    fc.assert(
      fc.property(exchange, (who) => {
        const { pieces } = said(who);
        for (const index of lastAsked({ pieces })) {
          expect(pieces[index]?.of).toBe("asker");
          // Whatever came after the asker's last word answers all of it.
          const after = pieces.slice(pieces.findLastIndex(({ of }) => of === "asker") + 1);
          expect(answersTo({ pieces }, index)).toEqual(after);
        }
      }),
    );
  });
});

test("a piece is found again by what the ledger calls it, and what came with it too", () => {
  expect(aboutPiece(3, 0)).toBe("3.1");
  expect(["question/3.1", "answer/3.2", "question/3.1/m12"].map(questionIn)).toEqual([3, 3, 3]);
  expect(["undelivered/3.2", "opening.1479358800000.15", "question/x", ""].map(questionIn)).toEqual(
    Array(4).fill(undefined),
  );
});

test("a question is the organisers' to answer, a call for help the escort's as well", () => {
  const mission = { vehicles: [{ id: "bus", name: "Bus", escort: "guide" }] };
  const asker = seatWith({ id: "asker", vehicle: "bus" });
  const may = (id: string, about: "question" | "place", role: "organiser" | "delegate" = "delegate") =>
    mayAnswer(seatWith({ id, role }), { about }, asker, mission);
  expect([may("any", "question", "organiser"), may("guide", "place")]).toEqual([true, true]);
  expect([may("guide", "question"), may("any", "place"), may("asker", "place")]).toEqual([
    false,
    false,
    false,
  ]);
});
