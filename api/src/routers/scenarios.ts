import * as schemas from '../schemas/scenario.ts';
import { standing } from '../schemas/today.ts';
import {
  createScenario,
  getScenario,
  listScenarios,
  publishScenario,
  renameScenario,
  saveDraft,
} from '../services/scenario.ts';
import { readScenarioStanding } from '../services/scenario-standing.ts';
import { procedure, router } from '../trpc.ts';

export const scenariosRouter = router({
  list: procedure
    .input(schemas.scenarioList)
    .output(schemas.scenarios)
    .query(({ ctx, input }) => listScenarios(ctx, input)),
  get: procedure
    .input(schemas.scenarioGet)
    .output(schemas.scenario)
    .query(({ ctx, input }) => getScenario(ctx, input)),
  standing: procedure
    .input(schemas.scenarioGet)
    .output(standing)
    .query(({ ctx, input }) => readScenarioStanding(ctx, input)),
  create: procedure
    .input(schemas.scenarioCreate)
    .output(schemas.scenarioCreated)
    .mutation(({ ctx, input }) => createScenario(ctx, input)),
  saveDraft: procedure
    .input(schemas.draftSave)
    .output(schemas.draftSaved)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),
  publish: procedure
    .input(schemas.publish)
    .output(schemas.published)
    .mutation(({ ctx, input }) => publishScenario(ctx, input)),
  rename: procedure
    .input(schemas.rename)
    .output(schemas.renamed)
    .mutation(({ ctx, input }) => renameScenario(ctx, input)),
});
