import type { Api } from "grammy";
import { queueCards } from "../delivery/days.ts";
import { aidesOf } from "../domain/aides.ts";
import type { Seat, Text } from "../domain/mission.ts";
import { aideNews } from "../messages/member-news.ts";
import type { ChatParts, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { tell } from "./telling.ts";

/** What somebody's programme looks like has changed: their card of the day is drawn anew, and those of their aides. */
export async function queueTheirCards(parts: ChatParts, mission: string, seat: Seat): Promise<void> {
  const aides = aidesOf(seat, await parts.store.people.seats(mission)).map(({ id }) => id);
  await queueCards(parts, mission, [seat.id, ...aides]);
}

/** What an aide does for whoever they assist: the deed in the log, and how the principal hears of it. */
const deeds = {
  "aide-pick": "aide-picked",
  "aide-unpick": "aide-unpicked",
  "aide-away": "aide-said-away",
  "aide-back": "aide-said-back",
} as const;

/** Enters what was done on somebody's behalf, and tells them of it if they have joined; what one does oneself passes. */
export async function enterOnBehalf(
  parts: ChatParts,
  api: Api,
  traveller: Traveller,
  { did, title }: { readonly did: keyof typeof deeds; readonly title: Text },
): Promise<void> {
  const { seat, participant, reading } = traveller;
  if (!reading.isOnBehalf) return;
  const mission = missionIdOf(traveller);
  await parts.store.audit.enter(mission, { at: reading.now, by: participant.seat, did, about: seat.id });
  const principal = await parts.store.people.member(mission, seat.id);
  if (principal === undefined) return;
  await tell(parts, api, mission, principal, (speech) => aideNews(speech, deeds[did], title));
}
