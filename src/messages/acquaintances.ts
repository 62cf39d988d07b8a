/** The people a delegation met: the list by organisation. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type Acquaintance, searchable } from "../domain/acquaintances.ts";
import { isOrganiser } from "../domain/seats.ts";
import { titleOfCard } from "./acquaintance-card.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { CALLBACK_DATA_BYTES, clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

export const CARDS_ON_A_PAGE = 8;
const SHORT = 80;
/** What is looked for travels in the buttons that turn pages, so it is kept short; in bytes. */
const SEARCH_BYTES = CALLBACK_DATA_BYTES - 24;

export interface CardList {
  /** Those of this page. */
  readonly page: readonly Acquaintance[];
  readonly total: number;
  readonly from: number;
  /** What was looked for; empty for everybody. */
  readonly search: string;
  /** How many pairs of cards seem to be of one person; for organisers. */
  readonly doubles: number;
}

/** What is looked for, as short as a button can carry it. */
export function searchWords(said: string): string {
  let words = searchable(said);
  while (Buffer.byteLength(words) > SEARCH_BYTES) words = [...words].slice(0, -1).join("");
  return words.trim();
}

/** «Контакты», by organisation. */
export function cardList(reading: Reading, { page, total, from, search, doubles }: CardList): BotMessage {
  const { mission, speech, seat } = reading;
  const where = { mission: mission.handle };
  const heading =
    search === "" ? speech.say("met-heading", { total }) : speech.say("met-found", { total, search });
  const none = speech.say(search === "" ? "met-none" : "met-none-found");
  return {
    text: FormattedString.join(
      [FormattedString.b(heading), ...(total === 0 ? [plain(none)] : groupsOf(page, from, speech))],
      "\n\n",
    ),
    buttons: rows(
      ...page.map((card, index) =>
        button(
          `${from + index + 1}. ${titleOfCard(card, speech)}`,
          press("metOne", { ...where, who: card.id }),
        ),
      ),
      pager({ from, size: CARDS_ON_A_PAGE, total }, (start) =>
        press("met", { ...where, from: start, search }),
      ),
      search === ""
        ? undefined
        : button(speech.say("button-met-all"), press("met", { ...where, from: 0, search: "" })),
      total === 0 && search === ""
        ? undefined
        : button(speech.say("button-met-find"), press("metFind", where)),
      button(speech.say("button-met-add"), press("metAdd", where)),
      doubles === 0
        ? undefined
        : button(speech.say("button-met-doubles", { count: doubles }), press("metDoubles", where)),
      total === 0
        ? undefined
        : button(speech.say("button-met-vcf"), press("metExport", { ...where, form: "vcf" })),
      total === 0
        ? undefined
        : button(speech.say("button-met-xlsx"), press("metExport", { ...where, form: "xlsx" })),
      isOrganiser(seat) ? backToDesk(reading) : undefined,
    ),
  };
}

/** Each organisation with its people below it. */
function groupsOf(page: readonly Acquaintance[], from: number, speech: Speech): FormattedString[] {
  const groups: { key: string; lines: FormattedString[] }[] = [];
  for (const [index, card] of page.entries()) {
    const key = searchable(card.organisation ?? "");
    const said = [titleOfCard(card, speech), card.position].filter((part) => part !== undefined);
    const line = plain(`${from + index + 1}. ${speech.list(said.map((part) => clip(part, SHORT)))}`);
    const last = groups.at(-1);
    if (last?.key === key) last.lines.push(line);
    else {
      const heading = clip(card.organisation ?? speech.say("met-no-organisation"), SHORT);
      groups.push({ key, lines: [FormattedString.b(heading), line] });
    }
  }
  return groups.map(({ lines }) => FormattedString.join(lines, "\n"));
}
