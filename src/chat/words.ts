import type { Composer, Context } from "grammy";
import { languages } from "../domain/mission.ts";
import type { Speeches } from "../messages/speech.ts";

/** Plain words that work as a command, `plain-…` in the locales; the keyboard's own labels are among them. */
const commandWords = [
  "today",
  "tomorrow",
  "now",
  "programme",
  "calendar",
  "note",
  "notes",
  "needhelp",
  "contacts",
  "agreements",
  "ask",
  "settings",
  "desk",
  "change",
  "history",
  "report",
  "broadcast",
  "people",
  "rollcall",
  "help",
] as const;
type CommandWord = (typeof commandWords)[number];
/** Words that mean something besides: the end of a note, and thanks. */
export type PlainWord = CommandWord | "done" | "thanks";

/**
 * What people say in plain words, in any of the bot's languages: a keyboard of the language before last may still be on
 * the phone.
 */
export class Words {
  readonly #meanings: ReadonlyMap<string, PlainWord>;
  readonly #late: ReadonlySet<string>;

  constructor(speeches: Speeches) {
    const words = [...commandWords, "done", "thanks"] as const;
    const pairs = languages.flatMap((language) =>
      words.flatMap((word) =>
        speeches(language)
          .say(`plain-${word}`)
          .split("|")
          .map((said) => [folded(said), word] as const),
      ),
    );
    this.#meanings = new Map(pairs);
    this.#late = new Set(
      languages.flatMap((language) => speeches(language).say("words-delay").split("|").map(folded)),
    );
  }

  /** What somebody's whole message means, if it is one of the words. */
  meaningOf(text: string | undefined): PlainWord | undefined {
    return text === undefined || text.length > 60 ? undefined : this.#meanings.get(folded(text));
  }

  /**
   * `задержка 20`, `delay 20 min`, `遅延20分`: by how many minutes things are late, as it was said, if that is what is
   * said; empty for `задержка` alone.
   */
  delayIn(text: string | undefined): string | undefined {
    if (text === undefined || text.length > 60) return undefined;
    if (this.#late.has(folded(text))) return "";
    const [, said = "", minutes] = /^(.*?)\s*(\d{1,4})\s*(?:\p{L}{1,6}\.?)?$/u.exec(folded(text)) ?? [];
    return this.#late.has(said) ? minutes : undefined;
  }

  /** Whether a message is a command, by its slash or in plain words; scenes let those through. */
  isCommand(ctx: Context): boolean {
    const meaning = this.meaningOf(ctx.message?.text);
    if (isSlashCommand(ctx) || this.delayIn(ctx.message?.text) !== undefined) return true;
    return meaning !== undefined && meaning !== "done" && meaning !== "thanks";
  }

  /** Registers what a command does, also when it is said in plain words. */
  onCommand<C extends Context>(
    composer: Composer<C>,
    command: string | undefined,
    word: CommandWord | undefined,
    handle: (ctx: C) => Promise<unknown>,
  ): void {
    if (command !== undefined) composer.command(command, handle);
    if (word !== undefined) {
      composer.filter((ctx) => this.meaningOf(ctx.message?.text) === word).use(handle);
    }
  }
}

/** The same word whatever its case, width, spaces, apostrophe and full stop. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[’ʼ`]/g, "'")
    .replaceAll(/\s+/g, " ")
    .replace(/[.!?。…]+\s*$/u, "")
    .trim();
}

export function isSlashCommand(ctx: Context): boolean {
  return ctx.message?.entities?.some(({ type, offset }) => type === "bot_command" && offset === 0) ?? false;
}
