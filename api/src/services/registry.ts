import { z } from 'zod';
import { say } from '@relance/workflows/messages';
import { NODES } from '@relance/workflows/nodes';
import type { Allowed } from '../context.ts';
import type * as schemas from '../schemas/registry.ts';

/** What a scenario may be drawn with. */
export async function listNodeTypes(_allowed: Allowed): Promise<z.infer<typeof schemas.nodeTypes>> {
  return {
    items: NODES.map(({ type, schema, outcomes, outcomesFrom, example }) => ({
      type,
      configSchema: z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }),
      outcomes: outcomes.map(({ id, label, onlyWith }) => ({
        id,
        label: say({ key: label }, 'en'),
        optional: onlyWith !== undefined,
      })),
      ...(outcomesFrom !== null && { outcomesFrom }),
      example: { config: example },
    })),
  };
}
