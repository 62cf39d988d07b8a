/** A draft of changes as an organiser sees it: what it changes, whom it touches, what clashes; and what became of it. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton } from "grammy/types";
import type { OwnEvent } from "../domain/audience.ts";
import type { Clash } from "../domain/clashes.ts";
import { type Draft, stampOf } from "../domain/drafts.ts";
import type { FilePeople } from "../domain/file-people.ts";
import { dayOf, type MissionInForce, type Programme } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { differenceBlock } from "./draft-words.ts";
import { everyChange } from "./every-change.ts";
import { FILE_PEOPLE_ROOM, filePeopleLines } from "./file-people.ts";
import { clip } from "./limits.ts";
import { asManyAsFit, type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import { clock, numericDay } from "./times.ts";

const MOST_CHANGES = 10;
const MOST_CLASHES = 6;
/** What of a message the differences may take; clashes have the rest. */
const ROOM = 2400;

export interface PreviewOf {
  /** Choices that belong to how the draft was made. */
  readonly choices?: readonly InlineKeyboardButton[];
  readonly draft: Draft;
  readonly after: Programme;
  readonly members: number;
  readonly affected: number;
  readonly clashes: readonly Clash[];
  readonly people?: FilePeople;
  /** Whether another draft has been laid aside for this one. */
  readonly waiting?: boolean;
}

export function draftPreview(reading: Reading, preview: PreviewOf): BotMessage {
  const { mission, speech } = reading;
  const { draft, after, clashes, people } = preview;
  const take = draft.takesPeople ?? false;
  const act = (what: string) => press("draftDo", { mission: mission.handle, draft: draft.id, what });
  const ofPeople = people === undefined ? [] : filePeopleLines(reading, people, take);
  const room = ofPeople.length === 0 ? ROOM : ROOM - FILE_PEOPLE_ROOM;
  const changes = differenceLines(reading, mission, { ...mission, programme: after }, room);
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("draft-heading", { revision: draft.base })),
        ...takenBack(reading, draft),
        ...changes,
        ...ofPeople,
        speech.say("draft-affected", { affected: preview.affected, members: preview.members }),
        ...clashLines(reading, after, clashes),
        speech.say(draft.atOnce ? "draft-at-once" : "draft-gathered"),
        ...replaced(reading, draft),
        ...(preview.waiting ? [speech.say("draft-waiting")] : []),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...(preview.choices ?? []),
      button(speech.say("button-release"), act(`release.${stampOf(draft)}`), "success"),
      button(speech.say(draft.atOnce ? "button-gather" : "button-at-once"), act("urgency")),
      people === undefined || people.differences.length === 0
        ? undefined
        : button(speech.say(take ? "button-people-stay" : "button-people-take"), act("people")),
      draft.how === "change"
        ? button(speech.say("button-change-more"), press("change", { mission: mission.handle }))
        : undefined,
      draft.edits.length > 1 && draft.how === "change"
        ? button(speech.say("button-undo-last"), act("back"))
        : undefined,
      button(speech.say("button-drop-draft"), act("drop")),
    ),
  };
}

/** Who takes back a revision takes back all that were released after it. */
function takenBack({ speech }: Reading, { restores, base }: Draft): string[] {
  if (restores === undefined || base - restores < 2) return [];
  return [speech.say("draft-takes-back", { from: restores + 1, to: base })];
}

/** What was not released is gone without a tap: that is said. */
function replaced({ speech }: Reading, { replaces }: Draft): string[] {
  return replaces === undefined ? [] : [speech.say("draft-replaces", { how: speech.say(`how-${replaces}`) })];
}

/** What is said in the place of a draft that is no more. */
export function draftEnded(
  reading: Reading,
  said: "draft-gone" | "draft-dropped",
  waiting: boolean,
): BotMessage {
  return {
    text: plain(reading.speech.say(said)),
    buttons: rows(waiting ? openDraft(reading) : undefined, backToDesk(reading)),
  };
}

function openDraft({ mission, speech }: Reading): InlineKeyboardButton {
  return button(speech.say("button-show-draft"), press("draft", { mission: mission.handle }));
}

/** Every difference between two revisions, wording too; as many as one message holds. */
export function differenceLines(
  reading: Reading,
  before: MissionInForce,
  after: MissionInForce,
  room = ROOM,
): FormattedString[] {
  const { speech } = reading;
  const changes = everyChange(before.programme, after.programme);
  const state = stateLine(reading, before, after);
  if (changes.length === 0 && state === undefined) return [plain(speech.say("draft-no-difference"))];
  const seen = { ...reading, mission: after };
  const blocks = changes.slice(0, MOST_CHANGES).map((change) => differenceBlock(seen, change));
  const shown = asManyAsFit(blocks, room);
  const more = changes.length - shown.length;
  return [
    ...(state === undefined ? [] : [plain(state)]),
    ...shown,
    ...(more > 0 ? [plain(speech.say("news-more", { count: more }))] : []),
  ];
}

function stateLine({ speech }: Reading, before: MissionInForce, after: MissionInForce): string | undefined {
  const [was, is] = [before, after].map(({ programme }) => programme.mission.state ?? "approved");
  if (was === is) return undefined;
  return speech.say(is === "approved" ? "draft-approves" : "draft-withdraws");
}

function clashLines(reading: Reading, after: Programme, clashes: readonly Clash[]): FormattedString[] {
  if (clashes.length === 0) return [];
  const { speech } = reading;
  const nameOf = (id: string) => {
    const timed = after.events.find(({ event }) => event.id === id);
    return timed === undefined
      ? id
      : `${clock(timed.start, timed.zone)} ${clip(speech.text(timed.event.title), 60)}`;
  };
  const lines = clashes.slice(0, MOST_CLASHES).map(
    ({ kind, events: [one, other], seats, minutes }) =>
      `• ${speech.say(`clash-${kind.replaceAll(" ", "-")}`, {
        one: nameOf(one),
        other: nameOf(other),
        people: seats.length,
        there: Math.max(0, Math.round(minutes?.there ?? 0)),
        needed: Math.round(minutes?.needed ?? 0),
      })}`,
  );
  const more = clashes.length - lines.length;
  return [
    FormattedString.join(
      [
        FormattedString.b(speech.say("clash-heading")),
        ...lines,
        ...(more > 0 ? [speech.say("clash-more", { count: more })] : []),
      ],
      "\n",
    ),
  ];
}

/** A draft begun on a revision that is no longer in force: what has changed meanwhile, and the choice. */
export function staleDraft(
  reading: Reading,
  draft: Draft,
  base: MissionInForce,
  { who }: { who: string },
): BotMessage {
  const { mission, speech } = reading;
  const act = (what: string) => press("draftDo", { mission: mission.handle, draft: draft.id, what });
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("draft-stale", { who, revision: mission.programme.revision })),
        ...differenceLines(reading, base, mission),
        speech.say("draft-stale-choose"),
      ],
      "\n\n",
    ),
    buttons: rows(
      button(speech.say("button-lay-anew"), act("anew")),
      button(speech.say("button-drop-draft"), act("drop")),
    ),
  };
}

export function releasedMessage(
  reading: Reading,
  {
    revision,
    affected,
    at,
    waiting,
  }: { revision: number; affected: number | undefined; at: string; waiting: boolean },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, revision };
  return {
    text: FormattedString.join(
      [
        FormattedString.b(speech.say("released", { revision, at })),
        ...(affected === undefined ? [] : [speech.say("released-affected", { affected })]),
      ],
      "\n",
    ),
    buttons: rows(
      button(speech.say("button-reception"), press("reception", { ...where, from: 0 })),
      button(speech.say("button-undo-release"), press("restore", { ...where, revision: revision - 1 })),
      waiting ? openDraft(reading) : undefined,
      backToDesk(reading),
    ),
  };
}

/** `17.11 15:00 Круглый стол`, as a button. */
export function eventLabel(
  { speech }: Reading,
  timed: OwnEvent | Programme["events"][number],
  withDay = false,
): string {
  const day = withDay ? `${numericDay(dayOf(timed), speech.language)} ` : "";
  const held = timed.held ? "⏳ " : "";
  return `${held}${day}${clock(timed.start, timed.zone)} ${speech.text(timed.event.title)}`;
}
