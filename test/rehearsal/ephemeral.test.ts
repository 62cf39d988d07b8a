/** Ephemeral messages of the local Bot API: seen by one, numbered apart, taken back. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Group } from "../../src/rehearsal/people/groups.ts";
import { group, type Person, person } from "../../src/rehearsal/people.ts";
import { refused, server } from "./setup.ts";

let founder: Person;
let guest: Person;
let bus: Group;
const later = { wait: false } as const;

async function begin(lacks: Parameters<typeof server>[0] = {}) {
  const started = await server(lacks);
  founder = person(started.api, { firstName: "Анна" });
  guest = person(started.api, { firstName: "Пётр" });
  bus = await group(
    started.api,
    { title: "Автобус", members: [founder, guest], bot: "administrator" },
    later,
  );
  return started;
}

const onlyTo = ({ id }: Person) => ({ ephemeral_message_parameters: { receiver_user_id: id } });

describe("an ephemeral message", () => {
  let telegram: Awaited<ReturnType<typeof begin>>["telegram"];
  beforeEach(async () => {
    ({ telegram } = await begin());
  });

  it("is seen by its receiver only, and deleted by its own number", async () => {
    const sent = await telegram.sendMessage(bus.id, "Только вам", onlyTo(guest));
    expect([sent.message_id, sent.ephemeral_message_id, sent.receiver_user?.id]).toEqual([0, 1, guest.id]);
    await guest.in(bus).sees("Только вам");
    founder.in(bus).seesNot("Только вам");
    expect(founder.in(bus).screen()).not.toContain("Только вам");
    expect(await refused(telegram.deleteEphemeralMessage(bus.id, founder.id, 1))).toBe(
      "Bad Request: message to delete not found",
    );
    await telegram.deleteEphemeralMessage(bus.id, guest.id, 1);
    guest.in(bus).seesNot("Только вам");
  });

  it("is for administrators to send, in groups, to people who are there", async () => {
    const outsider = { id: 1 } as Person;
    expect(await refused(telegram.sendMessage(bus.id, "x", onlyTo(outsider)))).toBe(
      "Bad Request: user not found",
    );
    await founder.sends("/start", later);
    expect(await refused(telegram.sendMessage(founder.id, "x", onlyTo(founder)))).toContain("BOT_NOT_ADMIN");
    await bus.addsBot("member", later);
    expect(await refused(telegram.sendMessage(bus.id, "x", onlyTo(guest)))).toContain("BOT_NOT_ADMIN");
  });
});

describe("a server before Bot API 10.2", () => {
  it("shows everybody what was for one, and has no method to take it back", async () => {
    const { telegram } = await begin({ lacks: ["ephemeral messages"] });
    const sent = await telegram.sendMessage(bus.id, "Только вам", onlyTo(guest));
    expect(sent.ephemeral_message_id).toBeUndefined();
    await founder.in(bus).sees("Только вам");
    expect(await refused(telegram.deleteEphemeralMessage(bus.id, guest.id, 1))).toContain("Not Found");
  });
});
