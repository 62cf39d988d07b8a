import { AsyncLocalStorage } from "node:async_hooks";

/** Who goes first. */
export const priorities = ["answer", "change", "reminder", "broadcast", "digest", "card"] as const;
export type Priority = (typeof priorities)[number];

/** What is known of a sending beyond its request. */
export interface Sending {
  readonly priority: Priority;
  /** Machine time in epoch milliseconds after which waiting for a permit is pointless. */
  readonly deadline?: number;
  /** Asked once the permit is there, if that took a while; false gives the sending up with {@link Outdated}. */
  readonly isStillTrue?: () => Promise<boolean>;
}

/** What was to be sent has become untrue while it waited. Nothing was sent. */
export class Outdated extends Error {
  override readonly name = "Outdated";
}

const sending = new AsyncLocalStorage<Sending>();

/** Runs `send` so that each of its requests passes the gate with this priority; without it, they are answers. */
export function withSending<T>(how: Sending, send: () => Promise<T>): Promise<T> {
  return sending.run(how, send);
}

/** How the present request is to be sent. */
export function presentSending(): Sending {
  return sending.getStore() ?? { priority: "answer" };
}
