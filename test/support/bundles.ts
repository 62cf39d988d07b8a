import { build } from "esbuild";

/** What tests start in processes of their own, many times over. */
const entryPoints = {
  program: "src/main.ts",
  "quick-program": "test/support/quick-program.ts",
  "check-mission": "src/check-mission.ts",
  sender: "test/delivery/sender.ts",
};

/** Where it lies: beside `data`, which the program looks for two folders up. */
export function bundleOf(name: keyof typeof entryPoints): string {
  return `var/test/${name}.js`;
}

/** Puts each into one file before the tests begin: one file starts in half the time of two hundred. */
export default async function setup(): Promise<void> {
  await build({
    entryPoints,
    outdir: "var/test",
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
}
