/** What people bring home besides notes: somebody they met, and what was agreed and by when. */
import type { Language } from "../domain/mission.ts";
import type { Programme } from "../domain/timetable.ts";
import type { Speeches } from "../messages/speech.ts";
import type { Cast, Taps } from "./cast.ts";

/** A delegate writes a contact and an agreement down, an organiser an assignment. @throws when they do not see what they should */
export async function bringHome(
  { mission }: Programme,
  { organiser, delegates }: Cast,
  taps: Taps,
  speeches: Speeches,
): Promise<void> {
  const [author] = delegates;
  if (author !== undefined) {
    const said = saidIn(speeches, author.language);
    const { card, agreement } = words[author.language];
    await author.person.sends("/contacts");
    await taps(author, said("button-met-add"));
    await author.person.sends(card);
    await taps(author, said("button-met-share-yes"));
    await author.person.sends("/agreements");
    await taps(author, said("button-agreement-new"));
    await author.person.sends(agreement);
    await taps(author, said("button-agreement-deadline"));
    await taps(author, said("button-plus-month"));
  }
  const own = mission.languages[0] ?? "ru";
  const said = saidIn(speeches, own);
  await organiser.sends("/agreements");
  await taps({ person: organiser }, said("button-assignment-new"));
  await organiser.sends(words[own].assignment);
  await taps({ person: organiser }, said("button-agreement-deadline"));
  await taps({ person: organiser }, said("button-plus-week"));
}

/** A label up to the date in it. */
function saidIn(speeches: Speeches, language: Language): (key: string) => string {
  return (key) => speeches(language).say(key, { date: "|" }).split("|")[0]?.trim() ?? "";
}

/** Nobody real is meant. */
const words: Record<Language, { card: string; agreement: string; assignment: string }> = {
  ru: {
    card: "Главный врач\nКраевая больница (пример)\n+7 000 000-00-00\npriemnaya@example.org",
    agreement: "Принимающая сторона направит перечень потребностей в оборудовании (пример)",
    assignment: "Подготовить письма с благодарностью принимающей стороне",
  },
  en: {
    card: "Chief physician\nRegional hospital (an example)\n+7 000 000-00-00\noffice@example.org",
    agreement: "The hosts send a list of the equipment they need (an example)",
    assignment: "Prepare letters of thanks to the hosts",
  },
  ja: {
    card: "病院長\n地域中央病院（例）\n+81 00 0000 0000\noffice@example.org",
    agreement: "受入側が必要機器の一覧を送付する（例）",
    assignment: "受入側への礼状を準備する",
  },
};
