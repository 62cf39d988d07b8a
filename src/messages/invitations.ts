/** Invitations, for organisers: for whom, and the link to hand over. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import { press } from "./callback.ts";
import { backToDesk } from "./desk.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { whoIs } from "./names.ts";
import type { Reading } from "./reading.ts";

const SEATS_ON_A_PAGE = 12;

/** Whom to invite: seats (who has joined is ticked), then groups. */
export function askWhom(
  reading: Reading,
  { seats, joined, from }: { seats: readonly Seat[]; joined: ReadonlySet<string>; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const groups = mission.programme.mission.groups ?? [];
  return {
    text: plain(speech.say("invite-whom", { joined: joined.size, seats: seats.length })),
    buttons: rows(
      ...seats.slice(from, from + SEATS_ON_A_PAGE).map((seat) => {
        const tick = joined.has(seat.id) ? "✓ " : "";
        return button(`${tick}${whoIs(seat, speech)}`, press("inviteSeat", { ...where, seat: seat.id }));
      }),
      pager({ from, size: SEATS_ON_A_PAGE, total: seats.length }, (start) =>
        press("invitePage", { ...where, from: start }),
      ),
      ...(from === 0
        ? groups.map((group) =>
            button(
              speech.say("invite-group", { group: speech.text(group.title) }),
              press("inviteGroup", { ...where, group: group.id }),
            ),
          )
        : []),
      backToDesk(reading),
    ),
  };
}

/** A message made to be forwarded: the link, for whom, until when. */
export function invitationMessage(
  { speech }: Reading,
  { link, whom, uses, until }: { link: string; whom: string; uses: number; until: string },
): BotMessage {
  const key = uses === 1 ? "invite-link-seat" : "invite-link-group";
  return { text: FormattedString.join([speech.say(key, { whom, uses, until }), link], "\n\n") };
}

/** Are the links to a seat or a group really to end? */
export function askLinksEnd(
  { mission, speech }: Reading,
  {
    of,
    name,
    how,
    back,
  }: {
    of: string;
    name: string;
    how: "renew" | "revoke";
    back: { readonly seat: string } | { readonly of: string };
  },
): BotMessage {
  const where = { mission: mission.handle };
  const who = FormattedString.b(name);
  const yes = how === "renew" ? "button-renew-yes" : "button-revoke-yes";
  return {
    text: speech.rich(how === "renew" ? "links-renew-sure" : "links-revoke-sure", { who }),
    buttons: rows(
      button(speech.say(yes), press("linksEndYes", { ...where, of, how }), "danger"),
      button(
        speech.say("button-no"),
        "seat" in back
          ? press("seat", { ...where, seat: back.seat })
          : press("team", { ...where, of: back.of }),
      ),
    ),
  };
}
