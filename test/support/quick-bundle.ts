import { build } from "esbuild";

/** Beside `data`, which the program looks for two folders up. */
export const quickBundle = "var/test/quick-program.js";

/**
 * Puts the quick program into one file before the tests begin: many processes of it are started, and one file starts in
 * half the time of two hundred.
 */
export default async function setup(): Promise<void> {
  await build({
    entryPoints: ["test/support/quick-program.ts"],
    outdir: "var/test",
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
}
