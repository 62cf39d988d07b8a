import { z } from "zod";
import { missionSchema } from "./mission.ts";

/**
 * The JSON Schema (draft 7, which every editor knows) of a mission file, as the text of data/mission.schema.json. It
 * says less than readMission does: an editor cannot see whether an id exists or an end comes after its start.
 */
export function missionJsonSchema(): string {
  const schema = z.toJSONSchema(missionSchema, { io: "input", target: "draft-7" });
  const heading = {
    title: "Attaché mission, format 1",
    description: "The programme of one delegation's trip",
  };
  return `${JSON.stringify({ ...heading, ...schema }, undefined, 2)}\n`;
}
