/** The organisers' chat: bound, unbound, and how it is done. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { BotMessage } from "./message.ts";
import { plain, type Reading } from "./schedule.ts";

/** Said in the group that has just been bound. */
export function chatBound({ mission, speech }: Reading): BotMessage {
  const title = speech.text(mission.programme.mission.title);
  return {
    text: FormattedString.join(
      [
        FormattedString.join([speech.say("bind-done"), FormattedString.b(title)], "\n"),
        speech.say("bind-what"),
      ],
      "\n\n",
    ),
  };
}

/** `/bind` outside a group: which chat is bound, and how one is. */
export function howToBind({ speech }: Reading, title: string | undefined): BotMessage {
  const bound = title === undefined ? speech.say("bind-none") : speech.say("bind-now", { title });
  return { text: FormattedString.join([bound, speech.say("bind-how")], "\n\n") };
}

export function chatUnbound({ speech }: Reading, wasBound: boolean): BotMessage {
  return { text: plain(speech.say(wasBound ? "unbind-done" : "unbind-none")) };
}
