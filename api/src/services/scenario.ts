import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/scenario.ts';

export function listScenarios(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.scenarioList>,
): Promise<z.infer<typeof schemas.scenarios>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function getScenario(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.scenarioGet>,
): Promise<z.infer<typeof schemas.scenario>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function createScenario(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.scenarioCreate>,
): Promise<z.infer<typeof schemas.scenarioCreated>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function saveDraft(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.draftSave>,
): Promise<z.infer<typeof schemas.draftSaved>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function publishScenario(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.publish>,
): Promise<z.infer<typeof schemas.published>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function renameScenario(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.rename>,
): Promise<z.infer<typeof schemas.renamed>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
