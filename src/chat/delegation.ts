/** `/people`: the delegation for its members, and for organisers the list they work with; both can be searched. */
import { Composer } from "grammy";
import { escortedIn, escortOf } from "../domain/escorts.ts";
import { foldedQuery, isFound } from "../domain/search.ts";
import { inOrder, isOrganiser } from "../domain/seats.ts";
import { askWhomToFind, delegationMessage } from "../messages/delegation.ts";
import type { BotMessage } from "../messages/message.ts";
import { teamTitle } from "../messages/teams.ts";
import type { ChatParts, MemberContext, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { peopleList, wordsOf } from "./people.ts";
import { onMissionPress, startOf } from "./press.ts";
import { redraw, respond } from "./respond.ts";

export function delegation(parts: ChatParts): Composer<MemberContext> {
  const composer = new Composer<MemberContext>();
  const { questions } = parts.store;

  parts.words.onCommand(composer, "people", "people", async (ctx) => {
    const typed = ctx.message?.text?.startsWith("/") ? String(ctx.match ?? "") : "";
    return respond(ctx, await peopleFor(parts, ctx.traveller, typed));
  });
  onMissionPress(parts, composer, "who", async (ctx, traveller, { from, query }) =>
    redraw(ctx, await listed(parts, traveller, query, startOf(from))),
  );
  onMissionPress(parts, composer, "whoFind", async (ctx, traveller) => {
    await questions.await(ctx.from.id, { what: "search", mission: missionIdOf(traveller) });
    return respond(ctx, askWhomToFind(traveller.reading));
  });

  return composer;
}

/** What somebody is shown who looks for a person, or for everybody. */
export function peopleFor(parts: ChatParts, traveller: Traveller, typed: string): Promise<BotMessage> {
  const query = foldedQuery(typed);
  if (!isOrganiser(traveller.seat)) return listed(parts, traveller, query, 0);
  return peopleList(parts, traveller, query === "" ? "all" : `?${query}`, 0);
}

async function listed(
  { store }: ChatParts,
  traveller: Traveller,
  query: string,
  from: number,
): Promise<BotMessage> {
  const { mission, reading } = traveller;
  const { mission: file } = mission.programme;
  const { speech } = reading;
  const [seats, chosen] = await Promise.all([store.people.seats(file.id), store.escorts.chosen(file.id)]);
  const answersFor = new Map<string, string[]>();
  for (const { of } of escortedIn(file)) {
    const escort = escortOf(file, of, chosen);
    if (escort === undefined) continue;
    answersFor.set(escort, [...(answersFor.get(escort) ?? []), teamTitle(file, speech, of)]);
  }
  const found = inOrder(seats, file).filter((seat) => isFound(query, wordsOf(seat, reading)));
  const contacts = (file.contacts ?? []).filter(({ role, name }) =>
    isFound(query, [speech.text(role), name]),
  );
  return delegationMessage(reading, {
    listed: found,
    total: seats.length,
    contacts,
    answersFor,
    query,
    from,
  });
}
