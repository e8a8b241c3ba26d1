import * as schemas from '../schemas/import.ts';
import { createImport, getImport, listImports, listRejections } from '../services/import.ts';
import { confirmClosing, foreseeUndo, forgetReading, undoImport } from '../services/import-change.ts';
import { procedure, router } from '../trpc.ts';

export const importsRouter = router({
  list: procedure
    .input(schemas.importList)
    .output(schemas.imports)
    .query(({ ctx, input }) => listImports(ctx, input)),
  get: procedure
    .input(schemas.importGet)
    .output(schemas.importJob)
    .query(({ ctx, input }) => getImport(ctx, input)),
  rejections: procedure
    .input(schemas.rejectionList)
    .output(schemas.rejections)
    .query(({ ctx, input }) => listRejections(ctx, input)),
  create: procedure
    .input(schemas.importCreate)
    .output(schemas.importJob)
    .mutation(({ ctx, input }) => createImport(ctx, input)),
  confirmClosing: procedure
    .input(schemas.importGet)
    .output(schemas.importJob)
    .mutation(({ ctx, input }) => confirmClosing(ctx, input)),
  undoPreview: procedure
    .input(schemas.importGet)
    .output(schemas.importUndoForeseen)
    .query(({ ctx, input }) => foreseeUndo(ctx, input)),
  undo: procedure
    .input(schemas.importUndo)
    .output(schemas.importJob)
    .mutation(({ ctx, input }) => undoImport(ctx, input)),
  forgetReading: procedure
    .input(schemas.importGet)
    .output(schemas.importJob)
    .mutation(({ ctx, input }) => forgetReading(ctx, input)),
});
