import { badRequest } from "./refusal.ts";

const openable = new Set(["http:", "https:", "tg:", "ton:", "tonsite:"]);

/**
 * Refuses addresses Telegram does not open; wording of td/telegram/LinkManager.cpp.
 * @param where what the sentence begins with, such as "inline keyboard button"
 */
export function checkUrl(url: string, where: string): void {
  const reason = whyNot(url);
  if (reason !== undefined) throw badRequest(`${where} URL '${url}' is invalid: ${reason}`);
}

function whyNot(url: string): string | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.exec(url)?.[0].toLowerCase();
  if (scheme !== undefined && !openable.has(scheme)) return "Unsupported URL protocol";
  const absolute = scheme === undefined ? `http://${url}` : url;
  if (!URL.canParse(absolute)) return "Wrong HTTP URL";
  const { protocol, hostname } = new URL(absolute);
  const web = protocol === "http:" || protocol === "https:";
  return web && !hostname.includes(".") ? "Wrong HTTP URL" : undefined;
}
