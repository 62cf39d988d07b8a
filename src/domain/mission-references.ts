/** The ids of a mission: each given once, each reference to somebody who is there, no circles. */
import type { Mission } from "./mission.ts";
import { nearest } from "./nearest.ts";
import { type Finding, finding, type Path, pathText } from "./problems.ts";
import { readable, type Salvaged, unreadable } from "./salvage.ts";

type Draft = Salvaged<Mission>;
type Section = "groups" | "vehicles" | "people" | "contacts" | "venues" | "events";
const sections: readonly Section[] = ["groups", "vehicles", "people", "contacts", "venues", "events"];

/** A place of the file where the id of something else stands. */
type Reference = { readonly path: Path; readonly section: Section; readonly id: string | undefined };

/** Ids given twice, and ids nobody has. */
export function checkReferences(draft: Draft): Finding[] {
  return [...idsGivenTwice(draft), ...unknownIds(draft), ...aides(draft)];
}

/** Ids said twice in one list: harmless, but somebody else may have been meant. */
export function warnOfRepetition(draft: Draft): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { path, id } of references(draft)) {
    const inList = typeof path.at(-1) === "number" && id !== undefined;
    const place = pathText([...path.slice(0, -1), id ?? ""]);
    if (inList && seen.has(place)) findings.push(finding(path, "listed-twice", { value: id }));
    seen.add(place);
  }
  return findings;
}

function* idsGivenTwice(draft: Draft): Generator<Finding> {
  for (const section of sections) {
    const first = new Map<string, number>();
    for (const [index, { id }] of readable<{ readonly id?: string | undefined }>(draft[section])) {
      if (id === undefined) continue;
      const before = first.get(id);
      if (before === undefined) first.set(id, index);
      else
        yield finding([section, index, "id"], "id-twice", {
          value: id,
          other: pathText([section, before, "id"]),
        });
    }
  }
}

/** The same unknown id in more places than this is taken for one mistake: something is missing, or was renamed. */
const placesReportedSingly = 3;

function unknownIds(draft: Draft): Finding[] {
  return sections.flatMap((section) => {
    const { ids, lost } = idsIn(draft, section);
    const unknown = new Map<string, Path[]>();
    for (const reference of references(draft)) {
      if (reference.section !== section || reference.id === undefined || ids.has(reference.id)) continue;
      const places = unknown.get(reference.id) ?? [];
      places.push(reference.path);
      unknown.set(reference.id, places);
    }
    // Ids that cannot be read have their lines already, and are meant somewhere: by the names used most, one supposes.
    const byUse = [...unknown].sort(([, places], [, others]) => others.length - places.length);
    return byUse.slice(lost).flatMap(([id, places]) => unknownId(section, id, places, nearest(id, ids)));
  });
}

function unknownId(
  section: Section,
  id: string,
  places: readonly Path[],
  near: string | undefined,
): Finding[] {
  const values = { section, value: id, ...(near === undefined ? {} : { near }) };
  if (places.length <= placesReportedSingly) return places.map((path) => finding(path, "id-unknown", values));
  return places
    .slice(0, 1)
    .map((path) => finding(path, "id-unknown-often", { ...values, others: places.length - 1 }));
}

/** The ids of a section, and how many there are besides that cannot be read. */
function idsIn(draft: Draft, section: Section): { ids: Set<string>; lost: number } {
  if (unreadable(draft, section)) return { ids: new Set(), lost: Number.POSITIVE_INFINITY };
  const items: readonly ({ readonly id?: string | undefined } | undefined)[] = draft[section] ?? [];
  const ids = items.map((item) => item?.id).filter((id) => id !== undefined);
  return { ids: new Set(ids), lost: items.length - ids.length };
}

function* references(draft: Draft): Generator<Reference> {
  const one = (path: Path, section: Section, id: string | undefined): Reference => ({ path, section, id });
  const several = (path: Path, section: Section, ids: readonly (string | undefined)[] | undefined) =>
    [...readable(ids)].map(([index, id]) => one([...path, index], section, id));

  for (const [index, group] of readable(draft.groups))
    yield one(["groups", index, "escort"], "people", group.escort);
  for (const [index, bus] of readable(draft.vehicles))
    yield one(["vehicles", index, "escort"], "people", bus.escort);
  for (const [index, person] of readable(draft.people)) {
    const path = ["people", index];
    yield* several([...path, "groups"], "groups", person.groups);
    yield one([...path, "vehicle"], "vehicles", person.vehicle);
    yield one([...path, "aideOf"], "people", person.aideOf);
  }
  for (const [index, event] of readable(draft.events)) {
    const path = ["events", index];
    yield one([...path, "venue"], "venues", event.venue);
    yield one([...path, "to"], "venues", event.to);
    yield one([...path, "contact"], "contacts", event.contact);
    yield* several([...path, "vehicles"], "vehicles", event.vehicles);
    yield* several([...path, "groups"], "groups", event.groups);
    for (const [place, role] of readable(event.roles)) {
      yield one([...path, "roles", place, "person"], "people", role.person);
    }
  }
}

/** Nobody is their own aide, not by way of others either. A circle is reported once, at its first member. */
function* aides(draft: Draft): Generator<Finding> {
  const heads = new Map<string, string>();
  for (const [, { id, aideOf }] of readable(draft.people))
    if (id && aideOf && !heads.has(id)) heads.set(id, aideOf);
  const reported = new Set<string>();
  for (const [index, { id, aideOf }] of readable(draft.people)) {
    const path: Path = ["people", index, "aideOf"];
    if (id === undefined || heads.get(id) !== aideOf || reported.has(id)) continue;
    if (id === aideOf) {
      yield finding(path, "aide-self");
      continue;
    }
    const circle = circleFrom(id, heads);
    for (const member of circle) reported.add(member);
    if (circle.length > 0) yield finding(path, "aide-circle", { circle: [...circle, id].join(" → ") });
  }
}

/** The people met on the way from one up to the same again; empty if the way ends elsewhere. */
function circleFrom(id: string, heads: ReadonlyMap<string, string>): string[] {
  const way = new Set([id]);
  for (let next = heads.get(id); next !== undefined; next = heads.get(next)) {
    if (next === id) return [...way];
    if (way.has(next)) return [];
    way.add(next);
  }
  return [];
}
