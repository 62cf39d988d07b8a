import { expect, test } from "vitest";
import { commandsOf, helpMessage } from "../../src/messages/help.ts";
import { speeches } from "../support/readings.ts";

test.each(["delegate", "organiser"] as const)("help names every command of a %s once", (role) => {
  const seat = { id: "one", position: "Советник", role };
  const named = [...helpMessage(speeches("ru"), seat, 2).text.text.matchAll(/^\/(\w+) — /gm)];
  expect(named.map(([, name]) => name).sort()).toEqual(commandsOf(seat, 2).sort());
});
