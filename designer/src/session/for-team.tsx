import type { ReactNode } from 'react';
import { useSession } from './use-session.ts';

const TEAM = ['manager', 'collector', 'admin'];

/** What those who only read have no use for: the server would refuse it. */
export function ForTeam({ children }: { children: ReactNode }) {
  const { role } = useSession();
  return TEAM.includes(role) ? children : null;
}
