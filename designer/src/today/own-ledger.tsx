import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Card, Icon } from '../ui/index.ts';
import type { Today } from './today.ts';

const STAGES = ['organisation', 'ledger', 'scenario', 'rules', 'sender', 'sending'] as const;
type Stage = (typeof STAGES)[number];
type To = '/organisations/new' | '/imports/new' | '/scenarios' | '/assignment' | '/settings/entities' | '/outbox';

const PLACES: Record<Stage, To> = {
  organisation: '/organisations/new',
  ledger: '/imports/new',
  scenario: '/scenarios',
  rules: '/assignment',
  sender: '/settings/entities',
  sending: '/outbox',
};

/** The way from nothing to the first confirmed message, and where somebody is on it. Nobody but managers can go it. */
export function OwnLedger({ today: { sandbox, scenario, setUp } }: { today: Today }) {
  const { t } = useI18n();
  const { role } = useSession();
  if (role !== 'manager' || (!sandbox && setUp.sending)) return null;
  const done: Record<Stage, boolean> = {
    organisation: !sandbox,
    ledger: !sandbox && setUp.invoices,
    scenario: !sandbox && scenario !== null,
    rules: !sandbox && setUp.assignment,
    sender: !sandbox && setUp.invoices && !setUp.gaps,
    sending: !sandbox && setUp.sending,
  };
  const stages = STAGES.filter((stage) => stage !== 'organisation' || sandbox);
  const next = stages.find((stage) => !done[stage]);
  return (
    <Card title={t('today.own.title')} aside={t('today.own.aside')}>
      <p className="today-own-text">{t(sandbox ? 'today.own.text' : 'today.own.text-real')}</p>
      <ol className="today-own">
        {stages.map((stage) => (
          <li
            key={stage}
            className={done[stage] ? 'is-done' : undefined}
            aria-current={stage === next ? 'step' : undefined}
          >
            {done[stage] ? <Icon name="check" label={t('today.steps.ticked')} /> : <Icon name="chevron-right" />}
            {stage === next ? (
              <Link to={PLACES[stage]} className="ui-button ui-button-primary">
                {t(`today.own.${stage}`)}
              </Link>
            ) : sandbox ? (
              <span>{t(`today.own.${stage}`)}</span>
            ) : (
              <Link to={PLACES[stage]} className="side-link">
                {t(`today.own.${stage}`)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
