import { nothing } from '../schemas/registry.ts';
import * as schemas from '../schemas/template.ts';
import { getTemplate, listTemplates, resetTemplate, saveTemplate } from '../services/template.ts';
import { previewTemplate } from '../services/template-preview.ts';
import { procedure, router } from '../trpc.ts';

export const templatesRouter = router({
  list: procedure
    .input(nothing)
    .output(schemas.templates)
    .query(({ ctx }) => listTemplates(ctx)),
  get: procedure
    .input(schemas.templateGet)
    .output(schemas.template)
    .query(({ ctx, input }) => getTemplate(ctx, input)),
  save: procedure
    .input(schemas.templateSave)
    .output(schemas.template)
    .mutation(({ ctx, input }) => saveTemplate(ctx, input)),
  reset: procedure
    .input(schemas.templateReset)
    .output(schemas.template)
    .mutation(({ ctx, input }) => resetTemplate(ctx, input)),
  // asked by POST: a draft is longer than an address may be
  preview: procedure
    .input(schemas.templatePreview)
    .output(schemas.templatePreviewed)
    .mutation(({ ctx, input }) => previewTemplate(ctx, input)),
});
