import { z } from 'zod';

/** Lists that the product itself carries: they take no input. */
export const nothing = z.strictObject({}).default({});

export const nodeTypes = z.object({
  items: z.array(
    z.object({
      type: z.string(),
      configSchema: z.record(z.string(), z.unknown()),
      outcomes: z.array(z.object({ id: z.string(), label: z.string(), optional: z.boolean() })),
      outcomesFrom: z.string().optional(),
      example: z.object({ config: z.unknown() }),
    }),
  ),
});
