import { randomUUID } from "node:crypto";
import type { File } from "@grammyjs/types";
import { badRequest, Refusal } from "./refusal.ts";

/** A file on its way to the server. */
export interface Upload {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly mime?: string;
}

export type FileKind =
  | "Photo"
  | "Document"
  | "Voice"
  | "Audio"
  | "Video"
  | "VideoNote"
  | "Animation"
  | "Sticker";

export interface StoredFile {
  readonly id: string;
  readonly uniqueId: string;
  readonly kind: FileKind;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mime: string;
}

const MEGABYTE = 1024 * 1024;
/** https://core.telegram.org/bots/api#sending-files */
const UPLOAD_LIMIT = 50 * MEGABYTE;
const PHOTO_LIMIT = 10 * MEGABYTE;
/** https://core.telegram.org/bots/api#getfile */
const DOWNLOAD_LIMIT = 20 * MEGABYTE;

const usual: Readonly<Record<FileKind, { folder: string; name: string; mime: string }>> = {
  Photo: { folder: "photos", name: "photo.jpg", mime: "image/jpeg" },
  Document: { folder: "documents", name: "file.bin", mime: "application/octet-stream" },
  Voice: { folder: "voice", name: "voice.oga", mime: "audio/ogg" },
  Audio: { folder: "music", name: "audio.mp3", mime: "audio/mpeg" },
  Video: { folder: "videos", name: "video.mp4", mime: "video/mp4" },
  VideoNote: { folder: "video_notes", name: "note.mp4", mime: "video/mp4" },
  Animation: { folder: "animations", name: "animation.mp4", mime: "video/mp4" },
  Sticker: { folder: "stickers", name: "sticker.webp", mime: "image/webp" },
};

/** Telegram tells a document's type by its name when the sender does not say it; these are the ones a bot of ours meets. */
const byEnding: Readonly<Record<string, string>> = {
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".txt": "text/plain",
  ".ics": "text/calendar",
  ".vcf": "text/vcard",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};

/** Every file the server has seen; bytes stay in memory. */
export class Files {
  readonly #byId = new Map<string, StoredFile>();
  readonly #byPath = new Map<string, StoredFile>();

  /** Keeps a file whoever sends it; people may send more than bots. */
  keep(kind: FileKind, upload: Upload): StoredFile {
    const { folder, name, mime } = usual[kind];
    const id = `${kind}-${randomUUID()}`;
    const given = upload.name ?? name;
    const ending = given.includes(".") ? given.slice(given.lastIndexOf(".")) : "";
    const said = upload.mime === "application/octet-stream" ? undefined : upload.mime;
    const file: StoredFile = {
      id,
      uniqueId: id.slice(-12),
      kind,
      path: `${folder}/file_${this.#byId.size}${ending}`,
      bytes: upload.bytes,
      name: given,
      mime: said ?? byEnding[ending.toLowerCase()] ?? mime,
    };
    this.#byId.set(id, file);
    this.#byPath.set(file.path, file);
    return file;
  }

  /**
   * The file a bot sends: a new one, or one the server has.
   * @throws {Refusal} when it is too large, of another kind, or not known
   */
  fromBot(kind: FileKind, input: Upload | string): StoredFile {
    if (typeof input !== "string") {
      if (input.bytes.length === 0) throw badRequest("file must be non-empty");
      if (input.bytes.length > UPLOAD_LIMIT) throw new Refusal(413, "Request Entity Too Large");
      if (kind === "Photo" && input.bytes.length > PHOTO_LIMIT) {
        throw badRequest(
          `file of size ${input.bytes.length} bytes is too big for a photo; the maximum size is ${PHOTO_LIMIT} bytes`,
        );
      }
      return this.keep(kind, input);
    }
    const known = this.#byId.get(input);
    if (known === undefined) throw badRequest("wrong file identifier/HTTP URL specified");
    if (known.kind !== kind) throw badRequest(`can't use file of type ${known.kind} as ${kind}`);
    return known;
  }

  /** @throws {Refusal} for an unknown id, or a file over the 20 MB a bot may fetch */
  describe(id: string): File {
    const file = this.#byId.get(id);
    if (file === undefined) throw badRequest("invalid file_id");
    if (file.bytes.length > DOWNLOAD_LIMIT) throw badRequest("file is too big");
    return {
      file_id: file.id,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: file.path,
    };
  }

  /** The file behind a file_id of any message; undefined when there is none. */
  byId(id: string): StoredFile | undefined {
    return this.#byId.get(id);
  }

  byPath(path: string): StoredFile | undefined {
    return this.#byPath.get(path);
  }
}
