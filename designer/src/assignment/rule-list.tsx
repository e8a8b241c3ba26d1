import { useLayoutEffect, useRef, useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { RuleRow } from './rule-row.tsx';
import type { Preview, ScenarioOption } from './rule.ts';
import type { RulesDraft } from './use-rules-draft.ts';

type RuleListProps = {
  draft: RulesDraft;
  preview: Preview | undefined;
  scenarios: readonly ScenarioOption[];
  mayEdit: boolean;
};

/** The ordered list: the first line that takes an invoice decides. */
export function RuleList({ draft, preview, scenarios, mayEdit }: RuleListProps) {
  const { t } = useI18n();
  const { rules } = draft;
  const [open, setOpen] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  // a line that has moved keeps the focus, so that it can be moved on
  useLayoutEffect(() => {
    const id = focused.current;
    focused.current = null;
    if (id === null) return;
    list.current?.querySelector<HTMLElement>(`[data-rule="${id}"] .as-rule-acts button`)?.focus();
  });
  const move = (index: number, id: string, by: -1 | 1) => {
    const to = draft.move(index, by);
    if (to === index) return;
    focused.current = id;
    setSaid(t('assignment.moved-to', { place: to + 1, of: rules.length - 1 }));
  };
  return (
    <>
      <ol className="as-rules" ref={list}>
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            place={index + 1}
            isFirst={index === 0}
            isLastToMove={index === rules.length - 2}
            open={open === rule.id}
            mayEdit={mayEdit}
            counts={preview?.rules.find(({ id }) => id === rule.id)}
            scenarios={scenarios}
            onOpen={(next) => setOpen(next ? rule.id : null)}
            onChange={(next) => draft.change(index, next)}
            onMove={(by) => move(index, rule.id, by)}
            onRemove={() => draft.remove(index)}
          />
        ))}
      </ol>
      <span className="as-spoken" role="status">
        {said}
      </span>
      {mayEdit && (
        <div className="as-add">
          <Button icon="plus" size="sm" onClick={() => setOpen(draft.add())}>
            {t('assignment.add')}
          </Button>
        </div>
      )}
    </>
  );
}
