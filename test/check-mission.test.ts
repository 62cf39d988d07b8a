import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { event, missionFile } from "./domain/mission-file.ts";
import { bundleOf } from "./support/bundles.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mission-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** As `npm run check-mission` does. */
const usual = ["--import", "tsx", "src/check-mission.ts"];

function check(...args: string[]) {
  return run([bundleOf("check-mission"), ...args]);
}

function run(command: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  return { status, lines: stdout.split("\n").filter((line) => line !== ""), stderr };
}

describe("npm run check-mission", () => {
  test("says of a mission what is in it", () => {
    expect(run([...usual, "data/missions/krasnoyarsk.json"])).toEqual({
      status: 0,
      lines: [
        "Cultural and business mission of St Petersburg to Krasnoyarsk Krai",
        "2016-11-16 to 2016-11-18, Asia/Krasnoyarsk",
        "Events: 25, days: 3, people: 19, groups: 3, venues: 9",
      ],
      stderr: "",
    });
  });

  test("says every problem in one line, and nothing else on stdout", () => {
    const events = [
      event({ end: "2016-11-17T09:30", venu: "x", capacity: 3 }),
      event({ id: "b", kind: "ceremon" }),
    ];
    const { status, lines } = check(file("bad.json", missionFile({ format: 2, events })));
    expect(status).toBe(1);
    expect(lines).toEqual([
      "format: «2» is not a format the bot reads; write 1",
      "events[0].end: before its start (10:00 → 09:30)",
      "events[0].venu: unknown field; did you mean «venue»?",
      "events[1].kind: «ceremon» is not a kind of event; did you mean «ceremony»?",
    ]);
  });

  test("lists warnings, which are no reason to fail", () => {
    const { status, lines } = check(file("warned.json", missionFile({ events: [event({ capacity: 3 })] })));
    expect(status).toBe(0);
    expect(lines.slice(3)).toEqual(["warning: events[0].capacity: has no effect without a choice"]);
  });

  test("speaks the language asked for", () => {
    const bad = file("russian.json", missionFile({ events: [event({ end: "2016-11-17T09:30" })] }));
    expect(check(bad, "--language", "ru").lines).toEqual(["events[0].end: раньше начала (10:00 → 09:30)"]);
  });

  test("names the file before each line when there are several", () => {
    const empty = file("empty.json", "");
    const { status, lines } = check("data/missions/tokyo.json", empty);
    expect(status).toBe(1);
    expect(lines.at(-1)).toBe(`${empty}: The file is empty.`);
    expect(lines[0]).toMatch(/^data\/missions\/tokyo\.json: /);
  });

  test.each([[["nowhere.json"]], [[]], [["--wrong"]], [["a.json", "--language", "fr"]]])(
    "with %j says in one sentence what is missing",
    (args) => {
      const { status, lines, stderr } = check(...args);
      expect(status).toBe(2);
      expect(lines).toEqual([]);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    },
  );
});
