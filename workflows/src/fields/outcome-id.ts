import { z } from 'zod';

/** Id of an outcome, a form's field or an option: a key of plans, edges and answers. */
export const outcomeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'config.id');

/** Refuses two members with one id, and ids that the node type keeps for itself. */
export function refuseDuplicates(reserved: string[] = []): (items: { id: string }[], context: z.RefinementCtx) => void {
  return (items, context) => {
    const seen = new Set(reserved);
    items.forEach(({ id }, index) => {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: 'config.id-taken' });
      seen.add(id);
    });
  };
}
