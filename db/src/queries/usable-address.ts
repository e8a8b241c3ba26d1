import { sql } from 'drizzle-orm';

/** Whether a row of `person p` can be written to by e-mail. */
export const usableAddress = sql`(btrim(coalesce(p.email, '')) <> '' and p.email_status = 'usable')`;
