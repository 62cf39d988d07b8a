/** The people a delegation met as one .vcf file for ordinary address books: vCard 3.0 (RFC 2426), in UTF-8. */
import VCard from "vcard-creator";
import type { Acquaintance } from "../domain/acquaintances.ts";
import { cleaned } from "../domain/words.ts";

/** An acquaintance, and in words where and by whom they were met. */
export interface CardToTake {
  readonly card: Acquaintance;
  readonly met: string;
  /** What stands as the name of somebody whose name nobody wrote down. */
  readonly title: string;
}

/** `now` is when the cards were last true, in epoch milliseconds. */
export function contactsVcf(cards: readonly CardToTake[], now: number): string {
  return cards.map((one) => vcard(one, now).toString()).join("");
}

function vcard({ card, met, title }: CardToTake, now: number): VCard {
  const vcard = new VCard();
  const { familyName, givenName, additional } = partsOf(cleaned(title));
  vcard
    .addFullName(cleaned(title))
    .addName({ familyName, givenName, additionalNames: additional })
    .addRevision(new Date(now))
    .addUid(`attache-${card.id}`);
  if (card.organisation !== undefined) vcard.addCompany({ name: card.organisation });
  if (card.position !== undefined) vcard.addJobtitle(card.position);
  for (const number of card.phones ?? [])
    vcard.addPhoneNumber({ number: escaped(number), type: ["work", "voice"] });
  for (const address of card.emails ?? []) vcard.addEmail({ address: escaped(address), type: ["internet"] });
  if (met !== "") vcard.addNote(met);
  return vcard;
}

/** Names in Latin letters end with the family's, Russian and Japanese ones as they are written begin with it. */
function partsOf(name: string): { familyName: string; givenName: string; additional: string } {
  const words = name.split(/\s+/);
  const [first = "", second = "", ...rest] = words;
  if (words.length < 2 || !/^\p{Script=Latin}/u.test(name))
    return { familyName: first, givenName: second, additional: rest.join(" ") };
  return { familyName: words.at(-1) ?? "", givenName: first, additional: words.slice(1, -1).join(" ") };
}

/** The library writes phones and addresses as they are; people may have typed anything into them. */
function escaped(text: string): string {
  return text.replaceAll(/[\r\n]+/g, " ").replaceAll(/[\\;,]/g, (mark) => `\\${mark}`);
}
