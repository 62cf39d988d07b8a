/** What the closing questionnaire brought: marks and words, once there are enough of them to be nobody's. */
import { FormattedString } from "@grammyjs/parse-mode";
import { averageOf, ENOUGH_ANSWERS, type Results } from "../domain/survey.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

const WORDS_ON_A_PAGE = 3;
/** Three of them and the figures stay within one message. */
const LONGEST_WORDS = 1200;

export function surveyResults(reading: Reading, results: Results, from: number): BotMessage {
  const { mission, speech } = reading;
  const { ratings, words, answered } = results;
  const back = button(
    speech.say("button-back"),
    press("notes", { mission: mission.handle, whose: "all", from: 0 }),
  );
  const heading = FormattedString.b(speech.say("survey-heading"));
  if (answered < ENOUGH_ANSWERS) {
    return {
      text: FormattedString.join([heading, speech.say("survey-few", { answered })], "\n"),
      buttons: rows(back),
    };
  }
  // 4.3 in Russian is «4,3»: figures follow the reader's language.
  const average = new Intl.NumberFormat(speech.language).format(averageOf(ratings));
  const bars = ratings.map((count, index) => `${index + 1} — ${count}`).reverse();
  const shown = words
    .slice(from, from + WORDS_ON_A_PAGE)
    .map((one) => FormattedString.blockquote(clip(one, LONGEST_WORDS)));
  return {
    text: FormattedString.join(
      [
        FormattedString.join([heading, speech.say("survey-results", { answered, average }), ...bars], "\n"),
        ...(shown.length === 0 ? [plain(speech.say("survey-no-words"))] : shown),
      ],
      "\n\n",
    ),
    buttons: rows(
      pager({ from, size: WORDS_ON_A_PAGE, total: words.length }, (start) =>
        press("surveyResults", { mission: mission.handle, from: start }),
      ),
      back,
    ),
  };
}
