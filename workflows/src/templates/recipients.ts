/** Somebody at the debtor's who can be written to. */
export interface Correspondent {
  name: string;
  role: string;
  email: string;
}

/** The persons in one of these roles, each address once; nobody has one: the first who can be written to. */
export function recipientsOf(persons: readonly Correspondent[], roles: readonly string[]): Correspondent[] {
  const named = persons.filter(({ role }) => roles.includes(role));
  const chosen = named.length > 0 ? named : persons.slice(0, 1);
  const seen = new Set<string>();
  return chosen.filter(({ email }) => {
    const address = email.toLowerCase();
    if (seen.has(address)) return false;
    seen.add(address);
    return true;
  });
}
