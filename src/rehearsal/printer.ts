/** Prints the chats as they unfold, readable as a story in a terminal. */
import { DateTime } from "luxon";
import type { Room } from "./bot-api/room.ts";
import type { Moment } from "./bot-api/world.ts";
import { inlineRows, textOf } from "./people/screen.ts";
import type { Person } from "./people.ts";
import type { Stage } from "./stage.ts";

type Print = (line: string) => void;

const INDENT = "    ";
/** Long lists of buttons are cut here. */
const ROWS = 5;

export class ChatPrinter {
  readonly #stage: Stage;
  readonly #zone: string;
  readonly #print: Print;
  #minute = "";
  /** What each message last said, to pass over edits that only take buttons away. */
  readonly #said = new Map<Room, Map<number, string>>();

  /** @param zone in which the headings tell the time */
  constructor(stage: Stage, zone: string, print: Print) {
    this.#stage = stage;
    this.#zone = zone;
    this.#print = print;
    stage.api.onMoment((moment) => this.#show(moment));
  }

  /** A line of the narrator's. */
  scene(title: string): void {
    this.#print(`\n═══ ${title} ═══`);
  }

  /** Somebody taps a button: the chat itself shows no trace of it. */
  tap(who: Person, label: string): void {
    this.#heading();
    this.#print(`  ${who.user.first_name} 👆 [ ${label} ]`);
  }

  #show({ kind, message, by, room, toast }: Moment): void {
    if (toast !== undefined && toast.text !== "") {
      this.#print(`  Attaché → ${by.first_name} 💬 ${toast.text}`);
      return;
    }
    if (message?.text !== undefined && kind === "pinned") this.#pin(message.text);
    // The chat's own line about a pin says no more than that.
    const isMessage = kind === "message" && message?.pinned_message === undefined;
    if (message === undefined || (!isMessage && kind !== "edited")) return;
    const fromBot = message.from?.is_bot ?? false;
    const silent = room.find(message.message_id)?.silent ?? false;
    const whose = room.chat.type === "private" ? room.chat.first_name : room.chat.title;
    const words = textOf(message);
    const said = this.#said.get(room) ?? new Map<number, string>();
    this.#said.set(room, said);
    const before = said.get(message.message_id);
    if (kind === "edited" && before === words) return;
    said.set(message.message_id, words);
    // Of a card on top of the chat what is new on it is news enough.
    const isCard = kind === "edited" && room.pinned.includes(message.message_id);
    this.#heading();
    this.#print(
      fromBot
        ? `  Attaché → ${whose}${isCard ? " 📌" : ""}${kind === "edited" ? " ✎" : ""}${silent ? " 🔕" : ""}`
        : `  ${by.first_name}`,
    );
    const known = new Set(isCard ? before?.split("\n") : []);
    for (const line of words.split("\n")) if (!known.has(line)) this.#print(INDENT + line);
    // Buttons of an edited page are those of the page it was; new ones are worth reading.
    const rows = kind === "message" ? inlineRows(message) : [];
    for (const row of rows.slice(0, ROWS))
      this.#print(`${INDENT}${row.map(({ text }) => `[ ${text} ]`).join(" ")}`);
    if (rows.length > ROWS) this.#print(`${INDENT}[ … ${rows.length - ROWS} more ]`);
  }

  #pin(text: string): void {
    this.#heading();
    this.#print(`  📌 ${text.split("\n")[0]}`);
  }

  /** The programme time, whenever it has moved on. */
  #heading(): void {
    const now = DateTime.fromMillis(this.#stage.clock.now(), { zone: this.#zone });
    const minute = now.toFormat("ccc d LLLL, HH:mm", { locale: "en" });
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#print(`\n── ${minute} (${this.#zone}) ──`);
  }
}
