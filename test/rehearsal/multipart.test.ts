import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMultipart } from "../../src/rehearsal/bot-api/multipart.ts";

/** A form as the platform's own fetch writes it. */
async function written(form: FormData): Promise<[Buffer, string]> {
  const response = new Response(form);
  return [Buffer.from(await response.arrayBuffer()), response.headers.get("content-type") ?? ""];
}

describe("a multipart body", () => {
  it("comes out as it went in, whatever its bytes and names", async () => {
    const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text));
    const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !/[\r\n%\\]/.test(text));
    await fc.assert(
      fc.asyncProperty(line, name, fc.uint8Array(), async (value, filename, bytes) => {
        const form = new FormData();
        form.set("text", value);
        form.set("file", new File([bytes], filename, { type: "image/png" }));
        const { values, uploads } = readMultipart(...(await written(form)));
        expect(values).toEqual({ text: value });
        expect(uploads.get("file")).toEqual({ bytes: Buffer.from(bytes), name: filename, mime: "image/png" });
      }),
    );
  });

  it("may name files without quotes, as grammY does", () => {
    const body = [
      "--x",
      'content-disposition:form-data;name="a";filename=Итоги, день 1.docx',
      "content-type:application/octet-stream",
      "",
      "bytes\r\n--y",
      "--x--",
      "",
    ].join("\r\n");
    const { uploads } = readMultipart(Buffer.from(body), "multipart/form-data; boundary=x");
    expect(uploads.get("a")).toMatchObject({
      name: "Итоги, день 1.docx",
      bytes: Buffer.from("bytes\r\n--y"),
    });
  });

  it("is refused without a boundary", () => {
    expect(() => readMultipart(Buffer.from(""), "multipart/form-data")).toThrow(
      "Bad Request: boundary field not found",
    );
  });
});
