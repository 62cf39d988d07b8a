/** A pace for tests that are about something else: nobody's limits are in the way. */
import type { StageSet } from "../../src/rehearsal/stage.ts";

export const brisk: Pick<StageSet, "pace"> = {
  pace: {
    messagesPerSecond: 1000,
    allowances: { private: { messages: 1000, ms: 1000 }, group: { messages: 1000, ms: 1000 } },
  },
};
