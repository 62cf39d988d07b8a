import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { access, chmod, lstat, mkdir, open, readFile, realpath } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import { type Claim, claim } from "./claim.ts";
import { findServer } from "./server-binary.ts";

/** The shortest limit of sockaddr_un.sun_path there is: 104 bytes on BSD and macOS, 108 on Linux. */
const socketPathLimit = 104;
const startTimeoutMs = 10_000;
const stopTimeoutMs = 10_000;
const longestBackOffMs = 2_000;

export interface EmbeddedRedis {
  /** The unix socket, as `connectRedis` takes it. */
  readonly url: string;
  /** Shuts the server down with its data whole on disk. */
  stop(): Promise<void>;
}

/**
 * Starts a private Redis under `dataDir`, or takes over one that a crash of this program left running, and restarts it
 * whenever it dies. It is reached by a unix socket only, and says a write is done when it is on disk.
 *
 * @throws an Error whose message tells the reader what to do: no server is installed, the folder cannot be written,
 *   another Attaché uses it, or the server does not start
 */
export async function startEmbeddedRedis(options: { dataDir: string; log: Log }): Promise<EmbeddedRedis> {
  const binary = await findServer();
  const dir = await privateDir(options.dataDir);
  const sockets = await socketDir(dir);
  const owner = await claim(join(sockets, "owner.sock"));
  if (!owner) {
    throw new Error(
      `Another Attaché is using DATA_DIR ${options.dataDir}. Stop it, or give this one a DATA_DIR of its own.`,
    );
  }
  const server = new Server({ binary, dir, socket: join(sockets, "redis.sock"), owner, log: options.log });
  try {
    await server.start();
  } catch (error) {
    await owner.release();
    throw error;
  }
  return server;
}

interface Place {
  readonly binary: string;
  readonly dir: string;
  readonly socket: string;
  readonly owner: Claim;
  readonly log: Log;
}

class Server implements EmbeddedRedis {
  readonly #place: Place;
  /** Stays open while the server lives: its end is how a death is noticed, of a child and of an orphan alike. */
  #lifeline: Socket | undefined;
  #child: ChildProcess | undefined;
  #stopping = false;
  #restarting: Promise<void> = Promise.resolve();

  constructor(place: Place) {
    this.#place = place;
  }

  get url(): string {
    return this.#place.socket;
  }

  async start(): Promise<void> {
    const { binary, dir, log } = this.#place;
    if ((await this.#ask("PING")) !== undefined) {
      if (!this.#child) log.info({ dir }, "took over the Redis an earlier run left behind");
    } else {
      await this.#childIsGone();
      this.#child = await this.#spawn();
      log.info({ dir, binary }, "started a Redis of our own");
    }
    await this.#untilReady();
    this.#watch();
  }

  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    await this.#restarting;
    const lifeline = this.#lifeline;
    if (lifeline && !lifeline.destroyed) {
      const gone = new Promise<boolean>((resolve) => lifeline.once("close", () => resolve(true)));
      // NOSAVE is about the RDB snapshot; the AOF is always flushed first: https://redis.io/commands/shutdown
      lifeline.write("SHUTDOWN NOSAVE\r\n");
      if (!(await Promise.race([gone, sleep(stopTimeoutMs, false, { ref: false })]))) {
        this.#place.log.warn("Redis did not stop when asked; what it confirmed is on disk");
        lifeline.destroy();
        this.#child?.kill();
      }
    }
    await this.#place.owner.release();
  }

  #watch(): void {
    const lifeline = connect(this.#place.socket);
    this.#lifeline = lifeline;
    // Whatever the server writes here (the answer to SHUTDOWN, if it refuses) is read so that "close" can come.
    lifeline.resume().on("error", () => {});
    lifeline.once("close", () => {
      if (!this.#stopping) this.#restarting = this.#restart();
    });
  }

  /** Brings the server back on the same socket, for as long as that takes. */
  async #restart(): Promise<void> {
    for (let backOff = 100; !this.#stopping; backOff = Math.min(backOff * 2, longestBackOffMs)) {
      this.#place.log.error("the embedded Redis is gone; starting it again");
      try {
        await this.start();
        return;
      } catch (error) {
        this.#place.log.error({ err: error }, "the embedded Redis does not start");
        await sleep(backOff);
      }
    }
  }

  /** Two servers must never write one AOF. */
  async #childIsGone(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || hasEnded(child)) return;
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
  }

  async #spawn(): Promise<ChildProcess> {
    const { binary, dir, socket } = this.#place;
    const args = Object.entries({
      port: "0",
      unixsocket: socket,
      unixsocketperm: "700",
      dir,
      appendonly: "yes",
      appendfsync: "always",
      save: "",
      "maxmemory-policy": "noeviction",
      daemonize: "no",
      loglevel: "warning",
      logfile: "",
    }).flatMap(([name, value]) => [`--${name}`, value]);
    const output = await open(this.#logFile, "w", 0o600);
    try {
      // In a session of its own: Ctrl+C stops us first, and we stop it once everything is written.
      const child = spawn(binary, args, { detached: true, stdio: ["ignore", output.fd, output.fd] });
      child.on("error", (error) => this.#place.log.error({ err: error }, "Redis cannot be run"));
      child.unref();
      return child;
    } finally {
      await output.close();
    }
  }

  /** Waits until the server takes commands; one that loads a large file may take its time. */
  async #untilReady(): Promise<void> {
    const deadline = performance.now() + startTimeoutMs;
    for (;;) {
      const answer = await this.#ask("PING");
      if (answer?.startsWith("+PONG")) return;
      const loading = answer?.startsWith("-LOADING") ?? false;
      const dead = this.#child && hasEnded(this.#child);
      if (dead || (!loading && performance.now() > deadline)) {
        await this.#childIsGone();
        const said = (await readFile(this.#logFile, "utf8").catch(() => "")).trim().split("\n").slice(-3);
        throw new Error(
          `The embedded Redis (${this.#place.binary}) did not start; it says: ${said.join(" ")}\n` +
            `Look into ${this.#place.dir}, or set REDIS_URL to a Redis of your own.`,
        );
      }
      await sleep(20);
    }
  }

  get #logFile(): string {
    return join(this.#place.dir, "redis.log");
  }

  /** The first line of the server's answer to a command without arguments; `undefined` when nobody answers. */
  #ask(command: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      const connection = connect(this.#place.socket, () => connection.write(`${command}\r\n`));
      connection.setEncoding("latin1").setTimeout(1000, () => connection.destroy());
      connection.once("data", (answer: string) => {
        resolve(answer.split("\r\n")[0]);
        connection.destroy();
      });
      connection.on("error", () => {}).once("close", () => resolve(undefined));
    });
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** The folder of the data, for this user only; its real path, so that two names of one folder are one claim. */
async function privateDir(dataDir: string): Promise<string> {
  const dir = join(dataDir, "redis");
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await chmod(dir, 0o700);
    await access(dir, constants.W_OK);
    return await realpath(dir);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`DATA_DIR ${dataDir} cannot be used: ${why}. Give this user the right to write there.`);
  }
}

/** Where the sockets lie: beside the data, or under a hashed name in the temporary folder when that path is too long. */
async function socketDir(dir: string): Promise<string> {
  if (Buffer.byteLength(join(dir, "owner.sock")) < socketPathLimit) return dir;
  const short = join(tmpdir(), `attache-${createHash("sha256").update(dir).digest("hex").slice(0, 16)}`);
  await mkdir(short, { recursive: true, mode: 0o700 });
  // The temporary folder is everybody's: somebody else may have laid this name there for us to trust.
  const { uid, mode } = await lstat(short);
  if (uid !== process.getuid?.() || (mode & 0o170077) !== constants.S_IFDIR) {
    throw new Error(`${short} is not this user's own private folder. Remove it, or use a shorter DATA_DIR.`);
  }
  return short;
}
