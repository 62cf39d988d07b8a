import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";

const howToInstall = `Attaché keeps its data in Redis and found neither redis-server nor valkey-server on PATH. Install one:
  Debian, Ubuntu:  sudo apt-get install redis-server
  Fedora:          sudo dnf install valkey
  Alpine:          apk add redis
  macOS:           brew install redis
or set REDIS_URL to a Redis of your own.`;

/**
 * Finds the Redis (or Valkey) server installed on this machine.
 *
 * @returns its full path
 * @throws an Error that says what to install, by system
 */
export async function findServer(): Promise<string> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const name of ["redis-server", "valkey-server"]) {
    for (const folder of folders) {
      const binary = join(folder, name);
      if (
        await access(binary, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return binary;
    }
  }
  throw new Error(howToInstall);
}
