import { defineConfig } from "vitest/config";
import { runs } from "./test/support/runs.ts";

/** What measures a pace wants the machine for itself, and runs after everything else. */
const measuring = ["gate", "crash", "priority", "replicas"].map((name) => `test/delivery/${name}.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ["test/support/redis-server.ts", "test/support/bundles.ts"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: runs(20_000),
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "house",
          include: ["test/**/*.test.ts"],
          exclude: measuring,
          // Most tests wait for sockets rather than compute.
          maxWorkers: 2,
          // Half of the time would go into reading the program anew for every file; each has keys of its own in Redis.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "pace",
          include: measuring,
          maxWorkers: 1,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
