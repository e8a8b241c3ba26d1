import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button, IconButton, Menu, useShortcuts, type MenuItem } from '../ui/index.ts';
import { ActDialog, type Act } from './act-dialog.tsx';
import type { Case } from './case.ts';
import type { StepNames } from './step-names.ts';

type ActionsProps = { it: Case; names: StepNames; steps: readonly { id: string; name: string }[] };

/** What a person can do to a follow-up; each act asks for its reason. */
export function CaseActions({ it, names, steps }: ActionsProps) {
  const { t } = useI18n();
  const [act, setAct] = useState<Act | null>(null);
  const held = it.status === 'held';
  const pause: Act = held ? { type: 'resume' } : { type: 'hold' };
  useShortcuts([{ keys: 'h', label: t(`cases.act.${pause.type}`), group: 'page', run: () => setAct(pause) }]);
  const [token] = it.tokens;
  const skip: MenuItem[] = token
    ? [
        {
          label: t('cases.act.skip'),
          icon: 'skip',
          onSelect: () =>
            setAct({ type: 'skip', nodeId: token.nodeId, step: names.stepName(token.nodeId) ?? token.nodeId }),
        },
      ]
    : [];
  return (
    <>
      {it.incident && (
        <Button icon="retry" onClick={() => setAct({ type: 'retry' })}>
          {t('cases.act.retry')}
        </Button>
      )}
      <Button icon={held ? 'play' : 'pause'} keys="H" onClick={() => setAct(pause)}>
        {t(`cases.act.${pause.type}`)}
      </Button>
      <Menu
        label={t('common.more')}
        trigger={<IconButton icon="more" label={t('common.more')} />}
        items={[
          ...skip,
          { label: t('cases.act.move'), icon: 'move', onSelect: () => setAct({ type: 'move' }) },
          'separator',
          { label: t('cases.act.cancel'), icon: 'stop', danger: true, onSelect: () => setAct({ type: 'cancel' }) },
        ]}
      />
      {act && <ActDialog act={act} caseId={it.id} steps={steps} onClose={() => setAct(null)} />}
    </>
  );
}
