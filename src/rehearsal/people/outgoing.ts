import { randomUUID } from "node:crypto";
import type { Contact, Location, Poll } from "@grammyjs/types";
import type { Content } from "../bot-api/content.ts";
import { commandsIn, written } from "../bot-api/entities.ts";
import type { Files } from "../bot-api/files.ts";
import { given } from "../bot-api/given.ts";
import { Media } from "../bot-api/media.ts";

/** What a person sends: words, or one thing with or without words. */
export type Outgoing =
  | string
  | { readonly photo: Uint8Array; readonly caption?: string }
  | { readonly video: Uint8Array; readonly caption?: string }
  | { readonly voice: Uint8Array; readonly duration?: number; readonly caption?: string }
  | { readonly audio: Uint8Array; readonly name?: string; readonly caption?: string }
  | { readonly videoNote: Uint8Array }
  | {
      readonly document: Uint8Array;
      readonly name: string;
      readonly mime?: string;
      readonly caption?: string;
    }
  | { readonly contact: Contact }
  | { readonly location: Location }
  /** A sticker that stands for this emoji. */
  | { readonly sticker: string }
  /** An anonymous poll of one answer. */
  | { readonly poll: string; readonly options: readonly string[] };

/** The same as the bot will receive it. People's files have no limits here: Telegram lets them send 2 GB. */
export function contentFrom(files: Files, outgoing: Outgoing): Content {
  if (typeof outgoing === "string") return written(outgoing);
  const media = new Media((kind, input) => {
    if (typeof input === "string") throw new Error("People send files, not file ids.");
    return files.keep(kind, input);
  });
  if ("contact" in outgoing) return { contact: outgoing.contact };
  if ("location" in outgoing) return { location: outgoing.location };
  if ("sticker" in outgoing) {
    return media.sticker({ bytes: new TextEncoder().encode(outgoing.sticker) }, outgoing.sticker);
  }
  if ("poll" in outgoing) return { poll: pollOf(outgoing.poll, outgoing.options) };
  if ("videoNote" in outgoing) return media.videoNote({ bytes: outgoing.videoNote });
  const caption = captioned(outgoing.caption);
  if ("photo" in outgoing) return { ...media.photo({ bytes: outgoing.photo }), ...caption };
  if ("video" in outgoing) return { ...media.video({ bytes: outgoing.video }), ...caption };
  if ("voice" in outgoing)
    return { ...media.voice({ bytes: outgoing.voice }, outgoing.duration), ...caption };
  if ("audio" in outgoing) {
    return { ...media.audio({ bytes: outgoing.audio, ...given({ name: outgoing.name }) }), ...caption };
  }
  const { document: bytes, name, mime } = outgoing;
  return { ...media.document({ bytes, name, ...given({ mime }) }), ...caption };
}

function pollOf(question: string, options: readonly string[]): Poll {
  return {
    id: randomUUID(),
    question,
    options: options.map((text, index) => ({ persistent_id: String(index), text, voter_count: 0 })),
    ...{ total_voter_count: 0, is_closed: false, is_anonymous: true, type: "regular" },
    ...{ allows_multiple_answers: false, allows_revoting: true, members_only: false },
  };
}

function captioned(caption: string | undefined): Content {
  if (caption === undefined) return {};
  const entities = commandsIn(caption);
  return { caption, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}
