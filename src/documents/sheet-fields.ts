/**
 * How a mission lies in a workbook: a sheet for each of its lists and one for itself, a column for each field of the
 * format, and for texts one a language. Writing and reading both go by this list and by nothing else.
 */
import { kinds, type Language, languages, type Mission } from "../domain/mission.ts";

/** What stands in the cells of a field; see cells.ts for how people may write it. */
export type Form = "text" | "word" | "time" | "clock" | "lead" | "phone" | "number" | "flag" | "switch";

export interface Field {
  /** The way to the value from its record: `gathering.at`; of lists one item after another: `roles[].person`. */
  readonly path: string;
  readonly form: Form;
  /** The words there are, offered by Excel. */
  readonly options?: readonly string[];
}

export const sections = ["events", "people", "venues", "groups", "vehicles", "contacts"] as const;
export type Section = (typeof sections)[number];
export type SheetKey = Section | "mission";

const of =
  (form: Form) =>
  (path: string): Field => ({ path, form });
const [text, word, time, flag] = [of("text"), of("word"), of("time"), of("flag")];
const oneOf = (path: string, ...options: string[]): Field => ({ path, form: "word", options });

export const fields: Readonly<Record<SheetKey, readonly Field[]>> = {
  events: [
    word("id"),
    oneOf("kind", ...kinds),
    text("title"),
    time("start"),
    time("end"),
    word("venue"),
    word("to"),
    text("room"),
    word("groups[]"),
    time("gathering.at"),
    time("gathering.departs"),
    text("gathering.place"),
    word("vehicles[]"),
    oneOf("status", "confirmed", "tentative"),
    flag("fixed"),
    oneOf("audience", "all", "organisers"),
    word("choice"),
    of("number")("capacity"),
    flag("optional"),
    text("dressCode"),
    text("bring[]"),
    text("description"),
    text("host"),
    text("interpreter"),
    word("contact"),
    word("roles[].person"),
    text("roles[].role"),
    text("brief"),
    text("documents[].title"),
    word("documents[].url"),
    of("lead")("reminders[]"),
    text("weather"),
    oneOf("askNotes", "everyone", "appointed", "nobody"),
  ],
  people: [
    word("id"),
    text("position"),
    text("organisation"),
    word("groups[]"),
    oneOf("role", "delegate", "organiser"),
    word("name"),
    of("phone")("phone"),
    word("vehicle"),
    word("aideOf"),
  ],
  venues: [
    word("id"),
    text("name"),
    text("address"),
    of("number")("location.latitude"),
    of("number")("location.longitude"),
    flag("location.approximate"),
    word("timezone"),
  ],
  groups: [word("id"), text("title"), word("escort")],
  vehicles: [word("id"), text("name"), word("plate"), word("escort")],
  contacts: [word("id"), text("role"), word("name"), of("phone")("phone"), word("telegram")],
  mission: [
    word("id"),
    text("title"),
    word("timezone"),
    word("homeTimezone"),
    word("languages[]"),
    oneOf("state", "approved", "draft"),
    word("colour"),
    of("switch")("digest"),
    of("clock")("digest.evening"),
    of("clock")("digest.morning"),
    ...["default", "gathering", "firstOfDay", ...kinds].map((kind) => of("lead")(`reminders.${kind}[]`)),
    word("$schema"),
  ],
};

/** A column of a sheet (a line of the mission's own); a text has one a language, and one where it is in none. */
export interface SheetColumn {
  readonly field: Field;
  readonly language?: Language;
}

/** `events.roles[].role.ru`: how a column is known whatever its heading says, and wherever it is moved. */
export function keyOf(sheet: SheetKey, { field, language }: SheetColumn): string {
  return [sheet, field.path, ...(language === undefined ? [] : [language])].join(".");
}

/** By this the sheet of instructions is known to need no reading. */
export const instructionsKey = "help.read-by-people";

/** Every column there can be, by its key. */
export const columnsByKey: ReadonlyMap<string, { sheet: SheetKey; column: SheetColumn }> = new Map(
  ([...sections, "mission"] as const).flatMap((sheet) =>
    fields[sheet].flatMap((field) => {
      const inLanguages = field.form === "text" ? languages.map((language) => ({ field, language })) : [];
      return [{ field }, ...inLanguages].map((column) => [keyOf(sheet, column), { sheet, column }] as const);
    }),
  ),
);

/** The parts of a path: the list it goes through, if any, and the way from there. */
export function partsOf(path: string): { list?: string; rest: string } {
  const at = path.indexOf("[]");
  return at < 0 ? { rest: path } : { list: path.slice(0, at), rest: path.slice(at + 3) };
}

export type Bag = Record<string, unknown>;

/** The value at the end of a path (`gathering.at`); the value itself at the end of none. */
export function valueIn(record: unknown, path: string): unknown {
  if (path === "") return record;
  return path
    .split(".")
    .reduce<unknown>(
      (here, step) => (isBag(here) && Object.hasOwn(here, step) ? here[step] : undefined),
      record,
    );
}

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The records of a sheet, as the file has them; the mission is one. */
export function recordsOf(mission: Mission, sheet: SheetKey): readonly unknown[] {
  return sheet === "mission" ? [mission] : (mission[sheet] ?? []);
}

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before === 0 ? "" : columnLetters(before - 1)) + String.fromCharCode(65 + (index % 26));
}
