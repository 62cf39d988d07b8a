/** What an owner of agreements and assignments is reminded of. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { AgreementReminder } from "../domain/agreement-reminders.ts";
import { type Agreement, byUrgency, isLive, isOverdue } from "../domain/agreements.ts";
import { dateWords, deadlineWords, oneLine, todayOf } from "./agreements.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** How many of them are said in words; and with buttons. */
const MOST_LINES = 10;
const WHAT = 200;
const WHO = 80;

/**
 * One message for all that is due of an owner's list. The week's list has everything that is to be done; else there is
 * what was given, what is due tomorrow, and what was due yesterday.
 */
export function agreementReminder(
  reading: Reading,
  list: readonly Agreement[],
  owed: readonly AgreementReminder[],
): BotMessage {
  const { mission, speech } = reading;
  const live = byUrgency(list.filter(isLive));
  const aboutOf = (kind: AgreementReminder["kind"]) => {
    const ids = new Set(owed.filter((one) => one.kind === kind).flatMap(({ about }) => about));
    return live.filter(({ id }) => ids.has(id));
  };
  const kinds = (["given", "before", "after"] as const).filter((kind) => aboutOf(kind).length > 0);
  const isWeek = owed.some(({ kind }) => kind === "week");
  const shown = isWeek ? live : live.filter(({ id }) => owed.some(({ about }) => about.includes(id)));
  const sections = isWeek
    ? weekly(reading, live)
    : kinds.flatMap((kind) =>
        section(reading, `agreements-${kind}`, aboutOf(kind), Math.floor(MOST_LINES / kinds.length)),
      );
  const [only] = shown;
  return {
    text: FormattedString.join(sections, "\n\n"),
    buttons: rows(
      shown.length === 1 && only !== undefined
        ? button(
            speech.say("button-agreement-done"),
            press("agreementDo", { mission: mission.handle, one: only.id, what: "done" }),
          )
        : undefined,
      ...shown
        .slice(0, MOST_LINES)
        .map((one) =>
          button(oneLine(one.what), press("agreement", { mission: mission.handle, one: one.id })),
        ),
      button(
        speech.say("button-agreements"),
        press("agreements", { mission: mission.handle, which: "mine", from: 0 }),
      ),
    ),
  };
}

function weekly(reading: Reading, live: readonly Agreement[]): FormattedString[] {
  const today = todayOf(reading);
  const heading = FormattedString.b(reading.speech.say("agreements-week", { count: live.length }));
  const lines = live.slice(0, MOST_LINES).map((one) => {
    const sign = isOverdue(one, today) ? "" : "• ";
    return plain(
      `${sign}${clip(oneLine(one.what), WHAT)}\n${byWhom(reading, one)}${deadlineWords(reading, one)}`,
    );
  });
  return [heading, ...lines, ...more(reading, live.length - MOST_LINES)];
}

function section(
  reading: Reading,
  key: "agreements-given" | "agreements-before" | "agreements-after",
  list: readonly Agreement[],
  most: number,
): FormattedString[] {
  const { speech } = reading;
  const heading = FormattedString.b(speech.say(key, { count: list.length }));
  const lines = list.slice(0, most).map((one) => {
    const date =
      one.deadline === undefined ? speech.say("agreement-no-deadline") : dateWords(reading, one.deadline);
    const when = speech.say("agreement-deadline", { value: date });
    return plain(`• ${clip(oneLine(one.what), WHAT)}\n${byWhom(reading, one)}${when}`);
  });
  return [heading, ...lines, ...more(reading, list.length - most)];
}

/** The hosts, where it is they who have to do it and the reader only watches. */
function byWhom({ speech }: Reading, { owner }: Agreement): string {
  return "words" in owner ? `${speech.say("agreement-owner", { value: clip(owner.words, WHO) })}\n` : "";
}

function more({ speech }: Reading, count: number): FormattedString[] {
  return count > 0 ? [plain(speech.say("agreements-more", { count }))] : [];
}
