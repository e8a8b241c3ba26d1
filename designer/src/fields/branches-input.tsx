import type { FieldOption } from '@relance/workflows/fields';
import { newId } from '@relance/workflows/scenario';
import { useI18n } from '../i18n/index.ts';
import { Button, IconButton, TextInput } from '../ui/index.ts';
import { asText } from './as-text.ts';
import { ConditionInput } from './condition-input.tsx';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';
import { isRecord } from './is-record.ts';
import { ListHead } from './list-head.tsx';
import { moved, replaced, withoutAt } from './list-edits.ts';
import { newComparison } from './new-comparison.ts';

type Props = InputProps & { most: number; operators: readonly FieldOption[]; withConditions: boolean };

/** Branches in their order: the first whose condition holds is taken. */
export function BranchesInput({ path, label, hint, value, onChange, most, operators, withConditions }: Props) {
  const { t } = useI18n();
  const { findingAt, findingUnder, currency } = useFieldScene();
  const branches = Array.isArray(value) ? value.filter(isRecord) : [];
  const set = (index: number, branch: Record<string, unknown>) => onChange(replaced(branches, index, branch));
  function add() {
    const branch = { id: newId('branch'), label: t('editor.new-branch') };
    onChange([...branches, withConditions ? { ...branch, when: newComparison(currency) } : branch]);
  }
  return (
    <ListHead label={label} hint={hint} error={findingAt(path)}>
      {branches.map((branch, index) => (
        <div key={asText(branch['id'])} className="fd-item" role="group" aria-label={asText(branch['label'])}>
          <div className="fd-row">
            <kbd className="ui-kbd" aria-hidden="true">
              {index + 1}
            </kbd>
            <TextInput
              aria-label={t('editor.branch-label')}
              maxLength={100}
              value={asText(branch['label'])}
              onChange={(text) => set(index, { ...branch, label: text })}
            />
            <IconButton
              icon="chevron-up"
              size="xs"
              label={t('editor.move-up')}
              disabled={index === 0}
              onClick={() => onChange(moved(branches, index, -1))}
            />
            <IconButton
              icon="trash"
              size="xs"
              label={t('editor.remove-branch')}
              onClick={() => onChange(withoutAt(branches, index))}
            />
          </div>
          {withConditions && (
            <ConditionInput
              path={[...path, index, 'when']}
              operators={operators}
              value={branch['when']}
              depth={0}
              onChange={(when) => set(index, { ...branch, when })}
            />
          )}
          {findingUnder([...path, index]) && <span className="fd-error">{findingUnder([...path, index])}</span>}
        </div>
      ))}
      {branches.length < most && (
        <Button size="sm" icon="plus" onClick={add}>
          {t('editor.add-branch')}
        </Button>
      )}
    </ListHead>
  );
}
