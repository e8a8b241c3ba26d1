import type { FieldOption } from '@relance/workflows/fields';
import type { Path } from '@relance/workflows/lint';
import { say } from '@relance/workflows/messages';
import { useI18n } from '../i18n/index.ts';
import { IconButton, Select } from '../ui/index.ts';
import { ComparisonValueInput } from './comparison-value-input.tsx';
import { type FactOption, useFieldScene } from './field-scene.ts';

interface ComparisonInputProps {
  path: Path;
  operators: readonly FieldOption[];
  value: Record<string, unknown>;
  onChange: (comparison: unknown) => void;
  onRemove: (() => void) | undefined;
}

const ORDERED = new Set(['<', '<=', '>', '>=']);
const WITHOUT_VALUE = new Set(['known', 'unknown']);

/** A fact, how it is compared, and with what. */
export function ComparisonInput({ path, operators, value, onChange, onRemove }: ComparisonInputProps) {
  const { t, language } = useI18n();
  const { facts, currency, findingUnder } = useFieldScene();
  const fact = facts.find(({ id }) => id === value['fact']);
  const type = fact?.type ?? 'text';
  const op = typeof value['op'] === 'string' ? value['op'] : '=';
  const error = findingUnder(path);
  const offered = operators.filter(({ id }) => type !== 'text' || !ORDERED.has(id));

  function choose(id: string) {
    const next = facts.find((each) => each.id === id);
    if (next === undefined) return;
    const keeps = next.type === type;
    const nextOp = next.type === 'text' && ORDERED.has(op) ? '=' : op;
    onChange(complete({ fact: id, op: nextOp, value: keeps ? value['value'] : undefined }, next, currency));
  }
  return (
    <div className="fd-comparison">
      <div className="fd-row">
        <Select
          label={t('editor.fact')}
          value={fact?.id ?? null}
          placeholder={typeof value['fact'] === 'string' ? value['fact'] : t('editor.choose')}
          options={facts.map(({ id, label }) => ({ value: id, label }))}
          onChange={choose}
        />
        {onRemove && <IconButton icon="trash" size="xs" label={t('editor.condition-remove')} onClick={onRemove} />}
      </div>
      <div className="fd-row">
        <Select
          label={t('editor.operator')}
          className="fd-operator"
          value={op}
          options={offered.map(({ id, label }) => ({ value: id, label: say({ key: label }, language) }))}
          onChange={(next) => onChange(complete({ ...value, op: next }, fact, currency))}
        />
        {!WITHOUT_VALUE.has(op) && (
          <ComparisonValueInput
            type={type}
            list={op === 'in'}
            value={value['value']}
            onChange={(next) => onChange({ ...value, value: next })}
          />
        )}
      </div>
      {error && <span className="fd-error">{error}</span>}
    </div>
  );
}

/** A comparison whose value fits its fact and operator: one value, a list, or none. */
function complete(
  comparison: Record<string, unknown>,
  fact: FactOption | undefined,
  currency: string,
): Record<string, unknown> {
  const { value, ...rest } = comparison;
  if (WITHOUT_VALUE.has(String(rest['op']))) return rest;
  const single = Array.isArray(value) ? value[0] : value;
  const filled = single ?? startValue(fact?.type ?? 'text', currency);
  return { ...rest, value: rest['op'] === 'in' ? (Array.isArray(value) ? value : [filled]) : filled };
}

function startValue(type: FactOption['type'], currency: string): unknown {
  if (type === 'money') return { amount: '1000.00', currency };
  return type === 'number' ? 1 : '';
}
