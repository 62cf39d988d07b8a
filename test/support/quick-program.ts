/** The real program, as `npm start` runs it, but that it soon notices when another process of it has died. */
import { usualIntake } from "../../src/chat/intake.ts";
import { usualTimes } from "../../src/delivery/worker.ts";
import { runProgram } from "../../src/program.ts";

await runProgram({
  // Longer than a busy machine keeps a process waiting.
  delivery: { ...usualTimes, stalledAfter: 2000 },
  intake: { ...usualIntake, tenure: { lease: 1000, every: 100 } },
});
