import type { Database } from '@relance/db';
import { sql } from 'drizzle-orm';
import { CONTACT_RULES } from './contact-rules.ts';
import { LEDGER_RULES } from './ledger-rules.ts';
import type { AuditRule } from './rule.ts';

export const AUDIT_RULES: readonly AuditRule[] = [...CONTACT_RULES, ...LEDGER_RULES];

export interface Violation {
  rule: string;
  row: unknown;
}

/** What an outsider with nothing but the rows finds wrong in an organisation. Empty: nothing. */
export async function auditOrganisation(owner: Database, organisationId: string): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { name, violations } of AUDIT_RULES) {
    const { rows } = await owner.execute(sql`${violations(organisationId)}`);
    found.push(...rows.map((row) => ({ rule: name, row })));
  }
  return found;
}
