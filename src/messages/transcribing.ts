/** Voices without text: one to be written down, and what is left. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Note } from "../domain/notes.ts";
import { press } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { stamp, titleOf } from "./notes.ts";
import type { Reading } from "./reading.ts";

/** Stands below the voice itself; the next message typed becomes its words. */
export function voiceMessage(
  reading: Reading,
  note: Note,
  { author, from, total }: { author: string; from: number; total: number },
): BotMessage {
  const { speech, mission } = reading;
  const title = FormattedString.b(titleOf(reading, note) ?? speech.say("note-no-event"));
  const where = `${stamp(reading, note.createdAt, note.event)} · ${author}`;
  return {
    text: FormattedString.join([title, where, "", speech.say("voice-type", { left: total })], "\n"),
    buttons: rows(
      from + 1 < total
        ? button(
            speech.say("button-voice-skip"),
            press("untyped", { mission: mission.handle, from: from + 1 }),
          )
        : undefined,
      toNotes(reading),
    ),
  };
}

export function typedKept(reading: Reading, left: number): BotMessage {
  const { speech, mission } = reading;
  return {
    text: plain(speech.say("voice-typed", { left })),
    buttons: rows(
      left > 0
        ? button(speech.say("button-voice-next"), press("untyped", { mission: mission.handle, from: 0 }))
        : undefined,
      toNotes(reading),
    ),
  };
}

export function voicesDone(reading: Reading): BotMessage {
  return { text: plain(reading.speech.say("voices-none")), buttons: rows(toNotes(reading)) };
}

function toNotes({ mission, speech }: Reading) {
  return button(
    speech.say("button-back"),
    press("notes", { mission: mission.handle, whose: "all", from: 0 }),
  );
}
