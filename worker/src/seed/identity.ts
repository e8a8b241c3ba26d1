import { newId, type Database } from '@relance/db';
import { apiKey, member, signInAccount, user, type Role } from '@relance/db/schema';
import { hashPassword } from 'better-auth/crypto';

export interface Person {
  key: 'claire' | 'karim' | 'nadia' | 'helene' | 'tom' | 'agency' | 'admin';
  name: string;
  email: string;
  role: Role;
}

export interface SeedAccount extends Person {
  id: string;
  password: string;
}

export const PEOPLE: readonly Person[] = [
  { key: 'claire', name: 'Claire Morel', email: 'claire@atelier-lumen.example', role: 'manager' },
  { key: 'karim', name: 'Karim Benali', email: 'karim@atelier-lumen.example', role: 'collector' },
  { key: 'nadia', name: 'Nadia Lefort', email: 'nadia@atelier-lumen.example', role: 'collector' },
  { key: 'helene', name: 'Hélène Vasseur', email: 'helene@atelier-lumen.example', role: 'legal' },
  { key: 'tom', name: 'Tom Garnier', email: 'tom@atelier-lumen.example', role: 'sales' },
  { key: 'agency', name: 'Agence Recouvria', email: 'dossiers@recouvria.example', role: 'agency' },
  { key: 'admin', name: 'Alix Perrin', email: 'admin@atelier-lumen.example', role: 'admin' },
];

/** The people of the demo and its manager's key, in one transaction. Role relance_auth. */
export async function insertIdentity(
  identity: Database,
  organisationId: string,
  accounts: readonly SeedAccount[],
  apiKeyHash: string,
): Promise<void> {
  const now = new Date();
  const stamps = { createdAt: now, updatedAt: now };
  const hashed = await Promise.all(
    accounts.map(async (account) => ({ ...account, hash: await hashPassword(account.password) })),
  );
  await identity.transaction(async (tx) => {
    await tx
      .insert(user)
      .values(hashed.map(({ id, name, email }) => ({ id, name, email, emailVerified: true, ...stamps })));
    await tx.insert(signInAccount).values(
      hashed.map(({ id, hash }) => ({
        id: newId(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: hash,
        ...stamps,
      })),
    );
    await tx
      .insert(member)
      .values(hashed.map(({ id, name, email, role }) => ({ userId: id, orgId: organisationId, role, name, email })));
    await tx
      .insert(apiKey)
      .values({ id: newId(), orgId: organisationId, role: 'manager', name: 'Démonstration', hash: apiKeyHash });
  });
}
