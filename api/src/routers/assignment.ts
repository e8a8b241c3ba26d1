import * as schemas from '../schemas/assignment.ts';
import { getAssignment, runAssignment, saveAssignment, setAssignment } from '../services/assignment.ts';
import { moveCases, previewMoves } from '../services/assignment-moves.ts';
import { previewAssignment } from '../services/assignment-preview.ts';
import { procedure, router } from '../trpc.ts';

export const assignmentRouter = router({
  get: procedure
    .input(schemas.assignmentGet)
    .output(schemas.assignment)
    .query(({ ctx }) => getAssignment(ctx)),
  save: procedure
    .input(schemas.assignmentSave)
    .output(schemas.assignment)
    .mutation(({ ctx, input }) => saveAssignment(ctx, input)),
  setOn: procedure
    .input(schemas.assignmentSetOn)
    .output(schemas.assignment)
    .mutation(({ ctx, input }) => setAssignment(ctx, input)),
  run: procedure
    .input(schemas.assignmentRun)
    .output(schemas.assignment)
    .mutation(({ ctx }) => runAssignment(ctx)),
  /** Writes nothing; a list of rules is too long for an address. */
  preview: procedure
    .input(schemas.assignmentPreview)
    .output(schemas.assignmentPreviewed)
    .mutation(({ ctx, input }) => previewAssignment(ctx, input)),
  previewMoves: procedure
    .input(schemas.movesPreview)
    .output(schemas.moves)
    .query(({ ctx }) => previewMoves(ctx)),
  move: procedure
    .input(schemas.move)
    .output(schemas.moved)
    .mutation(({ ctx, input }) => moveCases(ctx, input)),
});
