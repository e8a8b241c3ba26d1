import * as schemas from '../schemas/entity.ts';
import { nothing } from '../schemas/registry.ts';
import { createEntity, listEntities, updateEntity } from '../services/entity.ts';
import { procedure, router } from '../trpc.ts';

export const entitiesRouter = router({
  list: procedure
    .input(nothing)
    .output(schemas.entities)
    .query(({ ctx }) => listEntities(ctx)),
  create: procedure
    .input(schemas.entityCreate)
    .output(schemas.entity)
    .mutation(({ ctx, input }) => createEntity(ctx, input)),
  update: procedure
    .input(schemas.entityUpdate)
    .output(schemas.entity)
    .mutation(({ ctx, input }) => updateEntity(ctx, input)),
});
