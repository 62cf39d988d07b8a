/** How a revision's news has been received: who confirmed it, who has it before their eyes, who is still to be told. */
import type { Notice } from "./news.ts";

export const receptionStates = ["unconfirmed", "unreachable", "ahead", "confirmed"] as const;
export type ReceptionState = (typeof receptionStates)[number];

/** One person the revision touches. */
export interface Received {
  readonly seat: string;
  readonly state: ReceptionState;
  /** When it was confirmed; programme time. */
  readonly at?: number;
}

/** What is known of one member as to a revision. */
export interface Listener {
  readonly seat: string;
  readonly notice: Notice | undefined;
  readonly unreachable: boolean;
  /** Whether they are still owed news of it. */
  readonly owed: boolean;
}

/** Those a revision touches, whoever has not confirmed it first. */
export function receptionOf(listeners: readonly Listener[], revision: number): Received[] {
  const received = listeners.flatMap(({ seat, notice, unreachable, owed }): Received[] => {
    // A notice of a later revision tells of this one too, until it has been confirmed.
    const earlier = notice?.confirmedBefore?.find((one) => one.revision >= revision && one.after < revision);
    if (earlier !== undefined) return [{ seat, state: "confirmed", at: earlier.at }];
    const told = notice !== undefined && notice.revision >= revision && notice.from.revision < revision;
    if (told && notice.confirmedAt !== undefined)
      return [{ seat, state: "confirmed", at: notice.confirmedAt }];
    if (unreachable) return told || owed ? [{ seat, state: "unreachable" }] : [];
    if (told) return [{ seat, state: "unconfirmed" }];
    return owed ? [{ seat, state: "ahead" }] : [];
  });
  const place = ({ state }: Received) => receptionStates.indexOf(state);
  return received.sort((a, b) => place(a) - place(b));
}
