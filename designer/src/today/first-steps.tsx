import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { localDaysLater } from '../shell/local-days.ts';
import { useAdvance } from '../shell/use-advance.ts';
import { useSession } from '../session/use-session.ts';
import { Button, Icon, ProgressBar } from '../ui/index.ts';
import type { Today } from './today.ts';

/** Three things to do once, each ticked by doing it. */
export function FirstSteps({ today }: { today: Today }) {
  const { t } = useI18n();
  const { organisation } = useSession();
  const { cards, scenario, now } = today;
  const advance = useAdvance();
  const week = async () => advance.mutate({ advanceTo: await localDaysLater(now, 7, organisation.timeZone) });
  const done = Object.values(cards).filter((at) => at !== null).length;
  return (
    <section className="today-steps" aria-label={t('today.steps.title')}>
      <div className="today-steps-done">
        <ProgressBar share={done / 3} label={t('today.steps.title')} />
        <span>{t('today.steps.done', { done, count: 3 })}</span>
      </div>
      <ol>
        <Step
          done={cards.scenario !== null}
          number={1}
          title={t('today.steps.scenario')}
          why={t('today.steps.scenario-why')}
        >
          {scenario ? (
            <Link to="/scenarios/$id" params={{ id: scenario.id }} className="ui-button ui-button-default">
              {t('today.steps.scenario-act', { name: scenario.name })}
            </Link>
          ) : (
            <Link to="/scenarios" className="ui-button ui-button-default">
              {t('today.steps.scenario-none')}
            </Link>
          )}
        </Step>
        <Step done={cards.week !== null} number={2} title={t('today.steps.week')} why={t('today.steps.week-why')}>
          <Button icon="fast-forward" busy={advance.isPending} onClick={() => void week()}>
            {t('today.steps.week-act')}
          </Button>
        </Step>
        <Step done={cards.call !== null} number={3} title={t('today.steps.call')} why={t('today.steps.call-why')}>
          <Link to="/inbox" search={{ kind: 'call' }} className="ui-button ui-button-default">
            {t('today.steps.call-act')}
          </Link>
        </Step>
      </ol>
    </section>
  );
}

type StepProps = { done: boolean; number: number; title: string; why: string; children: ReactNode };

function Step({ done, number, title, why, children }: StepProps) {
  const { t } = useI18n();
  return (
    <li className={done ? 'is-done' : undefined}>
      <span className="today-tick">{done ? <Icon name="check" label={t('today.steps.ticked')} /> : number}</span>
      <div>
        <h3>{title}</h3>
        <p>{why}</p>
      </div>
      {children}
    </li>
  );
}
