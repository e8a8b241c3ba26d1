import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { trpc, type Outputs } from '../../api.ts';
import { useI18n } from '../../i18n/index.ts';
import { useSession } from '../../session/use-session.ts';
import { useTickCard } from '../../today/use-tick-card.ts';
import { Icon } from '../../ui/index.ts';
import { useEditor } from '../store/use-editor.ts';

type NodeStanding = Outputs['scenarios']['standing']['nodes'][number];
const NOBODY: ReadonlyMap<string, NodeStanding> = new Map();
const StandingContext = createContext(NOBODY);

const byNode = ({ nodes }: Outputs['scenarios']['standing']): ReadonlyMap<string, NodeStanding> =>
  new Map(nodes.map((each) => [each.nodeId, each]));

/** Tells each step of a published scenario how many live cases stand on it; seeing some ticks a card of the first page. */
export function StandingProvider({ children }: { children: ReactNode }) {
  const id = useEditor((state) => state.scenario.id);
  const published = useEditor((state) => state.published !== null);
  const { sandbox } = useSession().organisation;
  const standing = useQuery(trpc.scenarios.standing.queryOptions({ id }, { enabled: published, select: byNode })).data;
  const { mutate } = useTickCard();
  // a real organisation has no cards
  const lives = sandbox && standing !== undefined && standing.size > 0;
  useEffect(() => {
    if (lives) mutate({ card: 'scenario' });
  }, [lives, mutate]);
  return <StandingContext value={standing ?? NOBODY}>{children}</StandingContext>;
}

/** Live cases on one step, and what is left to pay on them. */
export function StepStanding({ id }: { id: string }) {
  const { t, f } = useI18n();
  const it = useContext(StandingContext).get(id);
  if (it === undefined) return null;
  const amounts = it.amounts.map((each) => f.moneyShort(each)).join(' · ');
  return (
    <span className="ed-standing" title={t('editor.standing', { count: it.cases, amounts })}>
      <Icon name="follow-up" size={12} />
      {f.count(it.cases)} · {amounts}
    </span>
  );
}
