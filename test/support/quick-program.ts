/** The real program, as `npm start` runs it, but that it soon notices when another process of it has died. */
import { usualIntake } from "../../src/chat/intake.ts";
import { usualTimes } from "../../src/delivery/worker.ts";
import { runProgram } from "../../src/program.ts";

await runProgram({
  // Longer than a busy machine keeps a process waiting: one that lives must not be taken for dead.
  delivery: { ...usualTimes, stalledAfter: 3000 },
  intake: { ...usualIntake, tenure: { lease: 2000, every: 200 } },
});
