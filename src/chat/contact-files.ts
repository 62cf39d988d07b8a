/** Everybody a traveller may see as a file: for an address book, or for Excel. */
import { InputFile } from "grammy";
import { byOrganisation, keepsInOrder } from "../domain/acquaintances.ts";
import { bySeat } from "../domain/seats.ts";
import {
  dateOfMeeting,
  eventTitle,
  meetingLine,
  titleOfCard,
  whoMet,
} from "../messages/acquaintance-card.ts";
import type { ChatParts, Traveller } from "./context.ts";
import { missionIdOf } from "./guard.ts";
import { visibleCards } from "./meeting.ts";

export async function contactsFile(
  parts: ChatParts,
  traveller: Traveller,
  form: "vcf" | "xlsx",
): Promise<InputFile> {
  const { reading } = traveller;
  const { speech, now } = reading;
  const cards = byOrganisation(await visibleCards(parts, traveller));
  const seats = bySeat(await parts.store.people.seats(missionIdOf(traveller)));
  // What is remarked on somebody goes to those who read it in chat.
  const remarksOn = (card: (typeof cards)[number]) =>
    keepsInOrder(traveller, card) ? card.meetings.flatMap(({ remark }) => remark ?? []) : [];
  if (form === "vcf") {
    const taken = cards.map((card) => ({
      card,
      title: titleOfCard(card, speech),
      met: [...card.meetings.map((meeting) => meetingLine(reading, meeting, seats)), ...remarksOn(card)].join(
        "\n",
      ),
    }));
    const { contactsVcf } = await import("../documents/contacts-vcf.ts");
    return new InputFile(new TextEncoder().encode(contactsVcf(taken, now)), "contacts.vcf");
  }
  const lines = cards.map((card) => ({
    card,
    event: speech.list([...new Set(card.meetings.flatMap(({ event }) => eventTitle(reading, event) ?? []))]),
    date: dateOfMeeting(reading, card.meetings[0]),
    by: speech.list([...new Set(card.meetings.map((meeting) => whoMet(meeting, seats, speech)))]),
    remark: remarksOn(card).join("\n"),
  }));
  const { contactsSheet } = await import("../documents/contacts-sheet.ts");
  return new InputFile(await contactsSheet(lines, speech), "contacts.xlsx");
}
