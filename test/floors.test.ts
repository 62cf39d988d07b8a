import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

/** What each floor may import besides itself, lowest first. */
const ground = ["domain", "clock", "log", "config"];
const belowChat = [...ground, "storage", "messages", "delivery", "documents"];
const belowApp = [...belowChat, "chat", "scenes", "server"];
const floors: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  clock: [],
  log: [],
  config: [],
  storage: ground,
  messages: ground,
  delivery: [...ground, "storage", "messages"],
  documents: [...ground, "storage", "messages"],
  chat: belowChat,
  scenes: [...belowChat, "chat"],
  server: belowChat,
  app: belowApp,
  rehearsal: [...belowApp, "app"],
};

/** Files directly in src that are no floor of their own are mains, or belong to them: they may import what lies below. */
const roof = Object.keys(floors).filter((floor) => floor !== "rehearsal");

/** Packages only some floors may use when the program runs; types weigh nothing. */
const packages: Readonly<Record<string, readonly string[]>> = {
  grammy: ["delivery", "chat", "scenes", "app", "main", "rehearsal"],
  ioredis: ["storage", "delivery", "app", "main", "rehearsal"],
  bullmq: ["delivery", "app", "main", "rehearsal"],
  hono: ["server", "app", "main", "rehearsal"],
};
/** Pure ones all: the shape of a mission, its zones, and where in a file a mistake stands. */
const domainPackages = ["zod", "luxon", "jsonc-parser"];

interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

/** Source files by their path from the project's root, with "/" between. */
type Sources = ReadonlyMap<string, string>;

const importPattern =
  /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

function importsOf(source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(importPattern)].map(([, type, from, dynamic]) => ({
    from: from ?? dynamic ?? "",
    typesOnly: type !== undefined,
  }));
}

/** `src/domain/mission.ts` is on "domain", `src/clock.ts` on "clock", `scenes/join.ts` on "scenes". */
function floorOf(path: string): string {
  const [top = "", next = ""] = path.split("/");
  return top === "src" ? next.replace(/\.\w+$/, "") : top;
}

/** Every breach of the floors, a sentence each. */
function breaches(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, source] of sources) {
    const floor = floorOf(path);
    const may = floors[floor] ?? roof;
    for (const { from, typesOnly } of importsOf(source)) {
      if (from.startsWith(".")) {
        const target = posix.join(posix.dirname(path), from);
        const below = floorOf(target);
        if (/\.(json|ftl)$/.test(target)) continue;
        if (!sources.has(target)) found.push(`${path} imports ${target}, which is not of the house`);
        else if (below !== floor && !may.includes(below) && !isRoof(floor, below)) {
          found.push(`${path} imports ${target}: ${floor} does not stand on ${below}`);
        }
        continue;
      }
      if (floor === "domain" && !domainPackages.includes(from))
        found.push(`${path} imports ${from}: domain is pure`);
      const name = from
        .split("/")
        .slice(0, from.startsWith("@") ? 2 : 1)
        .join("/");
      const allowed = packages[name];
      if (allowed && !typesOnly && floor in floors && !allowed.includes(floor)) {
        found.push(`${path} imports ${name}, which ${floor} may know by its types only`);
      }
    }
  }
  return [...found, ...circles(sources)];
}

/** Mains and the rehearsal share what stands beside them in src. */
function isRoof(floor: string, below: string): boolean {
  return (floor === "rehearsal" || !(floor in floors)) && !(below in floors);
}

/** Circles of files, imports of types included; each is named once. */
function circles(sources: Sources): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push(`circle: ${[...trail.slice(start), path].join(" → ")}`);
    if (start >= 0 || done.has(path)) return;
    for (const { from } of importsOf(sources.get(path) ?? "")) {
      if (from.startsWith(".")) visit(posix.join(posix.dirname(path), from), [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return found;
}

function readSources(): Sources {
  const root = join(import.meta.dirname, "..");
  const paths = ["src", "scenes"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/")),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

test("no file breaks the floors", () => {
  const sources = readSources();
  expect(sources.size).toBeGreaterThan(20);
  expect(breaches(sources)).toEqual([]);
});

describe("a breach is seen:", () => {
  const house = {
    "src/domain/mission.ts": 'import { z } from "zod";',
    "src/storage/store.ts":
      'import type { Mission } from "../domain/mission.ts";\nimport { Redis } from "ioredis";',
    "src/messages/message.ts": 'import type { Message } from "grammy/types";\nimport "../clock.ts";',
    "src/clock.ts": "",
    "src/app.ts": 'import {\n  store,\n} from "./storage/store.ts";',
    "src/rehearsal/main.ts": 'import "../app.ts";',
    "src/main.ts": 'import "./app.ts";\nimport "./mission-files.ts";',
    "src/mission-files.ts": 'import "./domain/mission.ts";',
  };

  const planted: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ["none in a sound house", {}, /^$/],
    [
      "a floor above",
      { "src/domain/a.ts": 'import { store } from "../storage/store.ts";' },
      /domain does not stand on storage/,
    ],
    [
      "a floor above, by type",
      { "src/domain/a.ts": 'import type { S } from "../storage/store.ts";' },
      /does not stand on storage/,
    ],
    [
      "a floor above, over several lines",
      { "src/clock.ts": 'import {\n  a,\n  b,\n} from "./app.ts";' },
      /clock does not stand on app/,
    ],
    [
      "a floor above, passed on",
      { "src/domain/a.ts": 'export * from "../clock.ts";' },
      /domain does not stand on clock/,
    ],
    [
      "a floor above, loaded later",
      { "src/clock.ts": 'const m = await import("./app.ts");' },
      /clock does not stand on app/,
    ],
    [
      "storage and messages",
      { "src/storage/a.ts": 'import "../messages/message.ts";' },
      /storage does not stand on messages/,
    ],
    [
      "the rehearsal in the program",
      { "src/main.ts": 'import "./rehearsal/main.ts";' },
      /main does not stand on rehearsal/,
    ],
    ["a test in the program", { "src/app.ts": 'import "../test/support/redis.ts";' }, /not of the house/],
    [
      "a machine in the domain",
      { "src/domain/a.ts": 'import { readFileSync } from "node:fs";' },
      /domain is pure/,
    ],
    [
      "grammY at work in messages",
      { "src/messages/a.ts": 'import { Bot } from "grammy";' },
      /by its types only/,
    ],
    [
      "a circle",
      { "src/domain/a.ts": 'import "./b.ts";', "src/domain/b.ts": 'import "./a.ts";' },
      /^circle: src\/domain\/a/,
    ],
    [
      "a circle of types",
      {
        "src/domain/a.ts": 'import type { B } from "./b.ts";',
        "src/domain/b.ts": 'import type { A } from "./a.ts";',
      },
      /^circle/,
    ],
  ];

  test.each(planted)("%s", (_, added, sentence) => {
    const found = breaches(new Map(Object.entries({ ...house, ...added })));
    expect(found.join("\n")).toMatch(sentence);
  });

  test("words in comments are no imports", () => {
    const comment = '/**\n * import "../storage/store.ts"\n */\n// import "../storage/store.ts"';
    expect(breaches(new Map(Object.entries({ ...house, "src/domain/a.ts": comment })))).toEqual([]);
  });
});
