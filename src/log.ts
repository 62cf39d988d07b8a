import { type Logger, pino } from "pino";

export type Log = Logger;

/**
 * The program's log: JSON lines on standard output. Ids and counts only: what people write, their phones and the bot's
 * token never enter it. Of an error it keeps what kind it is, its words and its stack: what a request carried
 * (GrammyError.payload) stays out.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    serializers: { err: bare },
    redact: { paths: ["token", "*.token", "text", "*.text", "phone", "*.phone", "payload"], remove: true },
  });
}

function bare(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name: type, message, stack } = error;
  return { type, message, stack, ...(error.cause === undefined ? {} : { cause: bare(error.cause) }) };
}
