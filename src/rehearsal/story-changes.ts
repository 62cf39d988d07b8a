/** The day that does not go as planned: a meeting forty minutes late, a move, a cancellation, and an important broadcast. */
import { type Kind, type Language, textIn } from "../domain/mission.ts";
import { endOf, type Programme, type TimedEvent } from "../domain/timetable.ts";
import type { Speeches } from "../messages/speech.ts";
import { longDay } from "../messages/times.ts";
import type { Cast, Taps } from "./cast.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;
/** Enough of a title to know its button by. */
const LABEL = 20;
const changeable: readonly Kind[] = [
  "reception",
  "culture",
  "meal",
  "visit",
  "briefing",
  "seminar",
  "meeting",
];

export interface Trouble {
  readonly at: number;
  /** The programme's day it belongs to. */
  readonly day: string;
  act(stage: Stage, cast: Cast, taps: Taps): Promise<void>;
}

/** What goes wrong on the day of the first meeting that nothing can move; none where the mission has no such meeting. */
export function troublesOf({ mission, events }: Programme, speeches: Speeches, now: number): Trouble[] {
  const late = events.find(({ event, start }) => event.fixed && event.kind === "meeting" && start > now);
  if (late === undefined) return [];
  const own = mission.languages[0] ?? "ru";
  const speech = speeches(own);
  const label = ({ event }: TimedEvent) => textIn(event.title, own).slice(0, LABEL);
  const { day } = late;
  const free = events.filter(
    ({ event, day: its, start }) =>
      its === day &&
      start > endOf(late) + 90 * MINUTE &&
      !event.fixed &&
      event.audience !== "organisers" &&
      changeable.includes(event.kind),
  );
  const [moved, cancelled] = [free[0], free.at(-1)];
  const release = async (stage: Stage, { organiser, delegates }: Cast, taps: Taps) => {
    await taps({ person: organiser }, speech.say("button-release"));
    await stage.turn(stage.clock.now() + MINUTE);
    for (const player of delegates) {
      const accept = speeches(player.language).say("button-accept");
      if (player.person.screen().includes(`[ ${accept} ]`)) await taps(player, accept);
    }
  };
  const change = async ({ organiser }: Cast, taps: Taps, timed: TimedEvent, ...then: string[]) => {
    await organiser.sends("/change");
    const named = longDay(timed.day, own);
    for (const one of [named.slice(1), label(timed), ...then]) await taps({ person: organiser }, one);
  };
  return [
    {
      day,
      at: late.start + 5 * MINUTE,
      act: async (stage, cast, taps) => {
        await cast.organiser.sends("/delay 40");
        await taps({ person: cast.organiser }, speech.say("button-delay-other"));
        await taps({ person: cast.organiser }, label(late));
        await release(stage, cast, taps);
      },
    },
    ...(moved === undefined
      ? []
      : [
          {
            day,
            at: late.start + 12 * MINUTE,
            act: async (stage: Stage, cast: Cast, taps: Taps) => {
              await change(cast, taps, moved, speech.say("change-move"), "+10");
              await release(stage, cast, taps);
            },
          },
        ]),
    ...(cancelled === undefined || cancelled === moved
      ? []
      : [
          {
            day,
            at: late.start + 18 * MINUTE,
            act: async (stage: Stage, cast: Cast, taps: Taps) => {
              await change(cast, taps, cancelled, speech.say("change-cancel"));
              await release(stage, cast, taps);
            },
          },
        ]),
    {
      day,
      at: late.start + 25 * MINUTE,
      act: (stage, cast, taps) => announce(stage, cast, taps, speeches, own),
    },
  ];
}

/** An important broadcast, which one delegate leaves unconfirmed until they are asked again. */
async function announce(
  stage: Stage,
  { organiser, delegates }: Cast,
  taps: Taps,
  speeches: Speeches,
  own: Language,
): Promise<void> {
  const speech = speeches(own);
  const said = (key: string) => speech.say(key, { people: 0 }).split("(")[0]?.trim() ?? "";
  await organiser.sends("/broadcast");
  await organiser.sends(news[own]);
  for (const key of [
    "button-cast-written",
    "cast-to-all",
    "button-cast-loud",
    "button-cast-now",
    "button-cast-send",
  ])
    await taps({ person: organiser }, said(key));
  await stage.turn(stage.clock.now() + MINUTE);
  // For whoever has an aide, the aide confirms.
  const late = delegates.find(({ seat }) => delegates.every((one) => one.seat.aideOf !== seat.id));
  const prompt = delegates.filter((one) => one !== late);
  const confirm = (player: Cast["delegates"][number]) =>
    taps(player, speeches(player.language).say("button-cast-ok"));
  for (const player of prompt) await confirm(player);
  await taps({ person: organiser }, said("button-cast-waiting"));
  await taps({ person: organiser }, said("button-cast-chase"));
  await taps({ person: organiser }, said("button-cast-sure-chase"));
  await stage.turn(stage.clock.now() + MINUTE);
  if (late !== undefined) await confirm(late);
}

/** Nobody real is meant. */
const news = {
  ru: "Пропуск в здание носите на виду: на входе проверяют всех.",
  en: "Please wear your pass where it can be seen: everybody is checked at the door.",
  ja: "入館証は見える位置に着用してください。入口で全員確認があります。",
} as const;
