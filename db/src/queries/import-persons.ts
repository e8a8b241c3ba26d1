import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import type { DebtorColumns } from './import-row.ts';

export interface PersonDraft {
  id: string;
  debtorId: string;
  name: string;
  role: string;
  email: string | null;
  phone: string | null;
  emailStatus: 'usable' | 'bounced';
  isNew: boolean;
  changed: boolean;
}

interface Merged {
  changed: boolean;
  /** A usable address came or became another one. */
  addressed: boolean;
}

const DEFAULT_ROLE = 'billing';

/** The persons of some debtors, brought up to what rows say about them; `drafts` lists those that have to be written. */
class Persons {
  private readonly byDebtor = new Map<string, PersonDraft[]>();

  constructor(persons: readonly PersonDraft[]) {
    for (const person of persons) this.of(person.debtorId).push(person);
  }

  /** A person is known by role and name; one that the file does not name, by its address too. */
  merge(debtorId: string, columns: DebtorColumns): Merged {
    const { contactName, email, phone } = columns;
    if (contactName === null && email === null && phone === null) return { changed: false, addressed: false };
    const role = columns.contactRole ?? DEFAULT_ROLE;
    const persons = this.of(debtorId);
    const named = persons.find((each) => each.role === role && same(each.name, contactName ?? ''));
    const reached = contactName === null && email ? persons.find((each) => same(each.email ?? '', email)) : undefined;
    const person = named ?? reached ?? this.add(debtorId, role, contactName ?? '');
    const before = person.email;
    const changed = person.isNew || (email !== null && email !== before) || (phone !== null && phone !== person.phone);
    if (!changed) return { changed: false, addressed: false };
    person.changed = true;
    person.phone = phone ?? person.phone;
    if (email === null || email === before) return { changed: true, addressed: false };
    person.email = email;
    person.emailStatus = 'usable';
    return { changed: true, addressed: true };
  }

  drafts(): PersonDraft[] {
    return [...this.byDebtor.values()].flat().filter((person) => person.changed);
  }

  private of(debtorId: string): PersonDraft[] {
    const persons = this.byDebtor.get(debtorId) ?? [];
    this.byDebtor.set(debtorId, persons);
    return persons;
  }

  private add(debtorId: string, role: string, name: string): PersonDraft {
    const person: PersonDraft = {
      id: newId(),
      debtorId,
      name,
      role,
      email: null,
      phone: null,
      emailStatus: 'usable',
      isNew: true,
      changed: true,
    };
    this.of(debtorId).push(person);
    return person;
  }
}

export async function readPersons(tx: Tx, organisationId: string, debtorIds: readonly string[]): Promise<Persons> {
  const found = await tx.execute<Omit<PersonDraft, 'isNew' | 'changed'> & Record<string, unknown>>(sql`
    select id, debtor_id as "debtorId", name, role, email, phone, email_status as "emailStatus" from person
    where org_id = ${organisationId} and debtor_id = any(${sql.param(debtorIds)}::uuid[]) order by id`);
  return new Persons(found.rows.map((row) => ({ ...row, isNew: false, changed: false })));
}

export async function writePersons(tx: Tx, organisationId: string, drafts: readonly PersonDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  await tx.execute(sql`
    insert into person (id, org_id, debtor_id, name, role, email, phone, email_status)
    select x.id, ${organisationId}, x."debtorId", x.name, x.role, x.email, x.phone, x."emailStatus"
    from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as x
      (id uuid, "debtorId" uuid, name text, role text, email text, phone text, "emailStatus" text)
    on conflict (id) do update
      set email = excluded.email, phone = excluded.phone, email_status = excluded.email_status`);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
