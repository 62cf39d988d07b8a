import type {
  Animation,
  Audio,
  Document,
  InputMedia,
  PhotoSize,
  Sticker,
  Video,
  VideoNote,
  Voice,
} from "@grammyjs/types";
import { checkCaption } from "./entities.ts";
import type { FileKind, Files, StoredFile, Upload } from "./files.ts";
import { given } from "./given.ts";
import { badRequest, knowsOnly, UnknownField } from "./refusal.ts";

type Input = Upload | string;
interface Frame {
  duration?: number;
  width?: number;
  height?: number;
}

const common = (file: StoredFile) => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_size: file.bytes.length,
});
const named = (file: StoredFile) => ({ ...common(file), file_name: file.name, mime_type: file.mime });

/** The description of a file as messages carry it. Sizes and durations not given are invented: nothing is decoded. */
export class Media {
  readonly #take: (kind: FileKind, input: Input) => StoredFile;

  /** `take` says where files come from: `Files.fromBot`, or, for people, who have other limits, `Files.keep`. */
  constructor(take: (kind: FileKind, input: Input) => StoredFile) {
    this.#take = take;
  }

  static ofBot(files: Files): Media {
    return new Media((kind, input) => files.fromBot(kind, input));
  }

  /** Two sizes, smallest first, as Telegram lists them; both may be fetched. */
  photo(input: Input): { photo: PhotoSize[] } {
    const file = this.#take("Photo", input);
    const thumbnail = { ...common(file), file_unique_id: `${file.uniqueId}s` };
    return {
      photo: [
        { ...thumbnail, width: 90, height: 67 },
        { ...common(file), width: 1280, height: 960 },
      ],
    };
  }

  document(input: Input): { document: Document } {
    return { document: named(this.#take("Document", input)) };
  }

  voice(input: Input, duration = 1): { voice: Voice } {
    const file = this.#take("Voice", input);
    return { voice: { ...common(file), duration, mime_type: file.mime } };
  }

  audio(
    input: Input,
    about: { duration?: number; performer?: string; title?: string } = {},
  ): { audio: Audio } {
    const { duration = 1, performer, title } = about;
    return {
      audio: { ...named(this.#take("Audio", input)), duration, ...given({ performer, title }) },
    };
  }

  video(input: Input, { duration = 1, width = 1280, height = 720 }: Frame = {}): { video: Video } {
    return { video: { ...named(this.#take("Video", input)), duration, width, height } };
  }

  videoNote(input: Input, { duration = 1, length = 240 } = {}): { video_note: VideoNote } {
    return { video_note: { ...common(this.#take("VideoNote", input)), duration, length } };
  }

  /** An animation is a document too, for clients that know no animations. */
  animation(
    input: Input,
    frame: Frame = {},
  ): {
    animation: Animation;
    document: Document;
  } {
    const { duration = 1, width = 480, height = 270 } = frame;
    const document = named(this.#take("Animation", input));
    return { animation: { ...document, duration, width, height }, document };
  }

  sticker(input: Input, emoji?: string): { sticker: Sticker } {
    const file = common(this.#take("Sticker", input));
    const form = { type: "regular", width: 512, height: 512, is_animated: false, is_video: false } as const;
    return { sticker: { ...file, ...form, ...given({ emoji }) } };
  }

  /** A piece of an album, or what editMessageMedia puts in place of another: https://core.telegram.org/bots/api#inputmedia */
  fromInputMedia(item: InputMedia<Upload>) {
    const path = `media.${item.type}`;
    const text = ["type", "media", "thumbnail", "caption", "caption_entities"];
    const picture = [...text, "show_caption_above_media", "has_spoiler"];
    switch (item.type) {
      case "photo":
        knowsOnly(item, picture, path);
        return { ...this.photo(item.media), ...checkCaption(item), ...shown(item) };
      case "video":
        knowsOnly(item, [...picture, "duration", "width", "height", "supports_streaming"], path);
        return { ...this.video(item.media, item), ...checkCaption(item), ...shown(item) };
      case "animation":
        knowsOnly(item, [...picture, "duration", "width", "height"], path);
        return { ...this.animation(item.media, item), ...checkCaption(item), ...shown(item) };
      case "audio":
        knowsOnly(item, [...text, "duration", "performer", "title"], path);
        return { ...this.audio(item.media, item), ...checkCaption(item) };
      case "document":
        knowsOnly(item, [...text, "disable_content_type_detection"], path);
        return { ...this.document(item.media), ...checkCaption(item) };
      default:
        throw new UnknownField(path);
    }
  }

  /** @throws {Refusal} for more than ten pieces, none, or kinds that do not go together */
  album(items: readonly InputMedia<Upload>[]) {
    if (items.length === 0) throw badRequest("there are no messages to send");
    if (items.length > 10) throw badRequest("too many messages to send as an album");
    const kinds = new Set(items.map((item) => item.type));
    for (const lonely of ["document", "audio"] as const) {
      if (kinds.has(lonely) && kinds.size > 1) {
        const name = lonely === "audio" ? "audio" : "document";
        throw badRequest(`${name} can't be mixed with other media types`);
      }
    }
    if (kinds.has("animation")) {
      throw badRequest(`can't parse InputMedia: type "animation" can't be used in sendMediaGroup`);
    }
    return items.map((item) => this.fromInputMedia(item));
  }
}

/** How a captioned picture is shown: flags that Telegram repeats in the message only when set. */
export function shown(args: { show_caption_above_media?: boolean; has_spoiler?: boolean }) {
  return {
    ...(args.show_caption_above_media ? { show_caption_above_media: true as const } : {}),
    ...(args.has_spoiler ? { has_media_spoiler: true as const } : {}),
  };
}
