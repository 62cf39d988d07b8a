import { expect, test } from "vitest";
import { commandsOf, helpMessage } from "../../src/messages/help.ts";
import { speeches } from "../support/readings.ts";

test.each([
  ["delegate", false],
  ["delegate", true],
  ["organiser", false],
  ["organiser", true],
] as const)("help names every command of a %s once (an escort: %s)", (role, isEscort) => {
  const standing = { seat: { id: "one", position: "Советник", role }, missions: 2, isEscort };
  const named = [...helpMessage(speeches("ru"), standing).text.text.matchAll(/^\/(\w+) — /gm)];
  expect(named.map(([, name]) => name).sort()).toEqual(commandsOf(standing).sort());
});
