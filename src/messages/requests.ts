/** Requests to join, for organisers. Of who asks they learn the Telegram name only. */
import { FormattedString } from "@grammyjs/parse-mode";
import type { Seat } from "../domain/mission.ts";
import type { MissionInForce } from "../domain/timetable.ts";
import { press } from "./callback.ts";
import { clip } from "./limits.ts";
import { type BotMessage, button, pager, plain, rows } from "./message.ts";
import { askSeat, askSure, momentOf, SEATS_ON_A_PAGE } from "./people.ts";
import type { Reading } from "./reading.ts";
import type { Speech } from "./speech.ts";

/** What is shown of a request. */
export interface ShownRequest {
  readonly id: string;
  readonly name: string;
  /** Programme time, epoch milliseconds. */
  readonly at: number;
}

/** A request, with a button for each mission in which its reader may seat somebody. */
export function requestMessage(
  reading: Reading,
  request: ShownRequest,
  missions: readonly MissionInForce[],
): BotMessage {
  const { speech, mission: own } = reading;
  const several = missions.length > 1;
  return {
    text: FormattedString.join([
      speech.rich("request-heading", {
        name: FormattedString.b(nameOf(speech, request)),
        when: momentOf(reading, request.at),
      }),
    ]),
    buttons: rows(
      ...missions.map(({ handle, programme }) => {
        const title = speech.text(programme.mission.title);
        return button(
          several ? speech.say("button-admit-to", { mission: title }) : speech.say("button-admit"),
          press("admit", { mission: handle, request: request.id, from: 0 }),
        );
      }),
      button(speech.say("button-decline"), press("decline", { mission: own.handle, request: request.id })),
    ),
  };
}

/** Where is the person to be seated: in a free seat, or in a new one of a group. */
export function askWhere(
  reading: Reading,
  request: ShownRequest,
  { seats, from }: { seats: readonly Seat[]; from: number },
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle, request: request.id };
  const groups = mission.programme.mission.groups ?? [];
  return askSeat(
    reading,
    speech.rich("admit-question", {
      name: FormattedString.b(nameOf(speech, request)),
      mission: speech.text(mission.programme.mission.title),
    }),
    { seats, from },
    {
      to: ({ id }) => press("admitSeat", { ...where, seat: id }),
      page: (start) => press("admit", { ...where, from: start }),
      more: [
        ...(from > 0
          ? []
          : groups.map(({ id, title }) =>
              button(
                speech.say("invite-group", { group: speech.text(title) }),
                press("admitGroup", { ...where, group: id }),
              ),
            )),
        button(speech.say("button-no"), press("request", where)),
      ],
    },
  );
}

export function askDecline({ mission, speech }: Reading, request: ShownRequest): BotMessage {
  const where = { mission: mission.handle, request: request.id };
  return askSure(
    speech.rich("decline-sure", { name: FormattedString.b(nameOf(speech, request)) }),
    { label: speech.say("button-decline-yes"), data: press("declineYes", where), style: "danger" },
    { label: speech.say("button-no"), data: press("request", where) },
  );
}

/** What stands in place of a request once it is decided; of another mission's decision nothing but that. */
export function requestDecided(
  speech: Speech,
  request: { readonly name: string },
  decision: { readonly granted: boolean; readonly to?: string },
): BotMessage {
  const name = FormattedString.b(nameOf(speech, request));
  const { granted, to } = decision;
  if (!granted) return { text: speech.rich("request-declined", { name }) };
  if (to === undefined) return { text: speech.rich("request-granted-elsewhere", { name }) };
  return { text: speech.rich("request-granted", { name, to }) };
}

/** The requests that wait. */
export function requestsMessage(
  reading: Reading,
  requests: readonly ShownRequest[],
  from: number,
): BotMessage {
  const { mission, speech } = reading;
  const where = { mission: mission.handle };
  const heading = requests.length === 0 ? "requests-none" : "requests-heading";
  return {
    text: plain(speech.say(heading)),
    buttons: rows(
      ...requests
        .slice(from, from + SEATS_ON_A_PAGE)
        .map((request) =>
          button(
            `${nameOf(speech, request)} · ${momentOf(reading, request.at)}`,
            press("request", { ...where, request: request.id }),
          ),
        ),
      pager({ from, size: SEATS_ON_A_PAGE, total: requests.length }, (start) =>
        press("requests", { ...where, from: start }),
      ),
      button(speech.say("button-back"), press("people", { ...where, filter: "all", from: 0 })),
    ),
  };
}

/** As Telegram has it, short enough for a line. */
function nameOf(speech: Speech, { name }: { readonly name: string }): string {
  return name === "" ? speech.say("request-nameless") : clip(name, 64);
}
