import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { I18n } from "@grammyjs/i18n";
import { FormattedString, fmt } from "@grammyjs/parse-mode";
import { type Language, type Text, textIn } from "../domain/mission.ts";
import { cleaned } from "../domain/words.ts";

export type Variables = Record<string, string | number>;
export type RichVariables = Record<string, string | number | FormattedString>;

/** How the bot speaks to one reader: the sentences of data/locales, and the mission's own texts, in their language. */
export interface Speech {
  readonly language: Language;
  /** A sentence. @throws when the locales lack it, which is a mistake of ours and not the reader's business. */
  say(key: string, variables?: Variables): string;
  /** The same, or nothing where there is none: what a newer version of the program has kept may have no words here. */
  perhaps(key: string, variables?: Variables): string | undefined;
  /** A sentence whose variables may carry entities (a bold title, a tappable time). */
  rich(key: string, variables?: RichVariables): FormattedString;
  /** Several things in a row: `бейдж, паспорт`, 「名札、旅券」. */
  list(things: readonly string[]): string;
  /** A text of the mission file. */
  text(text: Text): string;
}

export type Speeches = (language: Language, missionsOwn?: Language) => Speech;

/** Private-use characters stand for rich variables while Fluent works, and are taken out of everybody's words. */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const marks = /[\uE000\uE001]/g;
const marked = /\uE000(\w+)\uE001/;

/** Loads every sentence the bot says: of each language `ru.ftl` and whatever else is named `….ru.ftl`. */
export async function loadSpeeches(folder = defaultFolder): Promise<Speeches> {
  const names = (await readdir(folder)).sort();
  const [ru, en, ja] = await Promise.all([sentencesOf("ru"), sentencesOf("en"), sentencesOf("ja")]);
  const sentences: Record<Language, Sentences> = { ru, en, ja };
  return (language, own) => speechIn(sentences[language], language, own);

  async function sentencesOf(language: Language): Promise<Sentences> {
    const files = names.filter((name) => `.${name}`.endsWith(`.${language}.ftl`));
    const sources = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
    const source = sources.join("\n");
    const i18n = new I18n({ defaultLocale: language, fluentBundleOptions: { useIsolating: false } });
    await i18n.loadLocale(language, { source });
    const keys = new Set([...source.matchAll(/^([a-z][\w-]*) *=/gim)].map(([, key = ""]) => key));
    return { i18n, keys, plain: new Map() };
  }
}

/** One language's. Its own instance, so that a sentence it lacks is not said in another. */
interface Sentences {
  readonly i18n: I18n;
  readonly keys: ReadonlySet<string>;
  /** Those without variables as they were said before: Fluent negotiates languages anew every time. */
  readonly plain: Map<string, string>;
}

const defaultFolder = path.join(import.meta.dirname, "../../data/locales");

function speechIn({ i18n, keys, plain }: Sentences, language: Language, own: Language | undefined): Speech {
  const say: Speech["say"] = (key, variables) => {
    const before = variables === undefined ? plain.get(key) : undefined;
    if (before !== undefined) return before;
    const said = i18n.t(language, key, variables ?? {});
    if (said === `{${key}}`) throw new Error(`data/locales/${language}.ftl lacks «${key}»`);
    if (variables === undefined) plain.set(key, said);
    return said;
  };
  return {
    language,
    say,
    perhaps: (key, variables) => (keys.has(key) ? say(key, variables) : undefined),
    rich: (key, variables = {}) => {
      const standing = Object.entries(variables).map(([name, value]) => [name, standIn(name, value)]);
      const pieces = say(key, Object.fromEntries(standing)).split(marked);
      // Splitting by a pattern with one group gives text and names by turns.
      return FormattedString.join(
        pieces
          .map((piece, index) => (index % 2 === 0 ? piece : (variables[piece] ?? "").valueOf()))
          .map(asString),
      );
    },
    list: (things) => things.join(language === "ja" ? "、" : ", "),
    text: (text) => cleaned(textIn(text, language, own)),
  };
}

function standIn(name: string, value: string | number | FormattedString): string | number {
  if (value instanceof FormattedString) return `${OPEN}${name}${CLOSE}`;
  return typeof value === "string" ? value.replaceAll(marks, "") : value;
}

function asString(piece: unknown): FormattedString {
  return piece instanceof FormattedString ? piece : fmt`${String(piece)}`;
}
