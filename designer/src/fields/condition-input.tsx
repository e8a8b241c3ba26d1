import type { FieldOption } from '@relance/workflows/fields';
import type { Path } from '@relance/workflows/lint';
import { useI18n } from '../i18n/index.ts';
import { IconButton, Segmented } from '../ui/index.ts';
import { ComparisonInput } from './comparison-input.tsx';
import { useFieldScene } from './field-scene.ts';
import { isRecord } from './is-record.ts';
import { replaced, withoutAt } from './list-edits.ts';
import { newComparison } from './new-comparison.ts';

interface ConditionInputProps {
  path: Path;
  operators: readonly FieldOption[];
  value: unknown;
  depth: number;
  onChange: (condition: unknown) => void;
  onRemove?: () => void;
}

const DEEPEST_GROUP = 2;

/** A condition: one comparison, or several of which all or any must hold, nested. */
export function ConditionInput({ path, operators, value, depth, onChange, onRemove }: ConditionInputProps) {
  const { t } = useI18n();
  const { currency } = useFieldScene();
  const group = readGroup(value);
  if (group === null) {
    return (
      <div className="fd-stack">
        <ComparisonInput
          path={path}
          operators={operators}
          value={isRecord(value) ? value : {}}
          onChange={onChange}
          onRemove={onRemove}
        />
        {onRemove === undefined && (
          <button
            type="button"
            className="fd-link"
            onClick={() =>
              onChange({ all: [isRecord(value) ? value : newComparison(currency), newComparison(currency)] })
            }
          >
            {t('editor.condition-add')}
          </button>
        )}
      </div>
    );
  }
  const { kind, parts } = group;
  // A group of one is written as its one part.
  const set = (next: unknown[]) => onChange(next.length === 1 && depth === 0 ? next[0] : { [kind]: next });
  return (
    <div className="fd-group" role="group" aria-label={t(`editor.condition-${kind}`)}>
      <div className="fd-row">
        <Segmented
          label={t('editor.condition-kind')}
          value={kind}
          onChange={(next) => onChange({ [next]: parts })}
          segments={[
            { value: 'all', label: t('editor.condition-all') },
            { value: 'any', label: t('editor.condition-any') },
          ]}
        />
        {onRemove && <IconButton icon="trash" size="xs" label={t('editor.condition-remove')} onClick={onRemove} />}
      </div>
      {parts.map((part, index) => (
        <ConditionInput
          key={index}
          path={[...path, kind, index]}
          operators={operators}
          value={part}
          depth={depth + 1}
          onChange={(next) => set(replaced(parts, index, next))}
          onRemove={() => (parts.length > 1 ? set(withoutAt(parts, index)) : onRemove?.())}
        />
      ))}
      <div className="fd-row">
        <button type="button" className="fd-link" onClick={() => set([...parts, newComparison(currency)])}>
          {t('editor.condition-add')}
        </button>
        {depth < DEEPEST_GROUP && (
          <button
            type="button"
            className="fd-link"
            onClick={() => set([...parts, { [kind === 'all' ? 'any' : 'all']: [newComparison(currency)] }])}
          >
            {t('editor.condition-group')}
          </button>
        )}
      </div>
    </div>
  );
}

function readGroup(value: unknown): { kind: 'all' | 'any'; parts: unknown[] } | null {
  if (!isRecord(value)) return null;
  if (Array.isArray(value['all'])) return { kind: 'all', parts: value['all'] };
  if (Array.isArray(value['any'])) return { kind: 'any', parts: value['any'] };
  return null;
}
