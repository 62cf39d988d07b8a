/**
 * `npm run rehearse [-- --story] [--mission FILE] [--from 2016-11-16T18:00] [--quiet]`: a whole mission in chats, through
 * the real bot, a real Redis and real HTTP, with the clock turned at high speed.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { DateTime } from "luxon";
import { programmeOf, spanOf } from "../domain/timetable.ts";
import { createLog, type Log } from "../log.ts";
import { loadSpeeches } from "../messages/speech.ts";
import { readMissions } from "../mission-files.ts";
import { startEmbeddedRedis } from "../storage/embedded.ts";
import { accountOf } from "./account.ts";
import { ChatPrinter } from "./printer.ts";
import { setStage } from "./stage.ts";
import { eveningBefore, playStory } from "./story.ts";

const usage = "Usage: npm run rehearse -- [--mission FILE] [--from 2016-11-16T18:00] [--quiet]";

/** Not in git, like whatever else the program writes. */
const output = path.join("var", "rehearsal");

async function main(): Promise<number> {
  const { values: options } = parseArgs({
    options: {
      story: { type: "boolean" },
      mission: { type: "string", default: "data/missions/krasnoyarsk.json" },
      from: { type: "string" },
      quiet: { type: "boolean", default: false },
    },
  });
  const speeches = await loadSpeeches();
  const [mission, another] = readMissions(options.mission, speeches("en"));
  if (mission === undefined || another !== undefined)
    throw new Error("Name one mission file: --mission FILE.");
  const programme = programmeOf(mission, 1);
  const now =
    options.from === undefined ? eveningBefore(programme) : instantFrom(options.from, mission.timezone);

  if (now >= spanOf(programme).to) throw new Error("--from lies after the mission's end.");

  const log = createLog(process.env.LOG_LEVEL ?? "warn");
  return withRedis(log, async (redisUrl) => {
    const stage = await setStage({ missions: [mission], now, redisUrl, log });
    const printer = new ChatPrinter(stage, mission.timezone, options.quiet ? () => {} : console.log);
    try {
      const cast = await playStory(stage, programme, printer, { speeches, folder: output });
      const inForce = await stage.app.store.missions.inForce(mission.id);
      const account = await accountOf(stage, inForce?.programme ?? programme, cast);
      console.log(account.summary);
      console.log(`The report: ${cast.report}`);
      return account.sound ? 0 : 1;
    } finally {
      await stage.stop();
    }
  });
}

/** A Redis of the rehearsal's own, gone with it; what is in REDIS_URL may be somebody's mission. */
async function withRedis<T>(log: Log, act: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "attache-rehearsal-"));
  const redis = await startEmbeddedRedis({ dataDir, log });
  try {
    return await act(redis.url);
  } finally {
    await redis.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function instantFrom(local: string, zone: string): number {
  const at = DateTime.fromISO(local, { zone });
  if (!at.isValid || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local))
    throw new Error(`--from must be a local time of the mission, like 2016-11-16T18:00, not «${local}»`);
  return at.toMillis();
}

// Ends the process whatever a failed rehearsal has left open.
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    console.error(usage);
    process.exit(1);
  },
);
