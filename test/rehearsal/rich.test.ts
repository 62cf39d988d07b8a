/** Rich messages of the local Bot API: what it shows, what it refuses, and a server that has none. */
import type { InputRichBlock } from "grammy/types";
import { expect, it } from "vitest";
import { person } from "../../src/rehearsal/people.ts";
import { refused, server } from "./setup.ts";

const later = { wait: false } as const;
const paragraph = (text: string): InputRichBlock => ({ type: "paragraph", text });

async function begin(options: Parameters<typeof server>[0] = {}) {
  const { api, telegram } = await server(options);
  const reader = person(api, { firstName: "Анна" });
  await reader.sends("/start", later);
  const send = (blocks: InputRichBlock[]) => telegram.sendRichMessage(reader.id, { blocks });
  return { api, telegram, reader, send };
}

it("is read with its folds and tables, and can become a text", async () => {
  const { reader, send, telegram } = await begin();
  const cell = (text: string) => ({ text, align: "left" as const, valign: "top" as const });
  const { message_id } = await send([
    { type: "heading", size: 1, text: "Программа" },
    {
      type: "details",
      summary: { type: "bold", text: "Четверг" },
      blocks: [paragraph("Завтрак")],
      is_open: true,
    },
    { type: "table", cells: [[cell("10:00"), cell("Встреча")]] },
  ]);
  const seen = await reader.sees("Программа\n▾ Четверг\nЗавтрак\n10:00 | Встреча");
  expect(seen.rich_message?.blocks).toHaveLength(3);
  await telegram.editMessageText(reader.id, message_id, "Проще");
  await reader.sees("Проще");
});

it("is refused beyond Telegram's limits, and where it cannot be shown", async () => {
  const { api, send } = await begin();
  expect(await refused(send([]))).toBe("Bad Request: rich message must be non-empty");
  expect(await refused(send([paragraph("я".repeat(32_769))]))).toBe("Bad Request: rich message is too long");
  expect(await refused(send(Array.from({ length: 501 }, () => paragraph("x"))))).toContain("too long");
  const cells = [
    Array.from({ length: 21 }, () => ({ text: "x", align: "left" as const, valign: "top" as const })),
  ];
  expect(await refused(send([{ type: "table", cells }]))).toContain("too many columns");
  const map = {
    type: "map" as const,
    location: { latitude: 56, longitude: 92 },
    zoom: 15,
    width: 9000,
    height: 2000,
  };
  expect(await refused(send([paragraph("x"), map]))).toContain("invalid map size");
  expect(api.report.unknown).toEqual([]);
  await refused(send([{ type: "pullquote", text: "x" }]));
  expect(api.report.unknown).toEqual(["sendRichMessage.rich_message.blocks.pullquote"]);
});

it("is a method an older server does not know", async () => {
  const { api, send } = await begin({ lacks: ["rich messages"] });
  expect(await refused(send([paragraph("x")]))).toBe("Not Found: method not found");
  expect(api.report.unknown).toEqual([]);
});
