import type { ResponseParameters } from "@grammyjs/types";
import { Refusal } from "./refusal.ts";
import { Signal } from "./signal.ts";

/** What goes wrong with a call. */
export type FaultKind =
  /** An answer of Telegram's; nothing is done. */
  | { readonly error_code: number; readonly description: string; readonly parameters?: ResponseParameters }
  /** The line breaks before anything is done. */
  | "cut before"
  /** It is done, and the line breaks before the answer. */
  | "cut after"
  /** No answer, and nothing done, until the client gives up. */
  | "hang"
  /** Nothing for so many milliseconds, then the line breaks. */
  | { readonly hang: number }
  /** A proxy's page instead of an answer; nothing is done. */
  | "html 502";

export interface Fault {
  readonly method?: string;
  readonly chat?: number;
  /** How many calls it strikes; 1 if not given. */
  readonly times?: number;
  readonly kind: FaultKind;
}

/** Trouble on request. */
export class Faults {
  /** The moment an outage begins. */
  readonly broken = new Signal<void>();
  #planned: { fault: Fault; left: number }[] = [];
  #outage = false;
  #latency = 0;

  /** The next call that fits goes wrong; faults strike in the order they were asked for. */
  next(fault: Fault): void {
    this.#planned.push({ fault, left: fault.times ?? 1 });
  }

  /** While on, every connection is broken at once, waiting pollers' too. */
  outage(state: "on" | "off"): void {
    this.#outage = state === "on";
    if (this.#outage) this.broken.emit();
  }

  /** Delays every call by so many milliseconds of machine time, as a slow line does. */
  latency(ms: number): void {
    this.#latency = ms;
  }

  get isOut(): boolean {
    return this.#outage;
  }

  get delay(): number {
    return this.#latency;
  }

  /** Takes the fault planned for this call, if there is one. */
  strike(method: string, chat: number | undefined): FaultKind | undefined {
    const planned = this.#planned.find(
      ({ fault }) =>
        (fault.method === undefined || fault.method === method) &&
        (fault.chat === undefined || fault.chat === chat),
    );
    if (planned === undefined) return undefined;
    planned.left -= 1;
    if (planned.left === 0) this.#planned = this.#planned.filter((other) => other !== planned);
    return planned.fault.kind;
  }
}

/** A planned answer as the refusal it looks like. */
export function plannedRefusal(kind: FaultKind): Refusal | undefined {
  if (typeof kind === "string" || "hang" in kind) return undefined;
  return new Refusal(kind.error_code, kind.description, kind.parameters);
}
