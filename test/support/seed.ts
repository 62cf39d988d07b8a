/** Runs before each test file: what fast-check makes is the same in every run of the suite. */
import fc from "fast-check";
import { runs, seed } from "./runs.ts";

fc.configureGlobal({ seed, numRuns: runs(100) });
