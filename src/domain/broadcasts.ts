/** Broadcasts: what an organiser sends to many, from a snapshot of what was written. Times are programme time. */
import { principalOf } from "./aides.ts";
import { type Choices, choiceIsOpen, concerns, optionsOf, ownProgramme } from "./audience.ts";
import type { Seat } from "./mission.ts";
import type { NoteItem } from "./notes.ts";
import type { Member } from "./seats.ts";
import { type Programme, spanOf } from "./timetable.ts";

/** A MessageEntity of Telegram, kept as it came. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly [field: string]: unknown;
}

/** One message of a broadcast, with all that is needed to send it again. */
export interface BroadcastItem extends NoteItem {
  /** The organiser's own message it was taken from. */
  readonly message: number;
  /** The album it belongs to. */
  readonly album?: string;
  /** Of the text or the caption. */
  readonly entities?: readonly Entity[];
  /** How the link in it is shown (LinkPreviewOptions). */
  readonly preview?: Readonly<Record<string, unknown>>;
  readonly captionAbove?: true;
  readonly spoiler?: true;
}

/** Whether an item can have other words put in its place in a chat. */
export function bearsWords({ contact, place, media, sticker, passedOn }: BroadcastItem): boolean {
  const bare = [contact, place, sticker, passedOn];
  return bare.every((one) => one === undefined) && media?.kind !== "videoNote";
}

/** Whom a broadcast is for; who that is in person is found out when it is sent. */
export type Audience =
  | { readonly kind: "all" }
  | { readonly kind: "groups"; readonly groups: readonly string[] }
  | { readonly kind: "event"; readonly event: string }
  /** Those who have not picked one of parallel events while they still may. */
  | { readonly kind: "undecided" }
  /** Those who did not confirm an earlier broadcast. */
  | { readonly kind: "unconfirmed"; readonly broadcast: string };

export type BroadcastState = "draft" | "scheduled" | "sent" | "recalled" | "dropped";

export interface Broadcast {
  readonly id: string;
  /** The seat of the organiser who wrote it. */
  readonly by: string;
  readonly createdAt: number;
  readonly state: BroadcastState;
  readonly items: readonly BroadcastItem[];
  /** Raised whenever anything about it changes, so that nobody confirms what they have not seen. */
  readonly version: number;
  readonly audience?: Audience;
  readonly important?: boolean;
  /** When it is to be sent, as the organiser chose. */
  readonly when?: "now" | number;
  /** When it is due, once confirmed. */
  readonly at?: number;
  readonly sent?: {
    readonly at: number;
    /** The same in machine time, for the pace. */
    readonly started: number;
    /** Seats. Those who joined later and were shown it are among them. */
    readonly to: readonly string[];
  };
  /** Words changed by the organiser that may go to the copies. */
  readonly edited?: readonly BroadcastItem[];
  /** When those who had not confirmed were reminded; once. */
  readonly chasedAt?: number;
  readonly recalledAt?: number;
}

/** What goes out as one request: a message, an album, or a line that only asks to confirm. */
export interface Unit {
  readonly identity: string;
  readonly items: readonly BroadcastItem[];
  /** Whether it carries the button «Принято». */
  readonly asks: boolean;
}

/** More than anybody would read. */
export const MOST_ITEMS = 20;
/** How long after the chase escorts are told, in milliseconds of programme time. */
export const ESCORTS_AFTER = 15 * 60_000;
/** How many of the notices still in force a person who joins late is shown. */
const MOST_STANDING = 3;

/**
 * The requests a broadcast is sent in. Neither an album nor what is passed on carries buttons (Bot API, sendMediaGroup,
 * forwardMessage): a line after it does.
 */
export function unitsOf({ id, items, important = false }: Broadcast): Unit[] {
  const bundles: BroadcastItem[][] = [];
  for (const item of items) {
    const last = bundles.at(-1);
    const joins = item.album !== undefined && last?.[0]?.album === item.album;
    if (joins) last?.push(item);
    else bundles.push([item]);
  }
  const last = bundles.at(-1) ?? [];
  const carries = last.length === 1 && last[0]?.passedOn === undefined;
  const units = bundles.map((bundle, place) => ({
    items: bundle,
    asks: important && carries && place === bundles.length - 1,
  }));
  if (important && !carries) units.push({ items: [], asks: true });
  return units.map((unit, place) => ({ ...unit, identity: `broadcast/${id}.${place}` }));
}

/** What is done to each recipient of a broadcast besides sending it. */
export const afterwards = {
  chase: ({ id }: Broadcast) => `broadcast/${id}/chase`,
  escort: ({ id }: Broadcast) => `broadcast/${id}/escort`,
  update: ({ id, version }: Broadcast) => `broadcast/${id}/update.${version}`,
  recall: ({ id }: Broadcast) => `broadcast/${id}/recall`,
} as const;

/** What is known about a delegation when an audience is made out. */
export interface Circle {
  readonly programme: Programme;
  readonly members: readonly Member[];
  readonly choices: ReadonlyMap<string, Choices>;
  /** The seats that have not confirmed the earlier broadcast of an audience of that kind. */
  readonly unconfirmed: ReadonlySet<string>;
  readonly now: number;
  /** Every seat, so that aides get what is meant for those they assist; without it they do not. */
  readonly seats?: readonly Seat[];
}

/** The people an audience consists of at an instant; whoever writes need not be told. */
export function membersOf(audience: Audience, by: string, circle: Circle): Member[] {
  return circle.members.filter(({ seat }) => {
    if (seat.id === by) return false;
    if (isMeant(audience, seat, circle)) return true;
    const principal = principalOf(seat, circle.seats ?? [], circle.choices)?.seat;
    return principal !== undefined && principal.id !== by && isMeant(audience, principal, circle);
  });
}

function isMeant(audience: Audience, seat: Seat, circle: Circle): boolean {
  const { programme, now } = circle;
  const choices = circle.choices.get(seat.id) ?? {};
  switch (audience.kind) {
    case "all":
      return true;
    case "groups":
      return seat.groups?.some((group) => audience.groups.includes(group)) ?? false;
    case "event": {
      const event = programme.events.find((timed) => timed.event.id === audience.event)?.event;
      if (event === undefined || !concerns(event, seat)) return false;
      const picked = event.choice === undefined ? undefined : choices[event.choice];
      return picked === undefined || picked === event.id;
    }
    case "undecided":
      return ownProgramme(programme, seat, choices).some(
        ({ event, undecided }) =>
          undecided &&
          event.choice !== undefined &&
          choiceIsOpen(optionsOf(programme, seat, event.choice), now),
      );
    case "unconfirmed":
      return circle.unconfirmed.has(seat.id);
  }
}

/** The recipients who have not confirmed, in the order they were sent to. */
export function unconfirmedOf(
  { important, sent }: Broadcast,
  confirmed: ReadonlyMap<string, unknown>,
): string[] {
  return important ? (sent?.to ?? []).filter((seat) => !confirmed.has(seat)) : [];
}

/** How something that is done to one recipient stands. */
export type Standing = "ahead" | "delivered" | "unreachable" | "failed" | "withdrawn" | "left";

/** How a recipient stands by how each of the deliveries to them ended, none where it has not. */
export function standingOf(
  endings: readonly ({ readonly outcome: string } | undefined)[],
  { isMember }: { readonly isMember: boolean },
): Standing {
  const outcomes = endings.map((ending) => ending?.outcome);
  if (outcomes.includes(undefined)) return isMember ? "ahead" : "left";
  if (outcomes.includes("unreachable")) return "unreachable";
  if (outcomes.includes("failed")) return "failed";
  return outcomes.includes("superseded") ? "withdrawn" : "delivered";
}

/**
 * What somebody who joins at `now` is to be shown, the oldest first: the last few of what was important or was sent for
 * a certain hour, is meant for them too and has not been recalled, until the mission is over.
 */
export function stillInForce(all: readonly Broadcast[], seat: string, circle: Circle): Broadcast[] {
  const { now, programme } = circle;
  if (now >= spanOf(programme).to) return [];
  return all
    .filter(({ state, sent, important, when }) => {
      const matters = important === true || typeof when === "number";
      return state === "sent" && sent !== undefined && sent.at <= now && matters;
    })
    .filter(({ sent, audience, by }) => {
      const known = sent?.to.includes(seat) ?? false;
      if (known || audience === undefined || audience.kind === "unconfirmed") return known;
      return membersOf(audience, by, circle).some((member) => member.seat.id === seat);
    })
    .sort((a, b) => (a.sent?.at ?? 0) - (b.sent?.at ?? 0))
    .slice(-MOST_STANDING);
}

/**
 * The messages of a broadcast after one it was made from has been edited: nothing where it holds none of them, "differs"
 * where the message is no longer of the kind it was. Edits not yet taken over are kept.
 */
export function withEdited(
  { items, edited = items }: Broadcast,
  fresh: readonly BroadcastItem[],
): readonly BroadcastItem[] | "differs" | undefined {
  const before = edited.filter(({ message }) => message === fresh[0]?.message);
  if (before.length === 0) return undefined;
  const same = (a: BroadcastItem, b: BroadcastItem | undefined) =>
    a.key === b?.key && shapeOf(a) === shapeOf(b);
  if (before.length !== fresh.length || !before.every((item, place) => same(item, fresh[place])))
    return "differs";
  const byKey = new Map(fresh.map((item) => [item.key, item]));
  return edited.map((item) => {
    const now = byKey.get(item.key);
    if (now === undefined) return item;
    const { text: _, entities: __, ...rest } = item;
    return {
      ...rest,
      ...(now.text === undefined ? {} : { text: now.text }),
      ...(now.entities === undefined ? {} : { entities: now.entities }),
    };
  });
}

/** Whether two versions say the same. */
export function sameWords(a: readonly BroadcastItem[], b: readonly BroadcastItem[]): boolean {
  const words = (items: readonly BroadcastItem[]) =>
    JSON.stringify(items.map(({ text, entities }) => [text ?? "", entities ?? []]));
  return words(a) === words(b);
}

function shapeOf({ media, contact, place, text }: BroadcastItem): string {
  return media?.kind ?? (contact ? "contact" : place ? "place" : text === undefined ? "" : "text");
}
