/** The end of the story: the organiser puts the report together from the notes people wrote, and has it as a document. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Language, textIn } from "../domain/mission.ts";
import { dayOf, type Programme } from "../domain/timetable.ts";
import type { Speeches } from "../messages/speech.ts";
import { longDay } from "../messages/times.ts";
import type { Cast, Taps } from "./cast.ts";
import { pageTaken } from "./picture.ts";
import type { Stage } from "./stage.ts";

/** Makes the report and saves it in a folder; the answer is where. @throws when the organiser does not see what they should */
export async function makeReport(
  stage: Stage,
  programme: Programme,
  { organiser }: Cast,
  taps: Taps,
  { speeches, folder }: { speeches: Speeches; folder: string },
): Promise<string> {
  const { mission } = programme;
  const own = mission.languages[0] ?? "ru";
  const speech = speeches(own);
  /** A label without what is counted in it. */
  const said = (key: string) => speech.say(key, { count: 0, on: "no" }).split("(")[0]?.trim() ?? "";
  const tap = (label: string) => taps({ person: organiser }, label);
  const opens = async (section: string) => {
    await organiser.sends("/report");
    await tap(said(`report-section-${section}`));
  };

  await opens("passport");
  await tap(said("button-report-fill"));
  for (const answer of words[own].passport) await organiser.sends(answer);

  await opens("programme");
  await tap(said("button-report-rest"));

  await opens("summary");
  await tap(said("button-report-add"));
  await organiser.sends(words[own].summary);

  await opens("documents");
  await tap(said("button-report-document"));
  for (const answer of documentOf(programme, own)) await organiser.sends(answer);
  await organiser.sends({ photo: await pageTaken() });

  await opens("meetings");
  if (organiser.screen().includes(said("button-report-all"))) await tap(said("button-report-all"));

  await organiser.sends("/report");
  await tap(said("button-report-build"));
  await tap(said(`report-in-${own}`));
  const name = `${mission.id}-report-${own}.docx`;
  const message = await organiser.sees(name, 30_000);
  await organiser.sees(speech.say("making-done", { files: 1 }));
  const file = stage.api.files.byId(message.document?.file_id ?? "");
  if (file === undefined) throw new Error("The report has come without its bytes.");
  await mkdir(folder, { recursive: true });
  const saved = path.join(folder, name);
  await writeFile(saved, file.bytes);
  return saved;
}

interface Phrases {
  /** Place, grounds, who sends, who receives, budget. */
  readonly passport: readonly string[];
  readonly summary: string;
  /** What is signed where the programme has no signing. */
  readonly document: string;
  /** Number, parties, signatories by office. */
  readonly signed: readonly string[];
  readonly validity: string;
}

/** Title, number, parties, signatories, date, place and validity of what the programme says is signed. */
function documentOf({ mission, events }: Programme, own: Language): string[] {
  const signing = events.find(({ event }) => event.kind === "signing") ?? events.at(-1);
  const { document, signed, validity } = words[own];
  const venue = mission.venues?.find(({ id }) => id === signing?.event.venue);
  const title = signing?.event.kind === "signing" ? textIn(signing.event.title, own) : document;
  const date = signing === undefined ? "–" : longDay(dayOf(signing), own);
  return [title, ...signed, date, venue === undefined ? "–" : textIn(venue.name, own), validity];
}

/** What the organiser writes. Nobody real is meant, and no number is one of a real document. */
const words: Record<Language, Phrases> = {
  ru: {
    passport: [
      "По месту проведения мероприятий программы",
      "Приглашение принимающей стороны (пример)",
      "Администрация, отдел внешних связей",
      "Правительство принимающего региона",
      "Бюджет направляющей стороны (пример)",
    ],
    summary: "Подписан документ о сотрудничестве, согласован порядок дальнейшей работы.",
    document: "Соглашение о сотрудничестве (пример)",
    signed: [
      "№ 1 (пример)",
      "Направляющая и принимающая стороны",
      "Глава делегации; руководитель принимающей стороны",
    ],
    validity: "Три года (пример)",
  },
  en: {
    passport: [
      "Where the programme took place",
      "Invitation of the host (an example)",
      "The office for external relations",
      "The government of the host region",
      "The sending side's budget (an example)",
    ],
    summary: "A document on cooperation was signed and the next steps agreed.",
    document: "Agreement on cooperation (an example)",
    signed: [
      "No. 1 (an example)",
      "The sending side and the host",
      "Head of the delegation; head of the hosts",
    ],
    validity: "Three years (an example)",
  },
  ja: {
    passport: [
      "日程の開催地",
      "受入側の招待状（例）",
      "対外関係部門",
      "受入地域の政府",
      "派遣側の予算（例）",
    ],
    summary: "協力文書に署名し、今後の進め方について合意しました。",
    document: "協力協定（例）",
    signed: ["第1号（例）", "派遣側と受入側", "代表団団長、受入側代表"],
    validity: "3年間（例）",
  },
};
