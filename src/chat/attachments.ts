/** What of a mission was attached, and how each file is named in an archive. */
import type { FileTask } from "../delivery/made-files.ts";
import { safeName } from "../documents/archive.ts";
import { hasMet } from "../domain/acquaintances.ts";
import type { NoteItem, Sieve } from "../domain/notes.ts";
import { localTimeOf } from "../domain/zones.ts";
import { allNotes } from "../storage/note-scan.ts";
import type { Store } from "../storage/store.ts";

/** Something to be downloaded, and how it is to be known. */
interface Wanted {
  readonly fileId: string;
  readonly name: string;
  readonly kind: string;
  readonly about: Readonly<Record<string, string>>;
}

/** Whatever was attached: to notes; for organisers also the pictures of business cards, and scans of what was signed. */
export async function* wantedBy(store: Store, task: FileTask): AsyncGenerator<Wanted> {
  const { mission, member, kind } = task;
  const { programme } = mission;
  const { id, timezone } = programme.mission;
  const isMine = kind === "mine";
  const sieve: Sieve = isMine ? { seat: member.seat.id, present: true } : {};
  const zones = new Map(programme.events.map(({ event, endZone }) => [event.id, endZone]));
  let number = 0;
  const named = (folder: string, stem: string, extension: string) => {
    number += 1;
    return `${folder}/${stem}-${number}${extension}`;
  };
  for await (const { id: note, event, seat, items } of allNotes(store, id, sieve)) {
    for (const item of items) {
      if (item.media === undefined) continue;
      const at = localTimeOf(item.at, zones.get(event ?? "") ?? timezone);
      const folder = `notes/${at.slice(0, 10)}/${event ?? "mission"}`;
      yield {
        fileId: item.media.fileId,
        name: named(folder, `${at.slice(11).replace(":", "")}-${seat}`, extensionOf(item.media)),
        kind: item.media.kind,
        about: {
          note,
          author: seat,
          at,
          ...(event === undefined ? {} : { event }),
          ...(item.media.name === undefined ? {} : { original: item.media.name }),
        },
      };
    }
  }
  for (const card of await store.acquaintances.all(id)) {
    if (isMine && !hasMet(member, card)) continue;
    for (const { kind: sort, fileId } of card.photos ?? []) {
      const name = named(
        "cards",
        safeName(card.name ?? card.organisation ?? "card"),
        extensionOf({ kind: sort }),
      );
      yield { fileId, name, kind: sort, about: { contact: card.id } };
    }
  }
  if (isMine) return;
  for (const [document, { title = "document", scan }] of (await store.reports.draft(id)).documents) {
    if (scan === undefined) continue;
    yield {
      fileId: scan.fileId,
      name: named("documents", safeName(title), extensionOf(scan)),
      kind: scan.kind,
      about: { document, ...(scan.name === undefined ? {} : { original: scan.name }) },
    };
  }
}

/** By what Telegram makes of each kind; a file keeps the ending it was sent with. */
function extensionOf({ kind, name }: Pick<NonNullable<NoteItem["media"]>, "kind" | "name">): string {
  const own = /\.[A-Za-z0-9]{1,8}$/.exec(name ?? "")?.[0]?.toLowerCase();
  const usual = {
    photo: ".jpg",
    voice: ".ogg",
    video: ".mp4",
    videoNote: ".mp4",
    animation: ".mp4",
    audio: ".mp3",
    document: ".bin",
  };
  return own ?? usual[kind];
}
