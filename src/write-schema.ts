/** `npm run schema`: writes the JSON Schema with which editors complete and check a mission file while it is written. */
import { writeFileSync } from "node:fs";
import { missionJsonSchema } from "./domain/mission-json-schema.ts";

writeFileSync(new URL("../data/mission.schema.json", import.meta.url), missionJsonSchema());
