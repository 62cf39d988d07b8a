import { rm, stat } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Long enough for another program that found the same dead socket to have replaced ours. */
const settleMs = 50;

export interface Claim {
  release(): Promise<void>;
}

/**
 * Claims a place for this program alone, or gives `undefined` when another live program holds it. The claim is a
 * listening unix socket: unlike a pid file it ends with the program however that dies, and cannot be mistaken when a
 * pid is used again, as every container does with its first ones.
 *
 * @param socket the path of the socket, shorter than 104 bytes
 */
export async function claim(socket: string): Promise<Claim | undefined> {
  const free = await listen(socket);
  if (free) return held(free);
  if (await answers(socket)) return undefined;
  await rm(socket, { force: true });
  const server = await listen(socket);
  if (!server) return undefined;
  // Two programs may have removed the same dead socket one after the other: the file says whose came last.
  const { ino } = await stat(socket);
  await sleep(settleMs);
  const there = await stat(socket).catch(() => undefined);
  if (there?.ino === ino) return held(server);
  server.close();
  return undefined;
}

/** Whether something listens on the socket. */
export function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once("connect", () => {
      connection.destroy();
      resolve(true);
    });
    connection.once("error", () => resolve(false));
  });
}

function held(server: Server): Claim {
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(socket: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(socket, () => resolve(server));
  });
}
