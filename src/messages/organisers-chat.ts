/** Groups bound to a mission: the organisers' chat and the delegation's; bound, unbound, and how it is done. */
import { FormattedString } from "@grammyjs/parse-mode";
import { press } from "./callback.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** What a group can be to a mission. */
type Kind = "organisers" | "delegation";

/** `/bind` in a group: what it is to be; ticked what it is already. */
export function whichChat({ mission, speech }: Reading, now: Kind | undefined): BotMessage {
  const choice = (kind: Kind) =>
    button(
      `${now === kind ? "✓ " : ""}${speech.say(`bind-as-${kind}`)}`,
      press("bindAs", { mission: mission.handle, kind }),
    );
  const title = speech.text(mission.programme.mission.title);
  return {
    text: FormattedString.join([FormattedString.b(title), speech.say("bind-question")], "\n"),
    buttons: rows(choice("delegation"), choice("organisers")),
  };
}

/** Said in the group that has just been bound. */
export function chatBound({ mission, speech }: Reading, kind: Kind): BotMessage {
  const title = speech.text(mission.programme.mission.title);
  const [done, what] =
    kind === "organisers" ? ["bind-done", "bind-what"] : ["delegation-bound", "delegation-what"];
  return {
    text: FormattedString.join(
      [FormattedString.join([speech.say(done), FormattedString.b(title)], "\n"), speech.say(what)],
      "\n\n",
    ),
  };
}

/** `/bind` outside a group: which chats are bound, and how one is. */
export function howToBind(
  { speech }: Reading,
  title: string | undefined,
  delegation: string | undefined,
): BotMessage {
  const bound = title === undefined ? speech.say("bind-none") : speech.say("bind-now", { title });
  const other =
    delegation === undefined
      ? speech.say("delegation-none")
      : speech.say("delegation-now", { title: delegation });
  return {
    text: FormattedString.join([FormattedString.join([bound, other], "\n"), speech.say("bind-how")], "\n\n"),
  };
}

/** What the group was, if it was anything. */
export function chatUnbound({ speech }: Reading, was: Kind | undefined): BotMessage {
  const key = { organisers: "unbind-done", delegation: "delegation-unbound", none: "unbind-none" } as const;
  return { text: plain(speech.say(key[was ?? "none"])) };
}
