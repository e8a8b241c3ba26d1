import * as schemas from '../schemas/outbox.ts';
import { nothing } from '../schemas/registry.ts';
import { countOutbox, dropPlanned, holdPlanned, listOutbox, sendPlanned } from '../services/outbox.ts';
import { editPlanned, previewOutbox } from '../services/outbox-preview.ts';
import { procedure, router } from '../trpc.ts';

export const outboxRouter = router({
  list: procedure
    .input(schemas.outboxList)
    .output(schemas.outbox)
    .query(({ ctx, input }) => listOutbox(ctx, input)),
  counts: procedure
    .input(nothing)
    .output(schemas.outboxCounts)
    .query(({ ctx }) => countOutbox(ctx)),
  preview: procedure
    .input(schemas.outboxPreview)
    .output(schemas.outboxPreviewed)
    .query(({ ctx, input }) => previewOutbox(ctx, input)),
  send: procedure
    .input(schemas.outboxSend)
    .output(schemas.outboxDone)
    .mutation(({ ctx, input }) => sendPlanned(ctx, input)),
  hold: procedure
    .input(schemas.outboxHold)
    .output(schemas.outboxDone)
    .mutation(({ ctx, input }) => holdPlanned(ctx, input)),
  drop: procedure
    .input(schemas.outboxDrop)
    .output(schemas.outboxDone)
    .mutation(({ ctx, input }) => dropPlanned(ctx, input)),
  edit: procedure
    .input(schemas.outboxEdit)
    .output(schemas.outboxPreviewed)
    .mutation(({ ctx, input }) => editPlanned(ctx, input)),
});
