import { OPERATORS } from '@relance/workflows/plan';
import { useId, useMemo, type KeyboardEvent } from 'react';
import { ConditionInput } from '../fields/condition-input.tsx';
import { FieldSceneContext } from '../fields/field-scene.ts';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Field, IconButton, TextInput } from '../ui/index.ts';
import { conditionWords } from './condition-words.ts';
import { ruleScene } from './rule-scene.ts';
import { RuleTargetInput } from './rule-target-input.tsx';
import type { Rule, RuleCounts, ScenarioOption } from './rule.ts';

const OPERATOR_OPTIONS = OPERATORS.map((op) => ({ id: op, label: `operator.${op}` }));

type RuleRowProps = {
  rule: Rule;
  place: number;
  isFirst: boolean;
  /** The line above the one that takes the rest. */
  isLastToMove: boolean;
  open: boolean;
  mayEdit: boolean;
  counts: RuleCounts | undefined;
  scenarios: readonly ScenarioOption[];
  onOpen: (open: boolean) => void;
  onChange: (rule: Rule) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One line of the list: what it takes, where that goes, and how much it is. Alt and an arrow move it. */
export function RuleRow(props: RuleRowProps) {
  const { rule, place, isFirst, isLastToMove, open, mayEdit, counts, scenarios } = props;
  const { onOpen, onChange, onMove, onRemove } = props;
  const { t, f, language } = useI18n();
  const panel = useId();
  const { when } = rule;
  const words = when === null ? t('assignment.rest') : conditionWords(when, { t, f, language });
  const name = rule.name.trim() === '' ? words : rule.name;
  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || !mayEdit || when === null) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      onMove(event.key === 'ArrowUp' ? -1 : 1);
    }
  }
  return (
    <li className="as-rule" data-rule={rule.id}>
      <div className="as-rule-head">
        <span className="as-place">{place}</span>
        <div className="as-rule-words">
          <span className="as-rule-name">{name}</span>
          {rule.name.trim() !== '' && <span className="as-note">{words}</span>}
        </div>
        <RuleTargetInput
          label={t('assignment.target-of', { rule: name })}
          value={rule.then}
          scenarios={scenarios}
          disabled={!mayEdit}
          onChange={(then) => onChange({ ...rule, then })}
        />
        <RuleFigures counts={counts} />
        {mayEdit && when !== null && (
          <span className="as-rule-acts">
            <IconButton
              icon="chevron-up"
              size="sm"
              label={t('assignment.up')}
              aria-disabled={isFirst || undefined}
              onKeyDown={onKeyDown}
              onClick={() => onMove(-1)}
            />
            <IconButton
              icon="chevron-down"
              size="sm"
              label={t('assignment.down')}
              aria-disabled={isLastToMove || undefined}
              onKeyDown={onKeyDown}
              onClick={() => onMove(1)}
            />
            <IconButton
              icon="edit"
              size="sm"
              label={t('assignment.edit', { rule: name })}
              aria-expanded={open}
              aria-controls={panel}
              onKeyDown={onKeyDown}
              onClick={() => onOpen(!open)}
            />
            <IconButton icon="trash" size="sm" label={t('assignment.remove', { rule: name })} onClick={onRemove} />
          </span>
        )}
      </div>
      <div id={panel} hidden={!open}>
        {open && when !== null && <RuleForm rule={rule} when={when} onChange={onChange} />}
      </div>
    </li>
  );
}

function RuleFigures({ counts }: { counts: RuleCounts | undefined }) {
  const { t, f } = useI18n();
  if (counts === undefined) return <span className="as-figures" />;
  const { invoices, amounts, entering, later, followed } = counts;
  const detail = [
    entering > 0 && t('assignment.entering', { count: entering }),
    later > 0 && t('assignment.not-yet', { count: later }),
    followed > 0 && t('assignment.followed', { count: followed }),
  ].filter((part) => typeof part === 'string');
  return (
    <span className="as-figures">
      <span>
        {t('assignment.invoices', { count: invoices })}
        {amounts.length > 0 && ` · ${amounts.map(f.moneyShort).join(' · ')}`}
      </span>
      {detail.length > 0 && <span className="as-note">{detail.join(', ')}</span>}
    </span>
  );
}

type RuleFormProps = { rule: Rule; when: NonNullable<Rule['when']>; onChange: (rule: Rule) => void };

function RuleForm({ rule, when, onChange }: RuleFormProps) {
  const { t, language } = useI18n();
  const { currency } = useSession().organisation;
  const scene = useMemo(() => ruleScene(rule, { currency, language }), [rule, currency, language]);
  return (
    <FieldSceneContext value={scene}>
      <div className="as-rule-form">
        <Field label={t('assignment.name')}>
          <TextInput
            value={rule.name}
            maxLength={120}
            placeholder={t('assignment.name-hint')}
            onChange={(name) => onChange({ ...rule, name })}
          />
        </Field>
        <ConditionInput
          path={['when']}
          operators={OPERATOR_OPTIONS}
          value={when}
          depth={0}
          onChange={(next) => onChange({ ...rule, when: next as NonNullable<Rule['when']> })}
        />
      </div>
    </FieldSceneContext>
  );
}
