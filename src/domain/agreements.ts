/**
 * Agreements with hosts and assignments inside the delegation: who promised what to whom by when, and what became of it.
 * Programme time in epoch milliseconds; deadlines are dates, for nobody promises an hour.
 */
import type { Note } from "./notes.ts";
import { isOrganiser, type Member } from "./seats.ts";

export const agreementSorts = ["agreement", "assignment"] as const;
export type AgreementSort = (typeof agreementSorts)[number];

/** Moved is still to be done, by another day than was promised first. */
export type AgreementState = "open" | "moved" | "done" | "dropped";

/** Who is to do it: a seat of the delegation, or somebody on the hosts' side in words. */
export type Owner = { readonly seat: string } | { readonly words: string };

/** What was changed of it, by which seat, when. */
export interface AgreementChange {
  readonly at: number;
  readonly by: string;
  readonly did: "made" | "what" | "owner" | "to" | "deadline" | "moved" | "done" | "dropped" | "reopened";
  /** The new date, where it was moved. */
  readonly deadline?: string;
}

export interface Agreement {
  readonly id: string;
  readonly sort: AgreementSort;
  readonly what: string;
  readonly owner: Owner;
  /** Since when they own it, and who said so. */
  readonly ownedSince: number;
  readonly ownedBy: string;
  /** To whom it was promised, in words. */
  readonly to?: string;
  /** `2016-12-01`; without it there is no deadline. */
  readonly deadline?: string;
  /** When the deadline was set: nothing is owed that would have been due before. */
  readonly deadlineSince?: number;
  readonly event?: string;
  readonly note?: string;
  readonly madeBy: string;
  /** The Telegram user who wrote it down. It stands right behind their seat (see MOVE). */
  readonly maker: number;
  readonly madeAt: number;
  readonly state: AgreementState;
  /** The latest last; far more than ever happens to one. */
  readonly history: readonly AgreementChange[];
}

/** What an agreement says may be so long, in UTF-16 units; who owns it or to whom it was promised, so long. */
export const WHAT_LIMIT = 500;
export const WHO_LIMIT = 120;
const HISTORY_KEPT = 50;

export type AgreementEdit =
  | { readonly set: "what" | "to"; readonly text: string }
  | { readonly set: "owner"; readonly owner: Owner }
  | { readonly set: "deadline"; readonly deadline: string | undefined }
  | { readonly set: "done" | "dropped" | "reopened" };

/** Whether it is still to be done. */
export function isLive({ state }: Agreement): boolean {
  return state === "open" || state === "moved";
}

/** The seat that has to do it; nothing where that is somebody from outside. */
export function ownerSeat({ owner }: Agreement): string | undefined {
  return "seat" in owner ? owner.seat : undefined;
}

/** In whose list it stands: who has to do it; what the hosts have to do is watched by the seat that wrote it down. */
export function keeperSeat(agreement: Agreement): string {
  return ownerSeat(agreement) ?? agreement.madeBy;
}

/** Whether it should have been done by now; `today` is a date. */
export function isOverdue(agreement: Agreement, today: string): boolean {
  return isLive(agreement) && agreement.deadline !== undefined && agreement.deadline < today;
}

/** Whoever has to do it or wrote it down sees and changes it, and organisers everything. */
export function hasPartIn(member: Member, agreement: Agreement): boolean {
  return isOrganiser(member.seat) || isMine(member, agreement);
}

/** What is to be done or watched goes with the seat, what was written down with the person. */
export function isMine({ seat, participant }: Member, agreement: Agreement): boolean {
  return keeperSeat(agreement) === seat.id || agreement.maker === participant.user;
}

/** One that has just been made; `at` in programme time. */
export function newAgreement(
  about: Pick<Agreement, "id" | "sort" | "what" | "owner" | "event" | "note">,
  { by, user, at }: { by: string; user: number; at: number },
): Agreement {
  return {
    ...about,
    ownedSince: at,
    ownedBy: by,
    madeBy: by,
    maker: user,
    madeAt: at,
    state: "open",
    history: [{ at, by, did: "made" }],
  };
}

/**
 * The agreement after an edit, with who did it and when. A deadline that replaces another moves it; one that is set for
 * the first time does not. Changing nothing enters nothing.
 */
export function edited(
  was: Agreement,
  edit: AgreementEdit,
  { by, at }: { by: string; at: number },
): Agreement {
  const enter = (now: Agreement, did: AgreementChange["did"], deadline?: string): Agreement => {
    const change = { at, by, did, ...(deadline === undefined ? {} : { deadline }) };
    return { ...now, history: [...was.history, change].slice(-HISTORY_KEPT) };
  };
  switch (edit.set) {
    case "what":
    case "to":
      return was[edit.set] === edit.text ? was : enter({ ...was, [edit.set]: edit.text }, edit.set);
    case "owner":
      return JSON.stringify(was.owner) === JSON.stringify(edit.owner)
        ? was
        : enter({ ...was, owner: edit.owner, ownedSince: at, ownedBy: by }, "owner");
    case "deadline": {
      if (was.deadline === edit.deadline) return was;
      const { deadline: before, deadlineSince: _, ...rest } = was;
      if (edit.deadline === undefined)
        return enter({ ...rest, state: isLive(was) ? "open" : was.state }, "deadline");
      const now = { ...rest, deadline: edit.deadline, deadlineSince: at };
      const isMove = before !== undefined && isLive(was);
      return enter(isMove ? { ...now, state: "moved" } : now, isMove ? "moved" : "deadline", edit.deadline);
    }
    case "done":
    case "dropped":
      return was.state === edit.set ? was : enter({ ...was, state: edit.set }, edit.set);
    case "reopened": {
      if (isLive(was)) return was;
      // Reminders that were due while it was closed are owed to nobody.
      const since = was.deadline === undefined ? {} : { deadlineSince: at };
      return enter({ ...was, ...since, state: "open" }, "reopened");
    }
  }
}

/** What a note says in words, its messages one below the other; empty where there is only a voice or a picture. */
export function wordsOfNote({ items }: Pick<Note, "items">): string {
  return items.flatMap(({ text }) => text ?? []).join("\n");
}

/** In the order of a list: what is to be done first by its deadline, then what has none, then what is closed. */
export function byUrgency(list: readonly Agreement[]): Agreement[] {
  const rank = (one: Agreement) => (isLive(one) ? `0${one.deadline ?? "9"}` : "1");
  return [...list].sort((a, b) =>
    rank(a) === rank(b)
      ? (isLive(a) ? a.madeAt - b.madeAt : b.madeAt - a.madeAt) || (a.id < b.id ? -1 : 1)
      : rank(a) < rank(b)
        ? -1
        : 1,
  );
}
