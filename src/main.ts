/** `npm start`. */
import { runProgram } from "./program.ts";

await runProgram();
