import type { SQL } from 'drizzle-orm';

/** One thing that must never be true of an organisation, as a query for the rows that show it. */
export interface AuditRule {
  name: string;
  /** Answers a row for each violation; the auditor passes the rows of one organisation. */
  violations: (organisationId: string) => SQL;
}
