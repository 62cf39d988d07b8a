/**
 * The exact account of a delivery: what everybody was owed, by the programme and their wishes, against what the ledger
 * says became of it and what their chats really show.
 */
import type { Message } from "@grammyjs/types";
import { ownProgramme } from "../../src/domain/audience.ts";
import { digestsOf } from "../../src/domain/digests.ts";
import type { Text } from "../../src/domain/mission.ts";
import { promptsOf } from "../../src/domain/prompts.ts";
import { remindersOf } from "../../src/domain/reminders.ts";
import { isOrganiser, type Member, owedTo } from "../../src/domain/seats.ts";
import { surveysOf } from "../../src/domain/survey.ts";
import type { Programme } from "../../src/domain/timetable.ts";
import type { Wishes } from "../../src/domain/wishes.ts";
import { isService } from "../../src/rehearsal/bot-api/content.ts";
import type { BotApi } from "../../src/rehearsal/bot-api/server.ts";
import type { LedgerEntry, Outcome } from "../../src/storage/ledger.ts";
import type { Store } from "../../src/storage/store.ts";

/** How much earlier than due something may come along with something else. */
const COMES_ALONG = 10 * 60_000;

export interface AccountQuestion {
  readonly store: Pick<Store, "missions" | "people" | "choices" | "ledger">;
  readonly api: Pick<BotApi, "world">;
  readonly mission: string;
  /** Owed is what is due after the first and not after the second; programme time, epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** What the bot writes because it was asked; it is left out of the account. */
  readonly answers?: RegExp;
}

export interface Account extends Readonly<Record<Outcome, number>> {
  readonly owed: number;
  /** Of the delivered, those that came in the message of another. */
  readonly within: number;
  /** What organisers were owed because somebody could not be reached; they are among the owed. */
  readonly alerts: number;
  /** Messages that came once more than was owed, each by its recipient and first line. */
  readonly repeats: readonly string[];
  /** Whatever does not add up, each by its recipient and identity. */
  readonly mistakes: readonly string[];
}

/** Something one member was owed. */
interface Debt {
  readonly identity: string;
  readonly dueAt: number;
  readonly expiresAt: number;
  /** The event of a reminder, by id and title. */
  readonly event?: { readonly id: string; readonly title: Text };
}

/** Draws up the account of everybody in a mission. */
export async function accountOf(question: AccountQuestion): Promise<Account> {
  const { store, mission } = question;
  const inForce = await store.missions.inForce(mission);
  if (inForce === undefined) throw new Error(`There is no mission ${mission}`);
  const members = await store.people.members(mission);
  const choices = await store.choices.all(mission);
  const pages = await Promise.all(
    members.map(async (member): Promise<Page> => {
      const { id } = member.seat;
      const ledger = await store.ledger.of(mission, id);
      return { member, ledger, debts: debtsOf(inForce.programme, member, choices.get(id) ?? {}) };
    }),
  );
  const sheet = new Sheet(question);
  for (const page of pages) sheet.settle(page, alertsOwedTo(page.member, pages));
  return sheet.account;
}

/** @throws an Error that names everything which does not add up; and more repeats than these */
export function expectExact(account: Account, { repeatsAtMost = 0 } = {}): void {
  const { owed, delivered, superseded, unreachable, expired, failed, repeats, mistakes } = account;
  const ended = delivered + superseded + unreachable + expired + failed;
  const wrong = [
    ...mistakes,
    ...(repeats.length > repeatsAtMost ? repeats.map((repeat) => `repeated: ${repeat}`) : []),
    ...(owed === ended ? [] : [`${owed} owed, ${ended} ended`]),
  ];
  if (wrong.length > 0) throw new Error([summaryOf(account), ...wrong].join("\n"));
}

export function summaryOf({ repeats, mistakes: _, ...counts }: Account): string {
  const named = Object.entries({ ...counts, repeats: repeats.length });
  return named.map(([what, count]) => `${what} ${count}`).join(", ");
}

interface Page {
  readonly member: Member;
  readonly debts: readonly Debt[];
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
}

function debtsOf(
  programme: Programme,
  { seat, participant }: Member,
  choices: Record<string, string>,
): Debt[] {
  const own = ownProgramme(programme, seat, choices);
  const listFor = (wishes: Wishes | undefined): Debt[] => {
    const reminders = remindersOf(programme, own, wishes).map((reminder): Debt => {
      const event = own.find(({ event: { id } }) => id === reminder.eventId)?.event;
      return event === undefined ? reminder : { ...reminder, event };
    });
    const prompts = promptsOf(programme, own, seat, wishes);
    return [
      ...reminders,
      ...digestsOf(programme, own, wishes),
      ...prompts,
      ...surveysOf(programme, own, seat, wishes),
    ];
  };
  return owedTo(participant, listFor);
}

/** Every organiser is owed one alert for each time somebody became unreachable: at the first delivery that failed so. */
function alertsOwedTo({ seat }: Member, pages: readonly Page[]): Debt[] {
  if (!isOrganiser(seat)) return [];
  return pages.flatMap(({ member: { seat: subject, participant }, ledger }) => {
    const failures = [...ledger.values()]
      .filter(({ outcome }) => outcome === "unreachable")
      .map(({ at }) => at);
    if (failures.length === 0) return [];
    const since = participant.unreachableSince ?? Math.min(...failures);
    const identity = `alert/unreachable.${subject.id}.${since}`;
    return [{ identity, dueAt: since, expiresAt: Number.POSITIVE_INFINITY }];
  });
}

/** Where the account is added up. */
class Sheet {
  readonly #question: AccountQuestion;
  readonly #counts: Record<Outcome | "owed" | "within" | "alerts", number> = {
    ...{ owed: 0, delivered: 0, within: 0, superseded: 0, unreachable: 0, expired: 0, failed: 0, alerts: 0 },
  };
  readonly #repeats: string[] = [];
  readonly #mistakes: string[] = [];

  constructor(question: AccountQuestion) {
    this.#question = question;
  }

  get account(): Account {
    return { ...this.#counts, repeats: this.#repeats, mistakes: this.#mistakes };
  }

  settle({ member, debts, ledger }: Page, alerts: readonly Debt[]): void {
    const { from, to } = this.#question;
    const { joinedAt, wishedAt = joinedAt } = member.participant;
    const since = Math.max(from, joinedAt);
    const known = new Map([...debts, ...alerts].map((debt) => [debt.identity, debt]));
    const owed = [
      ...debts.filter(({ dueAt, identity }) => {
        const cameAlong =
          to < dueAt && dueAt <= to + COMES_ALONG && ledger.get(identity)?.outcome === "delivered";
        return since < dueAt && (dueAt <= to || cameAlong);
      }),
      ...alerts,
    ];
    this.#counts.owed += owed.length;
    this.#counts.alerts += alerts.length;
    const note = (identity: string, what: string) =>
      void this.#mistakes.push(`${member.seat.id}, ${identity}: ${what}`);

    for (const debt of owed) {
      const entry = ledger.get(debt.identity);
      if (entry === undefined) note(debt.identity, "was owed and has not ended");
      else this.#enter(debt, entry, debts, (what) => note(debt.identity, what));
    }
    for (const [identity, { outcome, at }] of ledger) {
      // What ended before they changed their wishes may be what they wished then.
      if (at < wishedAt || owed.some((debt) => debt.identity === identity)) continue;
      note(identity, `was not owed and ended as ${outcome}`);
    }
    this.#compareWithChat(member, ledger, known, note);
  }

  #enter(debt: Debt, entry: LedgerEntry, debts: readonly Debt[], note: (what: string) => void): void {
    this.#counts[entry.outcome] += 1;
    const { at, outcome } = entry;
    if (outcome === "delivered" && entry.within !== undefined) this.#counts.within += 1;
    const early = at < debt.dueAt - (outcome === "delivered" ? COMES_ALONG : 0);
    const late = outcome !== "expired" && outcome !== "unreachable" && at >= debt.expiresAt;
    if (early || late) note(`ended as ${outcome} ${early ? "before it was due" : "when it was over"}`);
    if (outcome === "expired" && at < debt.expiresAt) note("expired before it was over");
    const byAnother = debts.some(({ event, dueAt }) => event?.id === debt.event?.id && dueAt > debt.dueAt);
    if (outcome === "superseded" && !byAnother) note("was superseded by nothing");
  }

  /** What the ledger calls delivered is there to be read, and nothing else is, but what repeats it. */
  #compareWithChat(
    { seat, participant }: Member,
    ledger: ReadonlyMap<string, LedgerEntry>,
    known: ReadonlyMap<string, Debt>,
    note: (identity: string, what: string) => void,
  ): void {
    const { world } = this.#question.api;
    const history = world.rooms.get(participant.chat)?.history() ?? [];
    // That a message was pinned is said by the chat, not by the bot.
    const written = history
      .map(({ message }) => message)
      .filter((message) => message.from?.id === world.bot.id && !isService(message));
    const accounted = new Map<Message, { identity: string; entry: LedgerEntry }[]>();
    for (const [identity, entry] of ledger) {
      if (entry.outcome !== "delivered") continue;
      const message = written.find(({ message_id }) => message_id === entry.message);
      if (message === undefined || entry.chat !== participant.chat) {
        note(identity, "is delivered by the ledger, and not in the chat");
        continue;
      }
      accounted.set(message, [...(accounted.get(message) ?? []), { identity, entry }]);
      const event = known.get(identity)?.event;
      if (event !== undefined && !wordings(event.title).some((title) => message.text?.includes(title))) {
        note(identity, `is delivered by a message that does not tell of it: ${firstLine(message)}`);
      }
    }
    for (const [message, parts] of accounted) {
      const dues = parts.map(({ identity, entry }) => (known.get(identity)?.dueAt ?? 0) <= entry.at);
      if (!dues.includes(true)) note(firstLine(message), "came when nothing in it was due");
      const heads = parts.filter(({ entry }) => entry.within === undefined);
      if (heads.length !== 1)
        note(firstLine(message), `stands for ${heads.length} deliveries that came alone`);
    }
    const texts = new Set([...accounted.keys()].map(({ text }) => text));
    for (const message of written) {
      if (accounted.has(message) || this.#question.answers?.test(message.text ?? "")) continue;
      if (texts.has(message.text)) this.#repeats.push(`${seat.id}: ${firstLine(message)}`);
      else note(firstLine(message), "was owed to nobody");
    }
  }
}

function wordings(title: Text): string[] {
  return typeof title === "string" ? [title] : Object.values(title);
}

function firstLine({ text = "" }: Message): string {
  return text.split("\n")[0] ?? "";
}
