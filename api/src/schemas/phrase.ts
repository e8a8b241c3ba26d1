import type { Text } from '@relance/workflows/messages';
import { z } from 'zod';

/** A sentence as key and values: whoever shows it renders it in the reader's language. */
export const phrase: z.ZodType<Text> = z
  .object({
    key: z.string(),
    get values() {
      return z.record(z.string(), z.union([z.string(), z.number(), phrase])).optional();
    },
  })
  .meta({ id: 'Phrase' });
