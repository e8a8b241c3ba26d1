import { z } from 'zod';

/** A sentence as key and values: whoever shows it renders it in the reader's language. */
export const phrase = z
  .object({ key: z.string(), values: z.record(z.string(), z.unknown()).optional() })
  .meta({ id: 'Phrase' });
