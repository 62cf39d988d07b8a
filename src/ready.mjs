/**
 * Makes a fresh clone ready: `node src/ready.mjs [--omit=dev] [--redis]` installs the packages where they lack or differ
 * from package-lock.json and, with --redis, a Redis server unless REDIS_URL names one. Says in a line what it does; is
 * silent and quick when there is nothing to do. Plain JavaScript without imports of packages, for it runs before them.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname ?? ".", "..");
const omitDev = process.argv.includes("--omit=dev");

if (!nodeIsNewEnough(process.versions.node)) {
  fail(
    `Attaché needs Node 20.19 or newer; this is ${process.versions.node}. Install the current LTS: https://nodejs.org`,
  );
}
if (!packagesAreThere()) installPackages();
const wantsRedis =
  process.argv.includes("--redis") && !process.env.REDIS_URL && !process.env.REDIS_URL_FOR_TESTS;
if (wantsRedis && !hasRedis()) installRedis();

function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** Compares what npm was to install with what it says it installed. */
function packagesAreThere() {
  const installed = lockedPackages("node_modules/.package-lock.json");
  return Object.entries(lockedPackages("package-lock.json")).every(([path, wanted]) => {
    const there = installed[path];
    if (there) return there.version === wanted.version && existsSync(join(root, path));
    // Optional packages are mostly binaries for other platforms.
    return path === "" || wanted.optional || wanted.devOptional || (omitDev && wanted.dev);
  });
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

function installPackages() {
  const args = [
    "ci",
    omitDev ? "--omit=dev" : "--include=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  say(`Installing packages: npm ${args[0]}`);
  // Inside `npm run` this is the very npm that was called, wherever it lies.
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? process.env.npm_execpath : undefined;
  const options = { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" };
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { ...options, shell: false })
    : spawnSync("npm", args, options);
  if (status !== 0) fail("The packages could not be installed. See above why; then run: npm ci");
}

function hasRedis() {
  return onPath("redis-server") || onPath("valkey-server");
}

function onPath(command) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return folder !== "";
    } catch {
      return false;
    }
  });
}

/** Tries this system's package manager: Redis, or Valkey where the distribution has moved to it. */
function installRedis() {
  const manager = packageManagers().find(({ command }) => onPath(command));
  if (!manager)
    fail("No Redis server is installed. Install redis-server or valkey-server, or set REDIS_URL.");
  const { command, prepare, install, names } = manager;
  const isRoot = process.getuid?.() === 0;
  // Homebrew refuses to run as root; the others need it, and nobody may be there to type a password.
  const asRoot = command === "brew" || isRoot ? [] : ["sudo", "-n"];
  const byHand = `${asRoot[0] ? "sudo " : ""}${[command, ...install, names[0]].join(" ")}`;
  say(`Installing a Redis server: ${byHand}`);
  let said = prepare ? run([...asRoot, command, ...prepare]) : "";
  for (const name of names) {
    said = run([...asRoot, command, ...install, name]);
    if (hasRedis()) return;
  }
  fail(`${said}\nThe Redis server could not be installed. Install it yourself: ${byHand}\nor set REDIS_URL.`);
}

function packageManagers() {
  const redisFirst = ["redis", "valkey"];
  const valkeyFirst = ["valkey", "redis"];
  return [
    {
      command: "apt-get",
      prepare: ["update", "-q"],
      install: ["install", "-y", "-q"],
      names: ["redis-server", "valkey-server"],
    },
    { command: "dnf", install: ["install", "-y"], names: valkeyFirst },
    { command: "yum", install: ["install", "-y"], names: redisFirst },
    { command: "apk", install: ["add", "--no-cache"], names: redisFirst },
    { command: "pacman", install: ["-Sy", "--noconfirm"], names: valkeyFirst },
    { command: "zypper", install: ["--non-interactive", "install"], names: redisFirst },
    { command: "brew", install: ["install"], names: redisFirst },
  ];
}

/** @returns what the command said, to be shown only if nothing helps */
function run([command, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", HOMEBREW_NO_AUTO_UPDATE: "1" };
  const { stdout, stderr, error } = spawnSync(command, args, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  return [stdout, stderr, error?.message].filter(Boolean).join("").trim();
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
