/** What a server may be too old for: methods, and what may be in a message. */
import type { Fields } from "./arguments.ts";
import type { Method } from "./parameters.ts";
import { badRequest } from "./refusal.ts";

/** What older servers do not know: since Bot API 10, and since 9.5 and 7.11. */
export type Novelty = "ephemeral messages" | "rich messages" | "date-time entities" | "copying buttons";

export interface Age {
  readonly methods: ReadonlySet<string>;
  readonly lacks: readonly Novelty[];
}

const methods: { readonly [N in Novelty]?: readonly Method[] } = {
  "ephemeral messages": ["deleteEphemeralMessage"],
  "rich messages": ["sendRichMessage"],
};

/** The methods that came with a novelty. */
export function newMethods(novelty: Novelty): readonly Method[] {
  return methods[novelty] ?? [];
}

/** Wording: Client::get_text_entity_type and get_inline_keyboard_button_type of the Bot API server. */
const unread: readonly (readonly [Novelty, RegExp, string])[] = [
  ["date-time entities", /"type":"date_time"/, "can't parse MessageEntity: Unsupported type specified"],
  [
    "copying buttons",
    /"copy_text"/,
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
];

/** @throws {Refusal} when there is something in a message that the server cannot read */
export function refuseNovelties({ lacks }: Age, { values }: Fields): void {
  if (lacks.length === 0) return;
  const said = JSON.stringify(values).replaceAll("\\", "");
  for (const [novelty, sign, words] of unread) {
    if (lacks.includes(novelty) && sign.test(said)) throw badRequest(words);
  }
}
