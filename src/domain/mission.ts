/**
 * The mission file, format 1: what its parts are called and which shape they have. Every type of the programme is
 * inferred from here, and the JSON Schema editors use is generated from here. What goes beyond shape (an end before its
 * start, an id nobody has) is checked in mission-check.ts.
 */
import { Duration } from "luxon";
import { z } from "zod";
import type { ProblemCode } from "./problems.ts";
import { isBlank } from "./words.ts";
import { isZone } from "./zones.ts";

/** The languages the bot speaks; the first is where Attaché is at home. */
export const languages = ["ru", "en", "ja"] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const kinds = [
  "ceremony",
  "meeting",
  "signing",
  "conference",
  "roundtable",
  "talks",
  "visit",
  "seminar",
  "reception",
  "culture",
  "meal",
  "briefing",
  "press",
  "registration",
  "checkin",
  "transfer",
  "travel",
  "free",
] as const;
const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;

const idPattern = /^[a-z0-9-]{1,40}$/;
const localTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const clockTimePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const durationPattern = /^P(?!$)(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?)$/;

/** The schema's messages are codes, for the sentences are in the locales; the compiler checks that the code exists. */
const code = (problem: ProblemCode) => problem;

const id = z
  .string()
  .regex(idPattern, code("id-malformed"))
  .describe("An id: 1 to 40 small Latin letters, digits and hyphens");
const idOf = (whose: string) => id.describe(`The id of ${whose}`).optional();
const idsOf = (whose: string) =>
  z.array(id).max(50, code("list-long")).describe(`The ids of ${whose}`).optional();

/** A sentence in one language, or in several; see {@link textIn} for how a missing language falls back. */
const textOf = (limit: number) => {
  const words = z
    .string()
    .trim()
    .refine((text) => !isBlank(text), code("text-empty"))
    .max(limit, code("text-long"));
  const byLanguage = z
    .partialRecord(languageSchema, words)
    .refine((text) => Object.keys(text).length > 0, code("text-empty"));
  return z.union([words, byLanguage]);
};
/** A line: a title, an office, an address. */
const line = textOf(300);
/** A paragraph: a description, talking points. */
const paragraph = textOf(3000);
export type Text = z.infer<typeof line>;

const shortName = (limit: number) =>
  z
    .string()
    .trim()
    .refine((text) => !isBlank(text), code("text-empty"))
    .max(limit, code("text-long"));

const zone = z.string().refine((name) => isZone(name), code("zone-unknown"));
/** Wall-clock time in the event's own zone, without an offset: `2016-11-17T10:00`. */
const localTime = z
  .string()
  .regex(localTimePattern, code("time-malformed"))
  .refine(isCalendarTime, code("date-impossible"));
const clockTime = z.string().regex(clockTimePattern, code("clock-malformed"));
/** A lead before the call time; days are 24 hours here. At most a week, for nobody remembers longer. */
const lead = z
  .string()
  .regex(durationPattern, code("duration-malformed"))
  .refine((text) => leadMillis(text) > 0, code("lead-zero"))
  .refine((text) => leadMillis(text) <= 7 * 24 * 60 * 60 * 1000, code("lead-long"));
const leads = z.array(lead).max(5, code("list-long"));
const url = z.url({ protocol: /^https?$/, error: code("url-malformed") });
const phone = z.string().regex(/^\+[\d ()-]{5,24}$/, code("phone-malformed"));

const group = z.strictObject({
  id,
  title: line.describe("What the group is called"),
  escort: idOf("the person who answers for the group"),
});

const vehicle = z.strictObject({
  id,
  name: line.describe("As it is written behind the windscreen"),
  plate: shortName(40).describe("The number plate").optional(),
  escort: idOf("the person who answers for the bus"),
});

const roleSchema = z.enum(["organiser", "delegate"]);

/** A seat in the delegation. */
const seatSchema = z.strictObject({
  id,
  position: line.describe("The office held"),
  organisation: line.describe("Where it is held").optional(),
  groups: idsOf("the groups the person belongs to"),
  role: roleSchema.describe("What the person may do in the bot; a delegate unless said otherwise").optional(),
  name: shortName(120).optional(),
  phone: phone.optional(),
  vehicle: idOf("the vehicle the person rides in"),
  aideOf: idOf("the person whom this one assists"),
});

const contact = z.strictObject({
  id,
  role: line.describe("What the contact is there for"),
  name: shortName(120).optional(),
  phone: phone.describe("International, beginning with +").optional(),
  telegram: z
    .string()
    .regex(/^@\w{4,32}$/, code("telegram-malformed"))
    .describe("A user name, beginning with @")
    .optional(),
});

const location = z.strictObject({
  latitude: z.number().min(-90, code("latitude-range")).max(90, code("latitude-range")),
  longitude: z.number().min(-180, code("longitude-range")).max(180, code("longitude-range")),
  approximate: z.boolean().describe("The pin may be some hundred metres off").optional(),
});

const venue = z.strictObject({
  id,
  name: line,
  address: line.describe("As a taxi driver would read it").optional(),
  location: location.optional(),
  timezone: zone.describe("Only where it differs from the mission's").optional(),
});

const gathering = z.strictObject({
  at: localTime.describe("When to be there; before the event's start, in the same zone"),
  departs: localTime.describe("When the bus leaves").optional(),
  place: line.describe("Where to be; without it, the event's venue").optional(),
});

const event = z.strictObject({
  id,
  kind: kindSchema.describe("What sort of event it is"),
  title: line,
  start: localTime.describe("In the venue's zone, without an offset: 2016-11-17T10:00"),
  end: localTime
    .describe("In the venue's zone; where the event goes `to` another venue, in that one's")
    .optional(),
  status: z.enum(["confirmed", "tentative"]).describe("confirmed unless said otherwise").optional(),
  fixed: z.boolean().describe("A delay never moves it: a flight, a governor's meeting").optional(),
  venue: idOf("the venue where it takes place, or from which it leaves"),
  to: idOf("the venue where a transfer or a flight ends"),
  room: line.optional(),
  vehicles: idsOf("the vehicles that take people there"),
  gathering: gathering.describe("Where and when people meet to go there together").optional(),
  groups: idsOf("the groups it is for; without any it is for everybody"),
  choice: id.describe("Events with the same choice run in parallel; each person picks one").optional(),
  capacity: z
    .int(code("number-whole"))
    .min(1, code("capacity-range"))
    .max(100_000, code("capacity-range"))
    .describe("How many people may choose it")
    .optional(),
  optional: z.boolean().describe("People may stay away").optional(),
  audience: z.enum(["all", "organisers"]).describe("organisers: delegates do not see it").optional(),
  dressCode: line.optional(),
  bring: z.array(line).max(20, code("list-long")).describe("What to bring along").optional(),
  description: paragraph.optional(),
  interpreter: line.describe("Who interprets, and how").optional(),
  host: line.describe("Who receives the delegation").optional(),
  contact: idOf("the contact to ask"),
  roles: z
    .array(z.strictObject({ role: line, person: id.describe("The id of a person") }))
    .max(50, code("list-long"))
    .describe("Who lays the wreath, signs, speaks, takes the minutes")
    .optional(),
  brief: paragraph
    .describe("For the delegation only: counterparts, talking points, earlier agreements")
    .optional(),
  documents: z
    .array(z.strictObject({ title: line, url }))
    .max(20, code("list-long"))
    .optional(),
  reminders: leads.describe("Leads before the call time, instead of the kind's").optional(),
  weather: line.optional(),
  askNotes: z
    .enum(["everyone", "appointed", "nobody"])
    .describe("Who is asked for notes afterwards; appointed: those who take the minutes")
    .optional(),
});

/** Far above any mission, so that a file gone wrong is refused in a moment instead of being compared line by line. */
const many = 2000;

export const missionSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1, code("format-unknown")).describe("The version of this format"),
  id,
  title: line,
  timezone: zone.describe("The zone the mission lives in, by its IANA name: Asia/Krasnoyarsk"),
  homeTimezone: zone.describe("Shown beside local time where it helps").optional(),
  languages: z.array(languageSchema).min(1, code("list-empty")).describe("The first is the mission's own"),
  state: z.enum(["approved", "draft"]).describe("A draft is hidden from delegates until approved").optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, code("colour-malformed"))
    .describe("For cards and documents: #1f5fa8")
    .optional(),
  digest: z
    .strictObject({ evening: clockTime.nullable().optional(), morning: clockTime.nullable().optional() })
    .nullable()
    .describe("When the day's programme is sent, in the zone of the day's first event; null: never")
    .optional(),
  reminders: z
    .partialRecord(z.enum(["default", "gathering", "firstOfDay", ...kinds]), leads)
    .describe("How long before the call time to remind, by kind of event: PT15M, PT1H, P1D")
    .optional(),
  groups: z.array(group).max(many, code("list-long")).optional(),
  vehicles: z.array(vehicle).max(many, code("list-long")).optional(),
  people: z.array(seatSchema).max(many, code("list-long")).describe("The seats in the delegation").optional(),
  contacts: z.array(contact).max(many, code("list-long")).optional(),
  venues: z.array(venue).max(many, code("list-long")).optional(),
  events: z.array(event).min(1, code("list-empty")).max(many, code("list-long")),
});

export type Mission = z.infer<typeof missionSchema>;
export type Event = z.infer<typeof event>;
export type Seat = z.infer<typeof seatSchema>;
export type Contact = z.infer<typeof contact>;
export type Group = z.infer<typeof group>;
export type Venue = z.infer<typeof venue>;

/**
 * The text in a reader's language; a missing one falls back to English, then to the mission's own language, then to
 * whatever there is.
 */
export function textIn(text: Text, language: Language, own: Language = languages[0]): string {
  if (typeof text === "string") return text;
  return text[language] ?? text.en ?? text[own] ?? Object.values(text)[0] ?? "";
}

/** An ISO 8601 duration in milliseconds. The few that files use are parsed once: ticks ask for them by the thousand. */
export function leadMillis(iso: string): number {
  const known = parsedLeads.get(iso);
  if (known !== undefined) return known;
  const millis = Duration.fromISO(iso).toMillis();
  if (parsedLeads.size < 1000) parsedLeads.set(iso, millis);
  return millis;
}

const parsedLeads = new Map<string, number>();

/** Refuses what no calendar has: 30 February, 25:00. */
function isCalendarTime(text: string): boolean {
  const date = new Date(`${text}:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
