import type { ApiError, ResponseParameters } from "@grammyjs/types";

/** A call the server does not carry out, in Telegram's own words. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.name = "Refusal";
    this.code = code;
    this.parameters = parameters;
  }

  /** The body of the answer: https://core.telegram.org/bots/api#making-requests */
  toJSON(): ApiError {
    const error: ApiError = { ok: false, error_code: this.code, description: this.message };
    return this.parameters === undefined ? error : { ...error, parameters: this.parameters };
  }
}

/** A field this server does not know: the method's name is added, and the call reported, where the call is known. */
export class UnknownField extends Error {
  constructor(path: string) {
    super(path);
    this.name = "UnknownField";
  }
}

export const badRequest = (reason: string, parameters?: ResponseParameters): Refusal =>
  new Refusal(400, `Bad Request: ${reason}`, parameters);

export const forbidden = (reason: string): Refusal => new Refusal(403, `Forbidden: ${reason}`);

export const conflict = (reason: string): Refusal => new Refusal(409, `Conflict: ${reason}`);

/** `seconds` is a whole number, at least 1. */
export const tooManyRequests = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

/** Refuses members that are not in `known`, so that nothing a bot asks for is silently left undone. */
export function knowsOnly(value: object, known: readonly string[], path: string): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) throw new UnknownField(`${path}.${name}`);
  }
}
