/** Which language an address is written in where it is, by the zone of the place. */
import type { Language } from "./mission.ts";

/** The zones of Russia and its nearest neighbours where addresses are read in Cyrillic (IANA, zone1970.tab). */
const cyrillic = new Set([
  ...["Europe/Moscow", "Europe/Kaliningrad", "Europe/Samara", "Europe/Volgograd", "Europe/Astrakhan"],
  ...["Europe/Saratov", "Europe/Ulyanovsk", "Europe/Kirov", "Europe/Simferopol", "Europe/Minsk"],
  ...["Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Barnaul", "Asia/Tomsk"],
  ...["Asia/Novokuznetsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Chita", "Asia/Yakutsk"],
  ...["Asia/Khandyga", "Asia/Vladivostok", "Asia/Ust-Nera", "Asia/Magadan", "Asia/Sakhalin"],
  ...["Asia/Srednekolymsk", "Asia/Kamchatka", "Asia/Anadyr", "Asia/Almaty", "Asia/Bishkek"],
]);

/** Of the bot's languages the one a driver in that zone reads best; elsewhere English. */
export function hostLanguageOf(zone: string): Language {
  if (zone === "Asia/Tokyo") return "ja";
  return cyrillic.has(zone) ? "ru" : "en";
}
