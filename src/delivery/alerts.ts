/** What organisers are told at once: somebody cannot be reached, their chat is lost, a file on the server has changed. */
import { filePeople } from "../domain/file-people.ts";
import { isOrganiser } from "../domain/seats.ts";
import { programmeOf } from "../domain/timetable.ts";
import { chatLostAlert, unreachableAlert } from "../messages/alerts.ts";
import { fileDiffers } from "../messages/files.ts";
import type { BotMessage } from "../messages/message.ts";
import type { ChatKind } from "../storage/chats.ts";
import { settleAway } from "./absences.ts";
import { deliver, type Recipient, written } from "./parcel.ts";
import { delegationChat, organisersChat } from "./queue.ts";
import { settleMissing } from "./roll-calls.ts";

/** Tells an organiser, or their chat, what is about a seat or about the chat itself, if that is still so. */
export async function settleAlert(recipient: Recipient, about: string): Promise<void> {
  if (!isOrganiser(recipient.seat)) return;
  if (about.startsWith("away/")) return settleAway(recipient, about);
  if (about.startsWith("roll/")) return settleMissing(recipient, about);
  const alert = await alertAbout(recipient, about);
  if (alert === undefined || recipient.ended(alert.identity)) return;
  await deliver(recipient, {
    identities: [alert.identity],
    send: written(alert.message),
    silent: false,
    priority: "reminder",
    expiresAt: Number.POSITIVE_INFINITY,
  });
}

interface Alert {
  readonly identity: string;
  readonly message: BotMessage;
}

function alertAbout(recipient: Recipient, about: string): Promise<Alert | undefined> {
  if (about === "file") return changedFile(recipient);
  if (about === organisersChat) return lostChat(recipient, "organisers");
  return about === delegationChat ? lostChat(recipient, "delegation") : unreachable(recipient, about);
}

/** The file on the server has changed, unless somebody has decided about it already. */
async function changedFile({ parts, mission, reading }: Recipient): Promise<Alert | undefined> {
  const kept = await parts.store.drafts.of(mission.programme.mission.id, "file");
  const edit = kept?.draft.edits[0];
  if (edit?.do !== "replace") return undefined;
  const { id } = mission.programme.mission;
  const { people: listed } = edit.with.mission;
  const { people } = parts.store;
  const [seats, participants] = await Promise.all([people.seats(id), people.participants(id)]);
  const joined = new Set(participants.map(({ seat }) => seat));
  const programme = programmeOf(edit.with.mission, mission.programme.revision, edit.with.aside);
  return {
    identity: `alert/file.${kept?.draft.id}`,
    message: fileDiffers(reading, { ...mission, programme }, listed && filePeople(listed, seats, joined)),
  };
}

async function unreachable(
  { parts, mission, reading }: Recipient,
  about: string,
): Promise<Alert | undefined> {
  const subject = await parts.store.people.member(mission.programme.mission.id, about);
  const since = subject?.participant.unreachableSince;
  if (subject === undefined || since === undefined) return undefined;
  const identity = `alert/unreachable.${about}.${since}`;
  return { identity, message: unreachableAlert(reading, subject.seat) };
}

async function lostChat({ parts, mission, reading }: Recipient, kind: ChatKind): Promise<Alert | undefined> {
  const chat = await parts.store.chats.lastBound(mission.programme.mission.id, kind);
  if (chat?.lostAt === undefined) return undefined;
  const named = kind === "organisers" ? "chat-lost" : "delegation-lost";
  return { identity: `alert/${named}.${chat.lostAt}`, message: chatLostAlert(reading, chat.title, kind) };
}
