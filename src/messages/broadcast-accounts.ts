/** Broadcasts as organisers look at them: how far one has come, what became of it. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { Broadcast, Standing } from "../domain/broadcasts.ts";
import { audienceLine, doing, momentOf } from "./broadcast-lines.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { snippet } from "./notes.ts";
import type { Reading } from "./reading.ts";

/** What has a card of its own. */
export type CardTask = "send" | "update" | "recall";

const ON_A_PAGE = 8;
/** So many must have been served before the pace says anything. */
const PACE_FROM = 5;
const BAR = 10;

interface Progress {
  readonly task: CardTask;
  readonly standings: readonly Standing[];
  /** Machine time since it began, milliseconds. */
  readonly elapsed: number;
}

/** The card: a bar while it is at work, the account when it is done. */
export function broadcastCard(
  reading: Reading,
  broadcast: Broadcast,
  { task, standings, elapsed }: Progress,
): BotMessage {
  const { speech } = reading;
  const ahead = standings.filter((one) => one === "ahead").length;
  const done = standings.length - ahead;
  const head = FormattedString.b(snippet(broadcast, speech));
  if (standings.length === 0) {
    return { text: FormattedString.join([head, speech.say("cast-nobody-left")], "\n") };
  }
  const over = ahead === 0;
  const lines = [
    plain(speech.say(`cast-${over ? "done" : "working"}-${task}`)),
    head,
    ...(over ? [] : [plain(bar(done / standings.length))]),
    ...countLines(reading, standings, task),
    ...(over || done < PACE_FROM ? [] : [plain(timeLeft(reading, (elapsed / done) * ahead))]),
  ];
  return {
    text: FormattedString.join(lines, "\n"),
    buttons: over
      ? rows(...accountButtons(reading, broadcast))
      : rows(task === "send" ? recallButton(reading, broadcast) : undefined),
  };
}

function bar(share: number): string {
  const full = Math.min(BAR, Math.floor(share * BAR));
  return `${"▓".repeat(full)}${"░".repeat(BAR - full)} ${Math.floor(share * 100)} %`;
}

function timeLeft({ speech }: Reading, ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes <= 1 ? speech.say("cast-left-minute") : speech.say("cast-left", { minutes });
}

/** How many came to which end; what happened to nobody is not mentioned. */
function countLines({ speech }: Reading, standings: readonly Standing[], task: CardTask): FormattedString[] {
  const count = (wanted: Standing) => standings.filter((one) => one === wanted).length;
  const rest = (["unreachable", "failed", "withdrawn", "left"] as const)
    .map((standing) => [standing, count(standing)] as const)
    .filter(([, people]) => people > 0)
    .map(([standing, people]) => speech.say(`cast-count-${standing}`, { people }));
  const of = { people: count("delivered"), total: standings.length };
  return [speech.say(`cast-count-${task}`, of), ...rest].map(plain);
}

function recallButton(reading: Reading, broadcast: Broadcast): InlineKeyboardButton | undefined {
  if (broadcast.state !== "sent") return undefined;
  return button(reading.speech.say("button-cast-recall"), doing(reading, broadcast, "recall"));
}

function accountButtons(reading: Reading, broadcast: Broadcast): (InlineKeyboardButton | undefined)[] {
  const { mission, speech } = reading;
  const to = (what: string) =>
    press("castList", { mission: mission.handle, cast: broadcast.id, what, from: 0 });
  const asks = broadcast.important && broadcast.state === "sent";
  return [
    button(speech.say("button-cast-people"), to("people")),
    asks ? button(speech.say("button-cast-waiting"), to("waiting")) : undefined,
    recallButton(reading, broadcast),
  ];
}

/** One broadcast, whatever it has come to. */
export function broadcastView(
  reading: Reading,
  broadcast: Broadcast,
  { standings, confirmed }: { standings: readonly Standing[]; confirmed: number },
): BotMessage {
  const { mission, speech } = reading;
  const { state, important, audience } = broadcast;
  const of = { people: confirmed, total: standings.length };
  const lines = [
    FormattedString.b(snippet(broadcast, speech)),
    plain(stateLine(reading, broadcast)),
    ...(audience === undefined ? [] : [plain(audienceLine(reading, audience))]),
    ...(important ? [plain(speech.say("cast-is-important"))] : []),
    ...(standings.length > 0 ? countLines(reading, standings, "send") : []),
    ...(important && standings.length > 0 ? [plain(speech.say("cast-confirmed", of))] : []),
  ];
  const act = (label: string, what: string) => button(label, doing(reading, broadcast, what));
  const back = button(speech.say("button-casts"), press("casts", { mission: mission.handle, from: 0 }));
  const byState: Record<Broadcast["state"], (InlineKeyboardButton | undefined)[]> = {
    draft: [
      act(speech.say("button-cast-go-on"), "on"),
      act(speech.say("button-cast-text"), "text"),
      act(speech.say("button-cast-drop"), "drop"),
    ],
    scheduled: [
      act(speech.say("button-cast-text"), "text"),
      act(speech.say("button-cast-time"), "time"),
      act(speech.say("button-cast-off"), "off"),
    ],
    sent: accountButtons(reading, broadcast),
    recalled: accountButtons(reading, broadcast),
    dropped: [act(speech.say("button-cast-back"), "back")],
  };
  return { text: FormattedString.join(lines, "\n"), buttons: rows(...byState[state], back) };
}

function stateLine(reading: Reading, { state, at, sent, recalledAt }: Broadcast): string {
  const { speech } = reading;
  switch (state) {
    case "draft":
      return speech.say("cast-state-draft");
    case "scheduled":
      return speech.say("cast-state-scheduled", { when: momentOf(reading, at ?? 0) });
    case "sent":
      return speech.say("cast-state-sent", { when: momentOf(reading, sent?.at ?? 0) });
    case "recalled":
      return speech.say("cast-state-recalled", { when: momentOf(reading, recalledAt ?? 0) });
    case "dropped":
      return speech.say("cast-state-dropped");
  }
}

/** Those that are scheduled, sent or being written, the newest first. */
export function broadcastList(reading: Reading, all: readonly Broadcast[], from: number): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const shown = all.slice(from, from + ON_A_PAGE);
  const signs = { draft: "✏️", scheduled: "🕓", sent: "✅", recalled: "↩️", dropped: "" } as const;
  return {
    text: plain(speech.say(all.length === 0 ? "casts-none" : "casts-heading")),
    buttons: rows(
      button(speech.say("button-cast-new"), press("cast", where)),
      ...shown.map((one) =>
        button(`${signs[one.state]} ${snippet(one, speech)}`, doing(reading, one, "view")),
      ),
      pager({ from, size: ON_A_PAGE, total: all.length }, (start) =>
        press("casts", { ...where, from: start }),
      ),
      backToDesk(reading),
    ),
  };
}

/** Before what cannot be undone: reminding, taking back. */
export function askSure(
  reading: Reading,
  broadcast: Broadcast,
  { what, people }: { what: "chase" | "recall"; people: number },
): BotMessage {
  const { speech } = reading;
  return {
    text: plain(speech.say(`cast-sure-${what}`, { people, words: snippet(broadcast, speech) })),
    buttons: rows(
      button(speech.say(`button-cast-sure-${what}`), doing(reading, broadcast, `${what}Yes`)),
      button(speech.say("button-cast-view"), doing(reading, broadcast, "view")),
    ),
  };
}
