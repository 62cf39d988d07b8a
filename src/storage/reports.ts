import type { Redis } from "ioredis";
import {
  type Ending,
  type Entered,
  emptyDraft,
  type PassportField,
  type ReportDraft,
  type ReportLine,
  type SignedDocument,
  type TypedFigure,
} from "../domain/report-draft.ts";
import type { Keys } from "./keys.ts";
import { amend, recordForm } from "./record.ts";

/** What each sort of piece holds. */
interface Pieces {
  readonly passport: string;
  readonly figure: string;
  readonly helper: string;
  readonly ending: Ending;
  readonly line: ReportLine;
  readonly document: SignedDocument;
}
export type PieceSort = keyof Pieces;

/** A piece as it is kept: with the update that put it in, so that one handled twice counts once. */
interface Kept<V> extends Entered {
  readonly value: V;
  readonly update: number;
}

const form = recordForm<Kept<unknown>>("piece of a report");

/** Who puts a piece in, and by which update; `seen`: how often it had been put in when they last read it. */
export interface Putting {
  readonly by: string;
  /** Programme time, epoch milliseconds. */
  readonly at: number;
  readonly update: number;
  readonly seen?: number;
}

export type PutOutcome<V> =
  | { readonly kind: "kept" }
  /** Somebody else has put in something meanwhile. */
  | { readonly kind: "changed"; readonly piece: Piece<V> };

export interface Piece<V> extends Entered {
  readonly value: V;
}

/**
 * What organisers put into the report on a mission, each piece by itself in one hash: two who work on it side by side
 * overwrite nothing they have not seen.
 */
export class Reports {
  readonly #redis: Redis;
  readonly #keys: Keys;

  constructor(redis: Redis, keys: Keys) {
    this.#redis = redis;
    this.#keys = keys;
  }

  async draft(mission: string): Promise<ReportDraft> {
    const stored = await this.#redis.hgetall(this.#keys.report(mission));
    const of = <S extends PieceSort>(sort: S): [string, Pieces[S]][] =>
      Object.entries(stored)
        .filter(([field]) => field.startsWith(`${sort}/`))
        .map(([field, record]) => [field.slice(sort.length + 1), pieceIn<S>(record)] as const)
        .map(([id, { value, at }]) => ({ id, value, at }))
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .map(({ id, value }) => [id, value]);
    // Only what put() has been given stands in the hash.
    const passport = Object.fromEntries(of("passport")) as Partial<Record<PassportField, string>>;
    const figures = Object.fromEntries(of("figure")) as Partial<Record<TypedFigure, string>>;
    return {
      ...emptyDraft,
      passport,
      figures,
      endings: new Map(of("ending")),
      lines: new Map(of("line")),
      documents: new Map(of("document").sort(([a], [b]) => (a < b ? -1 : 1))),
      helpers: new Map(of("helper")),
    };
  }

  async piece<S extends PieceSort>(
    mission: string,
    sort: S,
    id: string,
  ): Promise<Piece<Pieces[S]> | undefined> {
    const stored = await this.#redis.hget(this.#keys.report(mission), `${sort}/${id}`);
    return stored === null ? undefined : pieceIn<S>(stored);
  }

  /** Puts a piece in, made of what was there; refused where that is not what its writer has seen. */
  async put<S extends PieceSort>(
    mission: string,
    sort: S,
    id: string,
    change: (was: Pieces[S] | undefined) => Pieces[S],
    { by, at, update, seen }: Putting,
  ): Promise<PutOutcome<Pieces[S]>> {
    const key = this.#keys.report(mission);
    const field = `${sort}/${id}`;
    for (;;) {
      let other: Piece<Pieces[S]> | undefined;
      const outcome = await amend<Kept<unknown>>({ redis: this.#redis, key, field, form }, (kept) => {
        // Written by put(), which is given the sort's own values.
        const was = kept as Kept<Pieces[S]>;
        if (was.update === update) return was;
        if (seen !== undefined && was.times !== seen) {
          other = was;
          return undefined;
        }
        return { value: change(was.value), by, at, update, times: was.times + 1 };
      });
      if (other !== undefined) return { kind: "changed", piece: other };
      if (outcome !== "refused") return { kind: "kept" };
      const fresh = form.encode({ value: change(undefined), by, at, update, times: 1 });
      if ((await this.#redis.hsetnx(key, field, fresh)) === 1) return { kind: "kept" };
    }
  }

  /** Whether there was anything to drop. */
  async drop(mission: string, sort: PieceSort, id: string): Promise<boolean> {
    return (await this.#redis.hdel(this.#keys.report(mission), `${sort}/${id}`)) === 1;
  }
}

function pieceIn<S extends PieceSort>(stored: string): Kept<Pieces[S]> {
  // The field's name says which sort it is.
  return form.decode(stored) as Kept<Pieces[S]>;
}
