import { z } from 'zod';
import { givenId, id } from './id.ts';
import { phrase } from './phrase.ts';
import { instant } from './time.ts';

export const whyGet = z.strictObject({ id: givenId });

/**
 * Why messages were sent, why others were not, and what comes next, as the rows and guards have it. Values `at` and
 * `until` of a phrase are instants or days.
 */
export const why = z.object({
  /** The newest first. */
  sent: z.array(z.object({ messageId: id, at: instant, phrases: z.array(phrase) })),
  /** What waits now first, then what was not sent, the newest first. `at` null: it is so now. */
  notSent: z.array(z.object({ invoiceId: id, at: instant.nullable(), phrases: z.array(phrase) })),
  /** In the order of time; `at` null: only a person or a fact brings it. */
  next: z.array(z.object({ at: instant.nullable(), invoiceId: id, phrases: z.array(phrase) })),
});
