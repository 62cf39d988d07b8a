import { type Logger, pino } from "pino";

export type Log = Logger;

/**
 * The program's log: JSON lines on standard output. Ids and counts only: what people write, their phones and the bot's
 * token never enter it, and the redaction below is a second lock on that door.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: ["token", "*.token", "text", "*.text", "phone", "*.phone", "payload"], remove: true },
  });
}
