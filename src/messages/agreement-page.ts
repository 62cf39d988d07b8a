/** One agreement or assignment: what it says, what has happened to it, and what can be done. */
import { FormattedString } from "@grammyjs/parse-mode";
import { type Agreement, type AgreementChange, isLive } from "../domain/agreements.ts";
import { zoneOfHome } from "../domain/event-zones.ts";
import { dateIn } from "../domain/zones.ts";
import { eventTitle, type Seats, seatName } from "./acquaintance-card.ts";
import { type AgreementField, agreementFields, dateWords, deadlineWords, ownerName } from "./agreements.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, plain, rows } from "./message.ts";
import type { Reading } from "./reading.ts";

const WHO = 80;
const CHANGES_SHOWN = 5;

/** One of them: what, who, to whom, by when, how it stands, what has happened; and what can be done. */
export function agreementMessage(
  reading: Reading,
  one: Agreement,
  { seats, isNew = false, readsNote = false }: { seats: Seats; isNew?: boolean; readsNote?: boolean },
): BotMessage {
  const { mission, speech } = reading;
  const which = { mission: mission.handle, one: one.id };
  const does = (what: string) =>
    button(speech.say(`button-agreement-${what}`), press("agreementDo", { ...which, what }));
  const asks = (field: AgreementField) =>
    button(speech.say(`button-agreement-${field}`), press("agreementAsk", { ...which, field }));
  const fields = agreementFields.filter((field) => field !== "to" || one.sort === "agreement");
  const event = eventTitle(reading, one.event);
  const fact = (name: string, value: string | undefined) =>
    value === undefined ? [] : [plain(speech.say(`agreement-${name}`, { value: clip(value, 200) }))];
  return {
    text: FormattedString.join(
      [
        ...(isNew ? [plain(speech.say("agreement-made"))] : []),
        FormattedString.join([FormattedString.b(speech.say(`sort-${one.sort}`)), one.what], "\n"),
        FormattedString.join(
          [
            ...fact("owner", ownerName(reading, one, seats)),
            ...fact("to", one.to),
            ...fact(
              "deadline",
              one.deadline === undefined
                ? speech.say("agreement-deadline-none")
                : deadlineWords(reading, one),
            ),
            ...fact("state", speech.say(`agreement-state-${one.state}`)),
            ...fact("event", event),
          ],
          "\n",
        ),
        FormattedString.join(
          one.history.slice(-CHANGES_SHOWN).map((change) => plain(changeLine(reading, change, seats))),
          "\n",
        ),
      ],
      "\n\n",
    ),
    buttons: rows(
      ...(isLive(one)
        ? [...(isNew ? [] : [does("done")]), ...fields.map(asks), does("dropped")]
        : [does("reopened")]),
      one.note === undefined || !readsNote
        ? undefined
        : button(
            speech.say("button-agreement-note"),
            press("note", { mission: mission.handle, note: one.note }),
          ),
      button(
        speech.say("button-agreements"),
        press("agreements", { mission: mission.handle, which: "mine", from: 0 }),
      ),
    ),
  };
}

/** `18 ноября · срок перенесён на 25 ноября: Ответственный секретарь` */
function changeLine(reading: Reading, { at, by, did, deadline }: AgreementChange, seats: Seats): string {
  const { speech, mission } = reading;
  const date = deadline === undefined ? speech.say("agreement-no-deadline") : dateWords(reading, deadline);
  return speech.say("agreement-change", {
    when: dateWords(reading, dateIn(zoneOfHome(mission.programme.mission), at)),
    what: speech.say(`agreement-did-${did}`, { date }),
    who: clip(seatName(seats.get(by), speech), WHO),
  });
}
