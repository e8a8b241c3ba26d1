import * as schemas from '../schemas/task.ts';
import { nothing } from '../schemas/registry.ts';
import { completeTask } from '../services/task-complete.ts';
import { previewTask } from '../services/task-preview.ts';
import { recapTask } from '../services/task-recap.ts';
import { claimTask, countTasks, getTask, listTasks, releaseTask } from '../services/task.ts';
import { procedure, router } from '../trpc.ts';

export const tasksRouter = router({
  list: procedure
    .input(schemas.taskList)
    .output(schemas.tasks)
    .query(({ ctx, input }) => listTasks(ctx, input)),
  get: procedure
    .input(schemas.taskGet)
    .output(schemas.taskSheet)
    .query(({ ctx, input }) => getTask(ctx, input)),
  counts: procedure
    .input(nothing)
    .output(schemas.taskCounts)
    .query(({ ctx }) => countTasks(ctx)),
  preview: procedure
    .input(schemas.taskPreview)
    .output(schemas.preview)
    .query(({ ctx, input }) => previewTask(ctx, input)),
  recap: procedure
    .input(schemas.taskRecap)
    .output(schemas.recap)
    .query(({ ctx, input }) => recapTask(ctx, input)),
  claim: procedure
    .input(schemas.taskClaim)
    .output(schemas.task)
    .mutation(({ ctx, input }) => claimTask(ctx, input)),
  release: procedure
    .input(schemas.taskClaim)
    .output(schemas.task)
    .mutation(({ ctx, input }) => releaseTask(ctx, input)),
  complete: procedure
    .input(schemas.taskComplete)
    .output(schemas.task)
    .mutation(({ ctx, input }) => completeTask(ctx, input)),
});
