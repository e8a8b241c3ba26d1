import { useState } from 'react';
import type { Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, cx, Icon, Tile } from '../ui/index.ts';
import type { Case } from './case.ts';
import { DrawingDialog } from './drawing-dialog.tsx';
import { pathStrip, type StripStep } from './path-strip.ts';
import type { StepNames } from './step-names.ts';

type StripProps = { drawn: Outputs['enrolments']['graph']; next: Case['next']; names: StepNames };

/** Where the follow-up stands on its drawing: done, now, ahead. */
export function GraphStrip({ drawn, next, names }: StripProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { steps, otherOutcomes } = pathStrip(drawn, next);
  return (
    <section className="case-strip" aria-label={t('cases.strip.label')}>
      <header>
        <span>
          <strong>{drawn.scenarioName}</strong> {t('cases.version', { version: drawn.version })}
        </span>
        <Button variant="ghost" size="sm" icon="fit" onClick={() => setOpen(true)}>
          {t('cases.strip.whole')}
        </Button>
      </header>
      <ol>
        {steps.map((step) => (
          <Step key={`${step.state} ${step.nodeId} ${step.at}`} step={step} names={names} />
        ))}
        {otherOutcomes > 0 && (
          <li className="case-strip-others">
            <Icon name="split" size={14} />
            {t('cases.strip.others', { count: otherOutcomes })}
          </li>
        )}
      </ol>
      <DrawingDialog open={open} onOpenChange={setOpen} drawn={drawn} />
    </section>
  );
}

function Step({ step, names }: { step: StripStep; names: StepNames }) {
  const { t, f } = useI18n();
  const look = names.lookOf(step.nodeId);
  if (!look) return null;
  const date = step.at && f.day(step.at);
  const when =
    !date || step.state === 'done'
      ? date
      : t(step.state === 'now' ? 'cases.strip.since' : 'cases.strip.from', { date });
  return (
    <li className={`is-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
      <span className={cx('case-strip-step', look.shape === 'pill' && 'is-pill')}>
        {look.shape === 'card' ? (
          <Tile phase={look.phase} icon={look.icon} size={20} />
        ) : (
          <Icon name={look.icon} size={14} />
        )}
        <span className="case-strip-name">{look.shape === 'card' ? look.title : look.summary || look.title}</span>
        {step.state === 'done' && <Icon name="check" size={12} label={t('cases.strip.done')} />}
        {step.state === 'now' && <span className="sr-only">{t('cases.strip.now')}</span>}
      </span>
      <small>{when}</small>
    </li>
  );
}
