/** Whoever edits a message of theirs edits the note it is kept in. */
import { Composer } from "grammy";
import { isOf, type NoteItem } from "../domain/notes.ts";
import type { ChatContext, ChatParts } from "./context.ts";
import { noteItemOf } from "./note-item.ts";

/**
 * Edits come here before any scene: none waits for them. An edit that comes late, after a newer one, changes nothing;
 * one of a message kept nowhere is nobody's business.
 */
export function editing({ store, clock }: ChatParts): Composer<ChatContext> {
  const composer = new Composer<ChatContext>();
  composer.on("edited_message", async (ctx) => {
    if (ctx.chat.type !== "private" || ctx.from === undefined) return;
    const edited = noteItemOf(ctx.editedMessage, clock.now());
    if (edited === undefined) return;
    const editedAt = ctx.editedMessage.edit_date ?? 0;
    const where = await store.notes.noteWith(ctx.from.id, edited.key);
    if (where === undefined) {
      const [waiting] = await store.unplaced.albumOf(ctx.from.id, edited.key);
      if (waiting === undefined) return;
      await store.unplaced.amend(ctx.from.id, { ...edited, at: waiting.at, editedAt });
    } else {
      const { mission, note } = where;
      const [head, seats] = await Promise.all([
        store.notes.find(mission, note),
        store.people.seatsOfUser(ctx.from.id),
      ]);
      // Whoever has left the mission leaves their notes as they are.
      if (head === undefined || !isOf(head, seats[mission] ?? "")) return;
      const changed = await store.notes.amendItem(mission, note, edited.key, (was) =>
        withEdit(was, { ...edited, editedAt }),
      );
      if (changed === undefined) return;
    }
    await ctx.react("👌");
  });
  return composer;
}

/** When it was sent stays; words an organiser wrote down stay while the author gives none. */
function withEdit(was: NoteItem, edited: NoteItem & { editedAt: number }): NoteItem {
  if ((was.editedAt ?? 0) > edited.editedAt) return was;
  const typed =
    edited.text === undefined && was.typedBy !== undefined && was.text !== undefined
      ? { text: was.text, typedBy: was.typedBy }
      : {};
  return { ...edited, ...typed, at: was.at };
}
