/** Everything there is to know about one event. */
import { FormattedString } from "@grammyjs/parse-mode";
import { isMissed, mayBeAway } from "../domain/absences.ts";
import { choiceIsOpen, type OwnEvent, optionsOf } from "../domain/audience.ts";
import type { Contact, Mission, Text } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import { dayOf } from "../domain/timetable.ts";
import { capital } from "../domain/words.ts";
import { onBehalf, sayTo } from "./behalf.ts";
import { press } from "./callback.ts";
import { awayMark, busLines, gatheringLine, hoursOn, placeOf } from "./event-lines.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import { handleOf, isListClosed, type Reading } from "./reading.ts";
import { presentButtons } from "./reminder.ts";
import type { Speech } from "./speech.ts";
import { copyButton } from "./taxi.ts";
import { longDay } from "./times.ts";

/** The longest a paragraph may be, so that a card of several stays within one message. */
const PARAGRAPH = 900;

export function eventCard(reading: Reading, timed: OwnEvent, { muted }: { muted: boolean }): BotMessage {
  const { mission, seat, speech, now, isOnBehalf } = reading;
  const { event } = timed;
  const facts = [
    head(reading, timed),
    whereAndHow(reading, timed),
    whatToKnow(reading, timed),
    whoDoesWhat(reading, timed),
  ];
  const where = { mission: mission.handle, event: handleOf(mission, event.id) };
  const venue = mission.programme.mission.venues?.find(({ id }) => id === event.venue);
  const options = event.choice === undefined ? [] : optionsOf(mission.programme, seat, event.choice);
  return onBehalf(reading, {
    text: FormattedString.join(
      facts.filter((block) => block.text !== ""),
      "\n\n",
    ),
    buttons: rows(
      ...presentButtons(reading, timed, true),
      options.length > 0 && choiceIsOpen(options, now, reading.closed)
        ? button(
            speech.say(timed.undecided ? "button-pick" : "button-unpick"),
            press(timed.undecided ? "pick" : "unpick", where),
          )
        : undefined,
      options.length > 1 && choiceIsOpen(options, now, reading.closed)
        ? button(speech.say("button-choice-all"), press("choice", where))
        : undefined,
      venue?.location === undefined ? undefined : button(speech.say("button-map"), press("map", where)),
      copyButton(reading, timed),
      venue?.address === undefined ? undefined : button(speech.say("button-taxi"), press("taxi", where)),
      ...documents(event.documents ?? [], speech),
      timed.call > now && !isOnBehalf && !reading.away?.has(event.id)
        ? button(speech.say(muted ? "button-unmute" : "button-mute"), press("mute", where))
        : undefined,
      awayButton(reading, timed),
      isOrganiser(seat) && !isOnBehalf
        ? button(speech.say("button-presence"), press("eventPresence", where))
        : undefined,
      timed.start <= now && !isOnBehalf
        ? button(speech.say("button-note"), press("noteAbout", where))
        : undefined,
      button(
        speech.say("button-day", { day: longDay(dayOf(timed), speech.language) }),
        press("day", { mission: mission.handle, date: dayOf(timed) }),
      ),
    ),
  });
}

/** «Не смогу», or the way back. */
function awayButton(reading: Reading, timed: OwnEvent) {
  const { mission, away, now } = reading;
  if (!mayBeAway(timed, now)) return undefined;
  const where = { mission: mission.handle, event: handleOf(mission, timed.event.id) };
  return away?.has(timed.event.id)
    ? button(sayTo(reading, "button-away-undo"), press("awayUndo", where))
    : button(sayTo(reading, "button-away"), press("away", where));
}

/** Title, day and times, gathering and departure. */
function head(reading: Reading, timed: OwnEvent): FormattedString {
  const { speech } = reading;
  const { event } = timed;
  return stack(
    FormattedString.b(speech.text(event.title)),
    timed.held ? speech.say("held") : undefined,
    event.status === "tentative" ? speech.say("card-tentative") : undefined,
    isMissed(reading, timed) ? awayMark(reading, timed) : undefined,
    timed.undecided
      ? speech.say(isListClosed(reading, timed) ? "choice-closed-early" : "card-undecided")
      : undefined,
    event.choice !== undefined && !timed.undecided ? speech.say("card-picked") : undefined,
    event.optional ? speech.say("card-optional") : undefined,
    // A line each: on a narrow phone the time would be torn in two.
    capital(longDay(dayOf(timed), speech.language)),
    hoursOn(reading, timed),
    ...(timed.held ? [] : callLines(reading, timed)),
  );
}

/** When to gather, and the bus. */
function callLines(reading: Reading, timed: OwnEvent): FormattedString[] {
  const gathering = timed.event.gathering === undefined ? [] : [gatheringLine(timed, reading.speech)];
  return [...gathering, ...busLines(reading, timed)];
}

function whereAndHow({ mission, speech }: Reading, timed: OwnEvent): FormattedString {
  const { event } = timed;
  const { venues } = mission.programme.mission;
  const place = placeOf(mission, timed, speech);
  const address = venues?.find(({ id }) => id === event.venue)?.address;
  return stack(
    place === undefined ? undefined : `📍 ${place}`,
    address === undefined ? undefined : FormattedString.code(speech.text(address)),
    fact(speech, "card-dress", event.dressCode),
    event.bring === undefined || event.bring.length === 0
      ? undefined
      : speech.say("card-bring", { what: speech.list(event.bring.map((thing) => speech.text(thing))) }),
    fact(speech, "card-weather", event.weather),
    fact(speech, "card-interpreter", event.interpreter),
  );
}

function whatToKnow({ speech }: Reading, { event }: OwnEvent): FormattedString {
  const paragraph = (text: Text) => clip(speech.text(text), PARAGRAPH);
  return stack(
    event.description === undefined ? undefined : paragraph(event.description),
    fact(speech, "card-host", event.host),
    event.brief === undefined
      ? undefined
      : FormattedString.join(
          [speech.say("card-brief"), FormattedString.expandableBlockquote(paragraph(event.brief))],
          "\n",
        ),
  );
}

function whoDoesWhat({ mission, seat, speech }: Reading, { event }: OwnEvent): FormattedString {
  const { mission: file } = mission.programme;
  const roles = (event.roles ?? []).map(({ role, person }) => {
    if (person === seat.id)
      return FormattedString.b(speech.say("card-role-yours", { role: speech.text(role) }));
    return plain(`${capital(speech.text(role))}: ${positionOf(file, person, speech)}`);
  });
  const contact = file.contacts?.find(({ id }) => id === event.contact);
  return stack(...roles, contact === undefined ? undefined : contactLine(contact, speech));
}

/**
 * A contact as text, with a line of its own for the phone, which a narrow phone would tear in two: phones are tappable
 * as they stand, while buttons refuse `tel:` (Bot API, InlineKeyboardButton).
 */
export function contactLine({ role, name, phone, telegram }: Contact, speech: Speech): FormattedString {
  const said = (...parts: (string | undefined)[]) => parts.filter((part) => part !== undefined).join(", ");
  const lines = [said(speech.text(role), name), said(phone, telegram)];
  return plain(`☎️ ${lines.filter((line) => line !== "").join("\n")}`);
}

function positionOf({ people }: Mission, seatId: string, speech: Speech): string {
  const seat = people?.find(({ id }) => id === seatId);
  return seat === undefined ? seatId : speech.text(seat.position);
}

function documents(list: NonNullable<OwnEvent["event"]["documents"]>, speech: Speech) {
  return list.map(({ title, url }) => ({ text: clip(`📄 ${speech.text(title)}`, 48), url }));
}

function fact(speech: Speech, key: string, text: Text | undefined): string | undefined {
  return text === undefined ? undefined : speech.say(key, { what: speech.text(text) });
}

function stack(...lines: (FormattedString | string | undefined)[]): FormattedString {
  return FormattedString.join(
    lines.filter((line) => line !== undefined),
    "\n",
  );
}
