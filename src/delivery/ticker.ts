import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Tick } from "./tick.ts";

/** A release by another process, or a turned clock, is noticed within this time. Milliseconds, machine time. */
const AT_LEAST_EVERY = 1000;

/** Ticks when the next thing is due, and often enough besides. */
export function startTicker(tick: Tick, clock: Clock, log: Log): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let stopped = false;

  const turn = async () => {
    let wait = AT_LEAST_EVERY;
    try {
      const next = await tick.run();
      if (next !== undefined) wait = Math.min(wait, Math.max(0, next - clock.now()));
    } catch (error) {
      log.warn({ err: error instanceof Error ? error.message : error }, "the tick will be repeated");
    }
    if (!stopped) timer = setTimeout(() => (running = turn()), wait);
  };
  running = turn();

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
