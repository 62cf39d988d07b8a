import type { Draft } from "../../src/domain/drafts.ts";
import { applyEdits, type Edit } from "../../src/domain/edits.ts";
import type { Stage } from "../../src/rehearsal/stage.ts";
import type { ReleaseOutcome } from "../../src/storage/missions.ts";

/** Releases edits as an organiser would, without a chat; the ticker finds the new revision by itself. */
export async function release(
  { app: { store }, clock }: Pick<Stage, "app" | "clock">,
  mission: string,
  edits: readonly Edit[],
  { atOnce = false, owner = "somebody" }: { atOnce?: boolean; owner?: string } = {},
): Promise<ReleaseOutcome> {
  const inForce = await store.missions.inForce(mission);
  if (inForce === undefined) throw new Error(`There is no mission ${mission}`);
  const { programme, aside } = inForce;
  const applied = applyEdits({ mission: programme.mission, aside }, edits);
  if (!applied.ok) throw new Error(`The edits cannot be applied: ${JSON.stringify(applied).slice(0, 300)}`);
  const draft: Draft = { id: owner, base: programme.revision, edits, how: "change", atOnce, lastUpdate: 0 };
  const { stored } = await store.drafts.save(mission, owner, draft);
  return store.missions.release(mission, {
    base: programme.revision,
    state: applied.state,
    release: { at: clock.now(), atOnce, how: "change", by: owner },
    from: { owner, stored },
  });
}
