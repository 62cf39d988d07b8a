/** Files that take a while: made in the background, with one message that says how far it has come, and sent when done. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { InputFile } from "grammy";
import type { Language } from "../domain/mission.ts";
import { isOrganiser } from "../domain/seats.ts";
import { type FileKind, isFileKind, type Making, makingMessage } from "../messages/making.ts";
import { hasEnded } from "../storage/ledger.ts";
import { isRedisAway } from "../storage/redis.ts";
import { editSent } from "./editing.ts";
import type { FileTask, MadeFile } from "./made-files.ts";
import { type DeliveryParts, deliver, Later, type Recipient, written } from "./parcel.ts";
import type { DeliveryJob } from "./queue.ts";
import { readingFor } from "./reading.ts";
import { withSending } from "./sending.ts";
import { attempt, howToSend } from "./telegram.ts";

/** How often one file is offered to Telegram before the whole is put off. */
const SENDING_TRIES = 5;

/** How a job names what is to be made: kind, language, and the update that asked for it. */
export function aboutFile(kind: FileKind, language: Language, update: number): string {
  return [kind, language, update.toString(36)].join(".");
}

/** Makes and sends what a job asks for, once. @throws Later when it has to be tried again */
export async function settleFile(parts: DeliveryParts, job: DeliveryJob): Promise<void> {
  const { store, clock } = parts;
  const about = job.about ?? "";
  const [kind = "", language] = about.split(".");
  const [mission, member, ledger] = await Promise.all([
    store.missions.inForce(job.mission),
    store.people.member(job.mission, job.seat),
    store.ledger.of(job.mission, job.seat),
  ]);
  if (mission === undefined || member === undefined || !isFileKind(kind)) return;
  // Whoever no longer organises gets nothing of everybody's.
  if (kind !== "mine" && !isOrganiser(member.seat)) return;
  const now = clock.now();
  const reading = await readingFor(parts, mission, member, now);
  const recipient: Recipient = {
    ...member,
    parts,
    mission,
    reading,
    ended: (identity) => hasEnded(ledger.get(identity), now),
    entryOf: (identity) => ledger.get(identity),
  };
  if (recipient.ended(`file/${about}/end`)) return;
  const chosen =
    language === "en" || language === "ja" || language === "ru" ? language : reading.speech.language;
  const card = await beginCard(recipient, about, kind);
  if (card === undefined) return;
  const folder = await mkdtemp(path.join(tmpdir(), "attache-file-"));
  try {
    const made = await makeAndSend(recipient, about, {
      kind,
      language: chosen,
      mission,
      member,
      reading,
      folder,
      tell: card.tell,
    });
    await card.end(
      made.files === 0 ? { state: "nothing", leftOut: made.leftOut } : { state: "done", ...made },
    );
    await end(recipient, about, "delivered");
  } catch (error) {
    if (error instanceof Later) throw error;
    if (isRedisAway(error)) throw new Later("Redis is away");
    parts.log.error({ mission: job.mission, file: kind, err: error }, "a file could not be made");
    await card.end({ state: "failed" });
    await end(recipient, about, "failed");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeAndSend(
  recipient: Recipient,
  about: string,
  task: FileTask,
): Promise<{ files: number; leftOut: number }> {
  const making = recipient.parts.makes(task);
  for (let files = 0; ; files++) {
    const next = await making.next();
    if (next.done) return { files, leftOut: next.value.leftOut };
    const identity = `file/${about}/${files + 1}`;
    if (!recipient.ended(identity)) await sendFile(recipient, identity, next.value);
    await rm(next.value.path, { force: true });
  }
}

/** Sends one file, and enters it. Waiting is done here: to make everything once more would take longer. */
async function sendFile(recipient: Recipient, identity: string, file: MadeFile): Promise<void> {
  const { parts, mission, reading, seat, participant } = recipient;
  for (let tries = 1; ; tries++) {
    const result = await withSending({ priority: "answer" }, () =>
      attempt(participant.chat, (chat) =>
        parts.api.sendDocument(chat, new InputFile(file.path, file.name), howToSend({})),
      ),
    );
    if (result.kind === "sent") {
      const { chat, message } = result;
      const entry = { outcome: "delivered", at: reading.now, chat, message } as const;
      await parts.store.ledger.enter(mission.programme.mission.id, seat.id, new Map([[identity, entry]]));
      return;
    }
    if (result.kind !== "wait") throw new Error(`Telegram does not take the file: ${result.why}`);
    // Another process is to make it now, rather than find it in the hands of one that is gone.
    if (result.stopping || tries === SENDING_TRIES) throw new Later(result.why, result.ms);
    await sleep(result.ms ?? 1000 * tries);
  }
}

/** The one message that says how it goes. */
interface Card {
  readonly tell: (done: number) => void;
  readonly end: (making: Making) => Promise<void>;
}

/** Nothing where the reader cannot be written to. */
async function beginCard(recipient: Recipient, about: string, kind: FileKind): Promise<Card | undefined> {
  const { parts, reading } = recipient;
  const identity = `file/${about}`;
  const entry = recipient.entryOf(identity);
  const known =
    entry?.chat === undefined || entry.message === undefined
      ? undefined
      : { chat: entry.chat, message: entry.message };
  const where =
    known ??
    (await deliver(recipient, {
      identities: [identity],
      send: written(makingMessage(reading, kind, { state: "begun" })),
      silent: true,
      priority: "answer",
      expiresAt: Number.POSITIVE_INFINITY,
    }));
  if (where === undefined) return undefined;
  let shownAt = performance.now();
  let drawing = Promise.resolve();
  const draw = (making: Making) =>
    editSent(parts.api, where, makingMessage(reading, kind, making)).then(
      () => {},
      // How far it has come is told again soon; a deleted message is nobody's loss.
      (error: unknown) => {
        if (!(error instanceof Later)) throw error;
      },
    );
  return {
    tell: (done) => {
      if (performance.now() - shownAt < parts.cardEvery) return;
      shownAt = performance.now();
      drawing = drawing.then(() => draw({ state: "going", done }));
    },
    end: async (making) => {
      await drawing;
      await draw(making);
    },
  };
}

function end(recipient: Recipient, about: string, outcome: "delivered" | "failed"): Promise<void> {
  const { parts, mission, seat, reading } = recipient;
  const entry = { outcome, at: reading.now };
  const id = mission.programme.mission.id;
  return parts.store.ledger.enter(id, seat.id, new Map([[`file/${about}/end`, entry]]));
}
