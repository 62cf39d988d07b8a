import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "vitest";
import { bundleOf } from "./bundles.ts";

/** The program as `npm start` runs it; the same in one file; or noticing sooner that another process of it has died. */
const ways = {
  usual: ["--import", "tsx", "src/main.ts"],
  bundled: [bundleOf("program")],
  quick: [bundleOf("quick-program")],
};
export type Way = keyof typeof ways;

/** The real program, with nothing from this environment but what it needs to run at all. */
export function spawnProgram(
  env: Record<string, string>,
  way: Way = "usual",
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ways[way], {
    env: { PATH: process.env.PATH ?? "", PORT: "0", ...env },
  });
}

/** A process of the program, watched by what it says. */
export class Program {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<unknown[]>;
  log = "";

  constructor(env: Record<string, string>, way: Way = "usual") {
    this.#child = spawnProgram(env, way);
    this.#ended = once(this.#child, "exit");
    this.#child.stdout.on("data", (chunk: Buffer) => (this.log += chunk.toString()));
    this.#child.stderr.on("data", (chunk: Buffer) => (this.log += chunk.toString()));
  }

  /** Waits until it serves. */
  async isUp(): Promise<void> {
    await expect.poll(() => this.log, { timeout: 15_000 }).toContain("Attaché is at your service");
  }

  /** A path of its own HTTP server. */
  async get(path: string): Promise<Response> {
    const port = /"port":(\d+),"msg":"HTTP is served"/.exec(this.log)?.[1];
    return fetch(`http://127.0.0.1:${port}${path}`);
  }

  async polls(): Promise<boolean> {
    return (await (await this.get("/metrics")).text()).includes("attache_poller 1\n");
  }

  /** Sends a signal and waits for the end; the answer is the exit code, null if the signal ended it. */
  async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    this.#child.kill(signal);
    const [code] = await this.#ended;
    return code as number | null;
  }
}
