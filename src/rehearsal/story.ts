/** The story a rehearsal tells of any mission: people join, ask, are reminded, and write down what they bring home. */
import { DateTime } from "luxon";
import { choiceIsOpen, concerns } from "../domain/audience.ts";
import { type Kind, type Language, type Seat, textIn } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import {
  dayOf,
  daysWith,
  endOf,
  eventsOn,
  type Programme,
  spanOf,
  type TimedEvent,
} from "../domain/timetable.ts";
import { dateIn } from "../domain/zones.ts";
import type { Speeches } from "../messages/speech.ts";
import { dayAndMonth, longDay } from "../messages/times.ts";
import type { Cast, Player, Taps } from "./cast.ts";
import type { Person } from "./people.ts";
import { pageTaken } from "./picture.ts";
import type { ChatPrinter } from "./printer.ts";
import type { Stage } from "./stage.ts";
import { troublesOf } from "./story-changes.ts";
import { makeReport } from "./story-report.ts";
import { bringHome } from "./story-results.ts";
import { rollCallsOf } from "./story-roll-calls.ts";

const MINUTE = 60_000;
const DELEGATES = 4;
/** Enough of a title to know its button by; buttons cut long ones. */
const LABEL = 30;
/** After events of these kinds somebody in the story has something to write down. */
const notable: readonly Kind[] = ["meeting", "talks", "roundtable", "visit", "seminar", "signing"];

/** Six in the evening of the day before the first call, where it is. */
export function eveningBefore(programme: Programme): number {
  const { from } = spanOf(programme);
  const zone = programme.events[0]?.zone ?? programme.mission.timezone;
  return DateTime.fromMillis(from, { zone })
    .minus({ days: 1 })
    .set({ hour: 18, minute: 0 })
    .startOf("minute")
    .toMillis();
}

/** Plays the mission from the present instant to ten minutes past its last event, and saves its report in a folder. @throws when somebody does not see what they should */
export async function playStory(
  stage: Stage,
  programme: Programme,
  printer: ChatPrinter,
  { speeches, folder }: { speeches: Speeches; folder: string },
): Promise<Cast> {
  const cast = await gather(stage, programme, printer);
  const taps = async ({ person }: Pick<Player, "person">, label: string) => {
    printer.tap(person, label);
    await person.taps(label);
  };

  printer.scene("First questions");
  for (const player of cast.delegates) await player.person.sends(words.programme[player.language]);
  await makeChoices(stage, cast, programme, taps);

  const troubles = [
    ...troublesOf(programme, speeches, stage.clock.now()),
    ...rollCallsOf(programme, speeches, stage.clock.now()),
  ];
  const days = daysWith(programme.events);
  for (const day of days) {
    printer.scene(longDay(day, programme.mission.languages[0] ?? "ru"));
    const planned = instantsOf(programme, day, stage.clock.now());
    const unplanned = troubles.filter((trouble) => trouble.day === day);
    for (const instant of [...planned, ...unplanned].sort((a, b) => a.at - b.at)) {
      // What people do takes its time, too.
      await stage.turn(Math.max(instant.at, stage.clock.now()));
      await instant.act(stage, cast, taps);
    }
  }
  await stage.turn(spanOf(programme).to + 10 * MINUTE);

  printer.scene("What was brought home");
  for (const { person } of cast.delegates) await person.sends("/notes");
  await cast.organiser.sends("/notes");
  await bringHome(programme, cast, taps, speeches);

  printer.scene("The report");
  cast.report = await makeReport(stage, programme, cast, taps, { speeches, folder });
  return cast;
}

interface Instant {
  readonly at: number;
  act(stage: Stage, cast: Cast, taps: Taps): Promise<void>;
}

/** The moments of a day at which people in the story do something, in order; what is past is left out. */
function instantsOf(programme: Programme, day: string, now: number): Instant[] {
  const events = eventsOn(programme.events, day).filter((timed) => dateIn(timed.zone, timed.start) === day);
  const first = events[0];
  const morning: Instant[] =
    first === undefined
      ? []
      : [{ at: first.call - 75 * MINUTE, act: async (_stage, { delegates }) => ask(delegates, words.today) }];
  const during = events
    .filter((_, index) => index % 4 === 2)
    .map(
      ({ start }): Instant => ({
        at: start + 5 * MINUTE,
        act: async (_stage, { delegates }) => ask(delegates.slice(0, 2), words.now),
      }),
    );
  const after = events
    .filter(({ event }) => notable.includes(event.kind))
    .map(
      (timed): Instant => ({
        at: endOf(timed) + 5 * MINUTE,
        act: (_stage, cast, taps) => writeNote(cast, timed, taps),
      }),
    );
  return [...morning, ...during, ...after].filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
}

async function ask(players: readonly Player[], phrase: Phrase): Promise<void> {
  for (const { person, language } of players) await person.sends(phrase[language]);
}

/** The organiser claims the mission and hands out invitations; delegates of different groups join, in their languages. */
async function gather(stage: Stage, { mission }: Programme, printer: ChatPrinter): Promise<Cast> {
  const own = mission.languages[0] ?? "ru";
  printer.scene("The organiser takes the mission and invites");
  const organiser = await stage.organiser(words.organiser[own], own);
  const delegates: Player[] = [];
  for (const seat of differentDelegates(mission.people ?? [])) {
    // Half of them read it in the last of the mission's languages.
    const language = (delegates.length % 2 === 1 ? mission.languages.at(-1) : own) ?? own;
    await organiser.sends("/invite");
    const label = textIn(seat.position, own).slice(0, LABEL);
    await pageTo(organiser, label);
    printer.tap(organiser, label);
    await organiser.taps(label);
    const invitation = await organiser.sees(/https:\/\/t\.me\/\S+/);
    const link = /https:\/\/t\.me\/\S+/.exec(invitation.text ?? "")?.[0];
    const person = stage.person(`${words.delegate[language]} ${delegates.length + 1}`, language);
    await person.opens(link);
    printer.tap(person, "✅");
    await person.taps("✅");
    await person.sees(dayHeading[language]);
    delegates.push({ person, seat, language });
  }
  return { organiser, delegates, notesWritten: 0 };
}

/** Turns the pages of the list until the seat's button is there. */
async function pageTo(organiser: Person, label: string): Promise<void> {
  while (!organiser.screen().includes(`[ ${label}`)) await organiser.taps("›");
}

/** A delegate of each group, as far as the story has parts. */
function differentDelegates(people: readonly Seat[]): Seat[] {
  const delegates = people.filter((seat) => !isOrganiser(seat));
  const seen = new Set<string>();
  const firsts = delegates.filter(({ groups = [] }) => {
    const fresh = groups.some((group) => !seen.has(group));
    for (const group of groups) seen.add(group);
    return fresh;
  });
  return [...new Set([...firsts, ...delegates])].slice(0, DELEGATES);
}

/** Each picks another of the parallel events; the last one leaves it open and is asked by the reminder. */
async function makeChoices(
  stage: Stage,
  { delegates }: Cast,
  programme: Programme,
  taps: Taps,
): Promise<void> {
  const choices = new Set(programme.events.flatMap(({ event }) => event.choice ?? []));
  for (const choice of choices) {
    const options = programme.events.filter(({ event }) => event.choice === choice);
    if (!choiceIsOpen(options, stage.clock.now())) continue;
    for (const [index, player] of delegates.slice(0, -1).entries()) {
      const open = options.filter(({ event }) => concerns(event, player.seat));
      const picked = open[index % Math.max(1, open.length)];
      if (picked === undefined) continue;
      await player.person.sends("/programme");
      await taps(player, dayAndMonth(dayOf(picked), player.language));
      await taps(player, textIn(picked.event.title, player.language).slice(0, LABEL));
      await taps(player, "✅");
    }
  }
}

async function writeNote(cast: Cast, timed: TimedEvent, taps: Taps): Promise<void> {
  const authors = cast.delegates.filter(({ seat }) => concerns(timed.event, seat));
  const author = authors[cast.notesWritten % Math.max(1, authors.length)];
  if (author === undefined) return;
  const { person, language } = author;
  await person.sends("/note");
  const question = await person.sees(/\?|？|ですか/);
  const title = textIn(timed.event.title, language);
  const offered = question.reply_markup?.inline_keyboard
    .flat()
    .find(({ text }) => title.startsWith(text.slice(0, LABEL)));
  await taps(author, offered?.text ?? words.wholeTrip[language]);
  const messages = [
    words.result[language],
    { photo: await pageTaken(), caption: words.photo[language] },
    { contact: { phone_number: "+7 000 000-00-00", first_name: words.contact[language] } },
  ];
  for (const message of messages.slice(0, 1 + (cast.notesWritten % messages.length))) {
    await person.sends(message);
    await person.sees("✅");
    cast.notesWritten += 1;
  }
  await taps(author, words.done[language]);
}

/** How a day's programme begins, which ends joining. */
const dayHeading: Record<Language, RegExp> = {
  ru: /^[А-Я][а-я]+, \d+ /,
  en: /^[A-Z][a-z]+ \d+ /,
  ja: /^\d+月\d+日/,
};

type Phrase = Record<Language, string>;

/** What the people of the story say. Nobody real is meant. */
const words = {
  organiser: { ru: "Организатор", en: "Organiser", ja: "主催者" },
  delegate: { ru: "Участник", en: "Delegate", ja: "参加者" },
  programme: { ru: "программа", en: "programme", ja: "日程" },
  today: { ru: "Сегодня", en: "Today", ja: "今日" },
  now: { ru: "Что сейчас", en: "What's on", ja: "今は何" },
  wholeTrip: { ru: "О поездке в целом", en: "The trip as a whole", ja: "訪問全体" },
  done: { ru: "Готово", en: "Done", ja: "完了" },
  result: {
    ru: "Договорились обменяться программами на 2017 год и назначить ответственных до 1 декабря.",
    en: "Agreed to exchange programmes for the coming year and to name those in charge within two weeks.",
    ja: "来年度の計画を交換し、二週間以内に担当者を決めることで合意しました。",
  },
  photo: { ru: "Фото подписанного листа", en: "Photo of the signed page", ja: "署名したページの写真" },
  contact: { ru: "Заместитель главного врача", en: "Deputy head of department", ja: "副部長" },
} satisfies Record<string, Phrase>;
