/** Files people send, as bytes. */
import { type Api, GrammyError, HttpError } from "grammy";

/** Bots may download so much of a file (Bot API, getFile), in bytes. */
export const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

export type Download =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: "too big" | "no answer" };

/** Downloads a file by its file id, at most `most` bytes of it. */
export async function download(api: Api, fileId: string, most = DOWNLOAD_LIMIT): Promise<Download> {
  try {
    const { file_path: path, file_size: size = 0 } = await api.getFile(fileId);
    if (size > most) return { ok: false, why: "too big" };
    if (path === undefined) return { ok: false, why: "no answer" };
    const root = api.options?.apiRoot ?? "https://api.telegram.org";
    const response = await fetch(`${root}/file/bot${api.token}/${path}`);
    if (!response.ok) return { ok: false, why: "no answer" };
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.byteLength > most ? { ok: false, why: "too big" } : { ok: true, bytes };
  } catch (error) {
    if (error instanceof GrammyError && error.description.includes("too big"))
      return { ok: false, why: "too big" };
    // fetch says so when nobody answers.
    if (error instanceof GrammyError || error instanceof HttpError || error instanceof TypeError)
      return { ok: false, why: "no answer" };
    throw error;
  }
}
