import { isEmailAddress } from '@relance/workflows/identity';
import { z } from 'zod';
import { givenId, id } from './id.ts';
import { filledLine, line } from './line.ts';
import { role } from './session.ts';
import { instant } from './time.ts';

export const invitationCreate = z.strictObject({
  email: line(254)
    .refine(isEmailAddress, 'one e-mail address')
    .overwrite((value) => value.toLowerCase()),
  name: filledLine(),
  role,
});

export const invitationCreated = z.object({
  id,
  /** Good once; shown here alone. */
  link: z.string(),
  expiresAt: instant,
});

export const invitationId = z.strictObject({ id: givenId });

export const invitations = z.object({
  items: z.array(
    z.object({
      id,
      email: z.string(),
      name: z.string(),
      role,
      expiresAt: instant,
      expired: z.boolean(),
      /** What became of the mail with the link. */
      mail: z.enum(['planned', 'sent', 'failed']).nullable(),
    }),
  ),
});

export const memberRole = z.strictObject({ userId: line(100), role });
export const memberRemove = z.strictObject({ userId: line(100) });
export const done = z.object({});
