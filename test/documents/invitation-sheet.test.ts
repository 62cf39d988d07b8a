import { createCanvas, loadImage } from "@napi-rs/canvas";
import { strFromU8, unzipSync } from "fflate";
import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { invitationSheet } from "../../src/documents/invitation-sheet.ts";

const entries = Array.from({ length: 14 }, (_, i) => ({
  who: ["Начальник протокола · Правительство", "儀典長 · 代表団", "Director & <Partner>"][i % 3] ?? "",
  link: `https://t.me/attache_bot?start=AbCdEfGhIjKlMnOpQrStU${i % 10}`,
  until: "Действует до 30 ноября включительно.",
}));
const words = { language: "ru", hint: "Наведите камеру.", orLink: "Или откройте ссылку:" };

/** What a phone's camera reads in a picture. */
async function scanned(picture: Uint8Array): Promise<string> {
  const image = await loadImage(Buffer.from(picture));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  return decodeQR({ width, height, data: context.getImageData(0, 0, width, height).data });
}

test("a sheet holds a card for each: who, the link in letters and as a code, its last day", async () => {
  const files = unzipSync(await invitationSheet({ title: "Приглашения: миссия", entries, words }));
  const document = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  for (const { who, link, until } of entries) {
    expect(document).toContain(who.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    expect(document).toContain(link);
    expect(document).toContain(until);
  }
  expect(document.match(/<w:tr>/g)).toHaveLength(entries.length);
  const codes = Object.entries(files).filter(([name]) => name.endsWith(".gif"));
  const read = await Promise.all(codes.map(([, bytes]) => scanned(bytes)));
  expect(read.sort()).toEqual([...new Set(entries.map(({ link }) => link))].sort());
});

test("it is A4, and no card is cut in two by the end of a page", async () => {
  const files = unzipSync(await invitationSheet({ title: "Invitations", entries, words }));
  const document = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(document.match(/<w:cantSplit/g)).toHaveLength(entries.length);
});
