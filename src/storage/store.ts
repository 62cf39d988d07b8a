import type { Redis } from "ioredis";
import { Abilities } from "./abilities.ts";
import { Acquaintances } from "./acquaintances.ts";
import { Agreements } from "./agreements.ts";
import { Attendance } from "./attendance.ts";
import { Audit } from "./audit.ts";
import { Broadcasts } from "./broadcasts.ts";
import { Calendars } from "./calendars.ts";
import { Chats } from "./chats.ts";
import { Choices } from "./choices.ts";
import { Drafts } from "./drafts.ts";
import { Drawings } from "./drawings.ts";
import { Escorts } from "./escorts.ts";
import { Invitations } from "./invitations.ts";
import { keysUnder } from "./keys.ts";
import { Leases } from "./leases.ts";
import { Ledger } from "./ledger.ts";
import { LiveLists } from "./live.ts";
import { Missions } from "./missions.ts";
import { Notes } from "./notes.ts";
import { Notices } from "./notices.ts";
import { People } from "./people.ts";
import { Pictures } from "./pictures.ts";
import { Prompts } from "./prompts.ts";
import { Questions } from "./questions.ts";
import { Readiness } from "./readiness.ts";
import { Reports } from "./reports.ts";
import { Requests } from "./requests.ts";
import { RollWords } from "./roll-words.ts";
import { Seating } from "./seating.ts";
import { Seen } from "./seen.ts";
import { Sieves } from "./sieves.ts";
import { StirredSeats } from "./stirred.ts";
import { Surveys } from "./surveys.ts";
import { Ticks } from "./ticks.ts";
import { Unplaced } from "./unplaced.ts";
import { Updates } from "./updates.ts";

/** Everything the program keeps, one part a thing kept. */
export type Store = ReturnType<typeof createStore>;

/** `prefix` stands before every key; tests give each its own. */
export function createStore(redis: Redis, prefix = "attache") {
  const keys = keysUnder(prefix);
  return {
    redis,
    keys,
    missions: new Missions(redis, keys),
    people: new People(redis, keys),
    seating: new Seating(redis, keys),
    seen: new Seen(redis, keys),
    escorts: new Escorts(redis, keys),
    attendance: new Attendance(redis, keys),
    rollWords: new RollWords(redis, keys),
    readiness: new Readiness(redis, keys),
    reports: new Reports(redis, keys),
    requests: new Requests(redis, keys),
    invitations: new Invitations(redis, keys),
    choices: new Choices(redis, keys),
    ledger: new Ledger(redis, keys),
    drawings: new Drawings(redis, keys),
    calendars: new Calendars(redis, keys),
    pictures: new Pictures(redis, keys),
    ticks: new Ticks(redis, keys),
    notes: new Notes(redis, keys),
    unplaced: new Unplaced(redis, keys),
    sieves: new Sieves(redis, keys),
    prompts: new Prompts(redis, keys),
    surveys: new Surveys(redis, keys),
    questions: new Questions(redis, keys),
    chats: new Chats(redis, keys),
    abilities: new Abilities(redis, keys),
    broadcasts: new Broadcasts(redis, keys),
    acquaintances: new Acquaintances(redis, keys),
    agreements: new Agreements(redis, keys),
    updates: new Updates(redis, keys),
    leases: new Leases(redis, keys),
    audit: new Audit(redis, keys),
    drafts: new Drafts(redis, keys),
    live: new LiveLists(redis, keys),
    notices: new Notices(redis, keys),
    stirred: new StirredSeats(redis, keys),
  };
}
