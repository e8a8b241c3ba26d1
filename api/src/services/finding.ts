import type { z } from 'zod';
import { message, type Finding } from '@relance/workflows/lint';
import type { finding } from '../schemas/scenario.ts';

/** A finding as the API tells it: a sentence for systems, key and values for pages. */
export function findingOf({ message: text, rule, severity, nodeId, path }: Finding): z.infer<typeof finding> {
  return {
    rule,
    severity,
    ...(nodeId !== undefined && { nodeId }),
    ...(path !== undefined && { path }),
    message: message({ message: text }, 'en'),
    text,
  };
}
