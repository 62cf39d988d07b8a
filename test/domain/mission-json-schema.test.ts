import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missionJsonSchema } from "../../src/domain/mission-json-schema.ts";

test("data/mission.schema.json is current; if not, run `npm run schema`", () => {
  const file = readFileSync(new URL("../../data/mission.schema.json", import.meta.url), "utf8");
  expect(file).toBe(missionJsonSchema());
});
