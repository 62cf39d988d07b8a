/** The delegation as its members read it: who is who, where they ride, who answers for what, whom to call. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Contact, Seat } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import { press } from "./callback.ts";
import { contactLine } from "./event-card.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

/** So many fit one message with the longest titles a file may have. */
export const PEOPLE_ON_A_PAGE = 7;
/** The longest a line about somebody may be. */
const LINE = 110;

export interface DelegationList {
  /** Those to be listed, in the order of protocol. */
  readonly listed: readonly Seat[];
  readonly total: number;
  /** The contacts the mission file publishes, as far as they are looked for. */
  readonly contacts: readonly Contact[];
  /** The titles of what each answers for, by seat. */
  readonly answersFor: ReadonlyMap<string, readonly string[]>;
  /** What was looked for, as it is compared; empty for everybody. */
  readonly query: string;
  readonly from: number;
}

/** «Состав делегации»; phones only of those the mission file publishes. */
export function delegationMessage(reading: Reading, list: DelegationList): BotMessage {
  const { mission, speech } = reading;
  const { listed, total, contacts, query, from } = list;
  const heading =
    query === ""
      ? speech.say("delegation-heading", { count: total })
      : speech.say("delegation-found", { query, count: listed.length + contacts.length });
  const page = listed.slice(from, from + PEOPLE_ON_A_PAGE);
  const isLast = from + PEOPLE_ON_A_PAGE >= listed.length;
  const entries = page.map((seat, index) => entry(reading, list, seat, from + index + 1));
  const calls =
    isLast && contacts.length > 0
      ? [
          FormattedString.join(
            [FormattedString.b(speech.say("contacts-heading")), ...contacts.map(callLine)],
            "\n",
          ),
        ]
      : [];
  const nobody = entries.length + calls.length === 0 ? [plain(speech.say("delegation-nobody"))] : [];
  return {
    text: FormattedString.join([FormattedString.b(heading), ...entries, ...calls, ...nobody], "\n\n"),
    buttons: rows(
      pager({ from, size: PEOPLE_ON_A_PAGE, total: listed.length }, (start) =>
        press("who", { mission: mission.handle, from: start, query }),
      ),
      button(speech.say("button-find"), press("whoFind", { mission: mission.handle })),
      query === ""
        ? undefined
        : button(speech.say("people-all"), press("who", { mission: mission.handle, from: 0, query: "" })),
    ),
  };

  function callLine(contact: Contact): FormattedString {
    return contactLine(contact, speech);
  }
}

function entry(
  { mission, speech }: Reading,
  { answersFor }: DelegationList,
  seat: Seat,
  number: number,
): FormattedString {
  const { groups = [], vehicles = [] } = mission.programme.mission;
  const own = groups.filter(({ id }) => seat.groups?.includes(id)).map(({ title }) => title);
  const bus = vehicles.find(({ id }) => id === seat.vehicle)?.name;
  const teams = [...own, ...(bus === undefined ? [] : [bus])].map((title) => speech.text(title));
  const titles = answersFor.get(seat.id) ?? [];
  const office = FormattedString.b(clip(speech.text(seat.position), LINE));
  const lines = [
    FormattedString.join([`${number}. `, ...(seat.name === undefined ? [] : [`${seat.name}, `]), office]),
    ...(seat.organisation === undefined ? [] : [clip(speech.text(seat.organisation), LINE)]),
    ...(teams.length === 0 ? [] : [clip(teams.join(" · "), LINE)]),
    ...(titles.length === 0 ? [] : [clip(speech.say("seat-escort", { what: speech.list(titles) }), LINE)]),
    ...(isOrganiser(seat) ? [`★ ${speech.say("organiser")}`] : []),
  ];
  return FormattedString.join(lines, "\n");
}

/** Asks for a name or an office to look for. */
export function askWhomToFind({ mission, speech }: Reading): BotMessage {
  return {
    text: plain(speech.say("delegation-find")),
    buttons: rows(
      button(speech.say("people-all"), press("who", { mission: mission.handle, from: 0, query: "" })),
    ),
  };
}
