/**
 * The callback codec: what every button of the bot carries. Missions and events travel as the short numbers they were
 * given on import, so that any button fits Telegram's 64 bytes and old ones keep their meaning.
 */
import { createHash } from "node:crypto";
import type { InlineKeyboardMarkup } from "grammy/types";
import { CALLBACK_DATA_BYTES } from "./limits.ts";

/** What a button does, and what it needs to know for it. */
const forms = {
  programme: ["mission"],
  day: ["mission", "date"],
  dayOpen: ["mission", "date"],
  picture: ["mission", "date"],
  calendar: ["mission"],
  calendarLink: ["mission", "what"],
  event: ["mission", "event"],
  map: ["mission", "event"],
  taxi: ["mission", "event"],
  pick: ["mission", "event"],
  accept: ["mission", "revision"],
  unpick: ["mission", "event"],
  choice: ["mission", "event"],
  choiceOpen: ["mission", "event"],
  choose: ["mission", "event"],
  unchoose: ["mission", "event"],
  coverages: ["mission"],
  coverage: ["mission", "event"],
  optionNames: ["mission", "event", "from"],
  askChoice: ["mission", "event"],
  mission: ["mission"],
  contacts: ["mission"],
  language: ["language"],
  met: ["mission", "from", "search"],
  metOne: ["mission", "who"],
  metAdd: ["mission"],
  metFind: ["mission"],
  metPhotos: ["mission", "who"],
  metPhotosOff: ["mission", "who"],
  metKeep: ["mission", "item"],
  metShare: ["mission", "who", "share"],
  metEdit: ["mission", "who"],
  metField: ["mission", "who", "field"],
  metEvent: ["mission", "who", "event"],
  metSame: ["mission", "who", "other"],
  metMerge: ["mission", "who", "other"],
  metOther: ["mission", "who", "other"],
  metPart: ["mission", "who"],
  metPartYes: ["mission", "who"],
  metDelete: ["mission", "who"],
  metDeleteYes: ["mission", "who"],
  metDoubles: ["mission"],
  metExport: ["mission", "form"],
  agreements: ["mission", "which", "from"],
  agreement: ["mission", "one"],
  agreementAdd: ["mission", "sort"],
  agreementFrom: ["mission", "note", "sort"],
  agreementDo: ["mission", "one", "what"],
  agreementAsk: ["mission", "one", "field"],
  agreementOwners: ["mission", "one", "from"],
  agreementOwner: ["mission", "one", "seat"],
  settings: ["page"],
  here: ["mission", "roll"],
  rolls: ["mission", "from"],
  roll: ["mission", "roll", "from"],
  rollTick: ["mission", "roll", "seat", "on", "from"],
  rollWrite: ["mission", "roll"],
  rollWriteTo: ["mission", "roll", "whom"],
  rollSend: ["mission", "draft"],
  rollClose: ["mission", "roll"],
  rollCloseYes: ["mission", "roll"],
  rollReopen: ["mission", "roll"],
  rollNew: ["mission"],
  eventPresence: ["mission", "event"],
  rollAsk: ["mission", "of"],
  rollGo: ["mission", "of"],
  toggle: ["what"],
  setLead: ["sort", "minutes"],
  setQuiet: ["hours"],
  mute: ["mission", "event"],
  away: ["mission", "event"],
  awayYes: ["mission", "event"],
  awaySkip: ["mission", "event"],
  awayUndo: ["mission", "event"],
  join: ["answer", "about"],
  sound: ["heard"],
  noteAbout: ["mission", "event"],
  noteDone: [],
  promptLater: ["mission", "event", "time"],
  promptNothing: ["mission", "event"],
  rate: ["mission", "mark"],
  surveyWords: ["mission"],
  surveyResults: ["mission", "from"],
  noteMarks: ["mission", "note"],
  noteMark: ["mission", "note", "mark"],
  noteReaders: ["mission", "note"],
  noteReader: ["mission", "note", "who"],
  noteSearch: ["mission"],
  found: ["mission", "from"],
  sift: ["mission"],
  siftBy: ["mission", "what", "from"],
  siftTo: ["mission", "what", "value"],
  untyped: ["mission", "from"],
  owing: ["mission", "from"],
  nudge: ["mission", "seat"],
  notes: ["mission", "whose", "from"],
  note: ["mission", "note"],
  noteMedia: ["mission", "note"],
  noteAdd: ["mission", "note"],
  noteDelete: ["mission", "note"],
  noteDeleteYes: ["mission", "note"],
  keep: ["mission", "item", "event"],
  inviteSeat: ["mission", "seat"],
  inviteGroup: ["mission", "group"],
  change: ["mission"],
  changeDay: ["mission", "date"],
  changeDayFrom: ["mission", "date", "from"],
  changeEvent: ["mission", "event"],
  changeMove: ["mission", "event"],
  changeBy: ["mission", "event", "minutes"],
  changeCopy: ["mission", "event"],
  changePlace: ["mission", "event", "from"],
  changeVenue: ["mission", "event", "venue"],
  changeDo: ["mission", "event", "what"],
  changeMore: ["mission", "event"],
  changeField: ["mission", "event", "field"],
  changeToggle: ["mission", "event", "what"],
  changeAdd: ["mission", "date"],
  draft: ["mission"],
  draftDo: ["mission", "draft", "what"],
  delayFrom: ["mission", "minutes", "event"],
  delayFit: ["mission", "minutes", "event", "fit", "also"],
  reception: ["mission", "revision", "from"],
  history: ["mission", "from"],
  revision: ["mission", "revision"],
  restore: ["mission", "revision"],
  report: ["mission"],
  reportPart: ["mission", "part", "from"],
  reportAsk: ["mission", "what", "key", "chain"],
  reportEvent: ["mission", "event"],
  reportClose: ["mission", "event", "how"],
  reportRest: ["mission"],
  reportLine: ["mission", "part", "line"],
  reportLineDo: ["mission", "part", "line", "what"],
  reportTakeAll: ["mission", "part"],
  reportDocument: ["mission", "document"],
  reportDrop: ["mission", "document", "sure"],
  reportBuild: ["mission", "language"],
  exports: ["mission"],
  export: ["mission", "what"],
  result: ["mission", "what"],
  mine: ["mission"],
  fileDiffers: ["mission", "what"],
  addMission: ["draft"],
  invitePage: ["mission", "from"],
  ask: ["mission"],
  askSend: ["mission", "draft"],
  askDrop: ["mission", "draft"],
  passOn: ["mission", "item"],
  whereAmI: ["mission"],
  questions: ["mission", "which", "from"],
  question: ["mission", "question"],
  questionMedia: ["mission", "question"],
  questionReply: ["mission", "question"],
  questionClose: ["mission", "question", "on"],
  attention: ["mission"],
  bindAs: ["mission", "kind"],
  outcomes: ["mission", "from"],
  journal: ["mission", "from"],
  cast: ["mission"],
  casts: ["mission", "from"],
  castDo: ["mission", "cast", "what"],
  castTo: ["mission", "cast", "kind", "which"],
  castList: ["mission", "cast", "what", "from"],
  castSend: ["mission", "cast", "version"],
  castUpdate: ["mission", "cast", "version"],
  castOk: ["mission", "cast"],
  inviteAll: ["mission"],
  linksEnd: ["mission", "of", "how"],
  linksEndYes: ["mission", "of", "how"],
  people: ["mission", "filter", "from"],
  who: ["mission", "from", "query"],
  whoFind: ["mission"],
  seat: ["mission", "seat"],
  seatReady: ["mission", "seat"],
  seatTick: ["mission", "seat", "flag", "on"],
  seatRole: ["mission", "seat"],
  setRole: ["mission", "seat", "role"],
  seatGroups: ["mission", "seat", "from"],
  seatGroup: ["mission", "seat", "group", "on"],
  seatVehicles: ["mission", "seat", "from"],
  seatVehicle: ["mission", "seat", "vehicle"],
  seatAide: ["mission", "seat", "from"],
  setAide: ["mission", "seat", "of"],
  seatMove: ["mission", "seat", "from"],
  seatMoveTo: ["mission", "seat", "to"],
  seatMoveYes: ["mission", "who", "to"],
  seatLeave: ["mission", "seat", "how"],
  seatLeaveYes: ["mission", "who", "how"],
  teams: ["mission", "from"],
  team: ["mission", "of"],
  escort: ["mission", "of", "from"],
  setEscort: ["mission", "of", "seat"],
  askAccess: [],
  requests: ["mission", "from"],
  request: ["mission", "request"],
  admit: ["mission", "request", "from"],
  admitSeat: ["mission", "request", "seat"],
  admitGroup: ["mission", "request", "group"],
  decline: ["mission", "request"],
  declineYes: ["mission", "request"],
  desk: ["mission"],
  upcoming: ["mission"],
  missedBy: ["mission", "from"],
  missed: ["mission", "seat", "from"],
  why: ["mission", "seat", "event"],
} as const;

export type Verb = keyof typeof forms;
export type Fields<V extends Verb> = { readonly [F in (typeof forms)[V][number]]: string };

/** The numbers of the events that a message's buttons are about, of one mission, each once. */
export function eventsPressed(markup: InlineKeyboardMarkup | undefined, mission: number): string[] {
  const handles = (markup?.inline_keyboard ?? []).flat().flatMap((one) => {
    const data = "callback_data" in one ? one.callback_data : "";
    for (const verb of aboutEvents) {
      const fields = readPress(data, verb);
      if (fields !== undefined && Number(fields.mission) === mission) return [fields.event];
    }
    return [];
  });
  return [...new Set(handles)];
}

/** What stands under cards, reminders, digests and prompts. */
const aboutEvents = [
  "event",
  "noteAbout",
  "map",
  "pick",
  "unpick",
  "mute",
  "promptLater",
  "promptNothing",
] as const;
/** Every verb there is, with the names of its fields. */
export const verbs: Readonly<Record<Verb, readonly string[]>> = forms;

/** Packs a button. @throws when it would not fit: ids and numbers that short are a promise of ours. */
export function press<V extends Verb>(
  verb: V,
  fields: { readonly [F in keyof Fields<V>]: string | number },
): string {
  const values: Readonly<Record<string, string | number>> = fields;
  const data = [verb, ...forms[verb].map((name) => values[name])].join(":");
  if (Buffer.byteLength(data) > CALLBACK_DATA_BYTES)
    throw new Error(`The button «${verb}» does not fit: ${data}`);
  return data;
}

/** Packs a button an aide presses for the seat they assist. @throws when it would not fit */
export function pressFor(principal: string, data: string): string {
  const packed = `~${tagOf(`seat/${principal}`)}~${data}`;
  if (Buffer.byteLength(packed) > CALLBACK_DATA_BYTES) throw new Error(`The button does not fit: ${packed}`);
  return packed;
}

/** What is in a button, and for whom it is pressed (the tag of a seat) where that is not whoever presses it. */
export function readFor(packed: string): { readonly data: string; readonly tag?: string } {
  const [, tag, data] = /^~([\w-]{6})~(.*)$/s.exec(packed) ?? [];
  return tag === undefined || data === undefined ? { data: packed } : { data, tag };
}

/** Unpacks a button of this verb; nothing for another, a forged one, or one of a form this version no longer has. */
export function readPress<V extends Verb>(data: string, verb: V): Fields<V> | undefined {
  const [word, ...values] = data.split(":");
  const names = forms[verb];
  if (word !== verb || values.length !== names.length) return undefined;
  // Built from the form of this very verb.
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Fields<V>;
}

/** Six characters that stand for a longer id where a button has to name two of them. */
export function tagOf(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 6);
}
