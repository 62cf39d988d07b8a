import { createHash } from "node:crypto";
import type { Context, Hono } from "hono";

/** What stands before the token in a calendar's address. */
export const calendarPath = "/calendar";

export interface CalendarRoute {
  /** The public address, to which the path is appended. */
  readonly url: string;
  /** The calendar a token opens as it is now (.ics); nothing for a token that opens none. */
  readonly calendar: (token: string) => Promise<string | undefined>;
}

/**
 * Serves people's calendars, under the path of the public address and without it, for a proxy may or may not strip
 * that. Whoever asks again with what they have (If-None-Match) is told if nothing has changed (304). All tokens that
 * open nothing get one answer; 503 is for a calendar to ask again later. Nothing of it is logged.
 */
export function addCalendars(routes: Hono, { url, calendar }: CalendarRoute): void {
  const paths = new Set([calendarPath, new URL(url).pathname.replace(/\/+$/, "") + calendarPath]);
  for (const path of paths) {
    routes.get(`${path}/:file`, async (c) => {
      const token = /^([\w-]{1,100})\.ics$/.exec(c.req.param("file"))?.[1];
      const text = token === undefined ? undefined : await calendar(token).catch(() => null);
      if (text === null) return c.text("Later\n", 503, { "retry-after": "60" });
      if (text === undefined) return c.text("Not found\n", 404, { "cache-control": "private, no-store" });
      return answer(c, text);
    });
  }
}

function answer(c: Context, text: string): Response {
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  // It may be kept, by the asker only, and is to be asked for again each time (RFC 9111, no-cache).
  const headers = { etag: tag, "cache-control": "private, no-cache", "x-robots-tag": "noindex" };
  const has = (c.req.header("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (has.includes(tag) || has.includes("*")) return c.body(null, 304, headers);
  return c.body(text, 200, {
    ...headers,
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="programme.ics"',
  });
}
