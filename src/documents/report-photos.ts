/** Pictures people took, made fit for a page: upright, no wider than it is printed, and without where they were taken. */
import { createCanvas, loadImage } from "@napi-rs/canvas";

export interface Picture {
  /** JPEG. */
  readonly bytes: Uint8Array;
  /** Pixels as placed on the page, 96 to the inch. */
  readonly width: number;
  readonly height: number;
}

/** 12.5 cm, and so high that two fit on a page. */
const most = { width: 472, height: 400 };
/** Twice as many dots as the page shows. */
const density = 2;

/** A picture for the page; nothing where the bytes are none of the kinds phones and scanners make. */
export async function pictureFor(bytes: Uint8Array): Promise<Picture | undefined> {
  if (!isPicture(bytes)) return undefined;
  try {
    const image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (image.width === 0 || image.height === 0) return undefined;
    const scale = Math.min(1, most.width / image.width, most.height / image.height);
    const width = Math.max(1, Math.round(image.width * scale));
    const height = Math.max(1, Math.round(image.height * scale));
    const dots = Math.min(density, 1 / scale);
    const canvas = createCanvas(
      Math.max(1, Math.round(width * dots)),
      Math.max(1, Math.round(height * dots)),
    );
    const paper = canvas.getContext("2d");
    paper.fillStyle = "#ffffff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { bytes: new Uint8Array(await canvas.encode("jpeg", 82)), width, height };
  } catch {
    // A file broken off in the middle is no picture.
    return undefined;
  }
}

/** JPEG, PNG or WebP by their first bytes. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return (
    head.startsWith("\xFF\xD8\xFF") ||
    head.startsWith("\x89PNG") ||
    (head.startsWith("RIFF") && head.endsWith("WEBP"))
  );
}
