/**
 * The mission file, format 1: what its parts are called and which shape they have. Every type of the programme is
 * inferred from here, and the JSON Schema editors use is generated from here. What goes beyond shape (an end before its
 * start, an id nobody has) is checked in mission-check.ts.
 */
import { Duration, IANAZone } from "luxon";
import { z } from "zod";

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
export const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;

const idPattern = /^[a-z0-9-]{1,40}$/;
const localTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const clockTimePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const durationPattern = /^P(?!$)(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?)$/;

const id = z
  .string()
  .regex(idPattern, "id")
  .meta({ description: "Small letters, digits and hyphens, 1 to 40" });

/** A sentence in one language, or in several; see {@link textIn} for how a missing language falls back. */
const textOf = (limit: number) => {
  const words = z.string().trim().min(1, "empty").max(limit, "long");
  const byLanguage = z
    .partialRecord(languageSchema, words)
    .refine((text) => Object.keys(text).length > 0, "empty");
  return z.union([words, byLanguage]);
};
/** A line: a title, an office, an address. */
const line = textOf(300);
/** A paragraph: a description, talking points. */
const paragraph = textOf(3000);
export type Text = z.infer<typeof line>;

const zone = z.string().refine((name) => name.includes("/") && IANAZone.isValidZone(name), "zone");
/** Wall-clock time in the event's own zone, without an offset: `2016-11-17T10:00`. */
const localTime = z.string().regex(localTimePattern, "local-time").refine(isCalendarTime, "local-time");
const clockTime = z.string().regex(clockTimePattern, "clock-time");
/** A lead before the call time; days are 24 hours here. At most a week, for nobody remembers longer. */
const lead = z
  .string()
  .regex(durationPattern, "duration")
  .refine((text) => leadMillis(text) <= 7 * 24 * 60 * 60 * 1000, "lead-long");
const leads = z.array(lead).max(5, "many");
const url = z.url({ protocol: /^https?$/, error: "url" });
const phone = z.string().regex(/^\+[\d ()-]{5,24}$/, "phone");

const group = z.strictObject({ id, title: line, escort: id.optional() });

const vehicle = z.strictObject({
  id,
  name: line,
  plate: z.string().max(40).optional(),
  escort: id.optional(),
});

export const roleSchema = z.enum(["organiser", "delegate"]);
export type Role = z.infer<typeof roleSchema>;

/** A seat in the delegation. */
export const seatSchema = z.strictObject({
  id,
  position: line,
  organisation: line.optional(),
  groups: z.array(id).optional(),
  role: roleSchema.optional(),
  name: z.string().trim().min(1, "empty").max(120, "long").optional(),
  phone: phone.optional(),
  vehicle: id.optional(),
  aideOf: id.optional(),
});

const contact = z.strictObject({
  id,
  role: line,
  name: z.string().trim().min(1, "empty").max(120, "long").optional(),
  phone: phone.optional(),
  telegram: z
    .string()
    .regex(/^@\w{4,32}$/, "telegram")
    .optional(),
});

const location = z.strictObject({
  latitude: z.number().min(-90, "latitude").max(90, "latitude"),
  longitude: z.number().min(-180, "longitude").max(180, "longitude"),
  approximate: z.boolean().optional(),
});

const venue = z.strictObject({
  id,
  name: line,
  address: line.optional(),
  location: location.optional(),
  timezone: zone.optional(),
});

const gathering = z.strictObject({ at: localTime, departs: localTime.optional(), place: line.optional() });

const event = z.strictObject({
  id,
  kind: kindSchema,
  title: line,
  start: localTime,
  end: localTime.optional(),
  status: z.enum(["confirmed", "tentative"]).optional(),
  fixed: z.boolean().optional(),
  venue: id.optional(),
  to: id.optional(),
  room: line.optional(),
  vehicles: z.array(id).optional(),
  gathering: gathering.optional(),
  groups: z.array(id).optional(),
  choice: id.optional(),
  capacity: z.int("whole").min(1, "capacity").max(100_000, "capacity").optional(),
  optional: z.boolean().optional(),
  audience: z.enum(["all", "organisers"]).optional(),
  dressCode: line.optional(),
  bring: z.array(line).max(20, "many").optional(),
  description: paragraph.optional(),
  interpreter: line.optional(),
  host: line.optional(),
  contact: id.optional(),
  roles: z
    .array(z.strictObject({ role: line, person: id }))
    .max(50, "many")
    .optional(),
  brief: paragraph.optional(),
  documents: z
    .array(z.strictObject({ title: line, url }))
    .max(20, "many")
    .optional(),
  reminders: leads.optional(),
  weather: line.optional(),
  askNotes: z.enum(["everyone", "appointed", "nobody"]).optional(),
});

export const missionSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1, "format"),
  id,
  title: line,
  timezone: zone,
  homeTimezone: zone.optional(),
  languages: z.array(languageSchema).min(1, "empty"),
  state: z.enum(["approved", "draft"]).optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "colour")
    .optional(),
  digest: z
    .strictObject({ evening: clockTime.nullable().optional(), morning: clockTime.nullable().optional() })
    .nullable()
    .optional(),
  reminders: z.partialRecord(z.enum(["default", "gathering", "firstOfDay", ...kinds]), leads).optional(),
  groups: z.array(group).optional(),
  vehicles: z.array(vehicle).optional(),
  people: z.array(seatSchema).optional(),
  contacts: z.array(contact).optional(),
  venues: z.array(venue).optional(),
  events: z.array(event).min(1, "empty"),
});

export type Mission = z.infer<typeof missionSchema>;
export type Event = z.infer<typeof event>;
export type Venue = z.infer<typeof venue>;
export type Seat = z.infer<typeof seatSchema>;
export type Contact = z.infer<typeof contact>;
export type Group = z.infer<typeof group>;
export type Vehicle = z.infer<typeof vehicle>;

/**
 * The text in a reader's language; a missing one falls back to English, then to the mission's own language, then to
 * whatever there is.
 */
export function textIn(text: Text, language: Language, own: Language = languages[0]): string {
  if (typeof text === "string") return text;
  return text[language] ?? text.en ?? text[own] ?? Object.values(text)[0] ?? "";
}

/** An ISO 8601 duration in milliseconds. */
export function leadMillis(iso: string): number {
  return Duration.fromISO(iso).toMillis();
}

/** Refuses what no calendar has: 30 February, 25:00. */
function isCalendarTime(text: string): boolean {
  const date = new Date(`${text}:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
