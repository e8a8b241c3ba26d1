import { DELAY_UNITS, type FieldOption } from '@relance/workflows/fields';
import { type Duration, DurationField } from '../ui/index.ts';
import { Example } from './example.tsx';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';

/** A number of days, with a date that makes it concrete. */
export function DelayInput(props: InputProps & { units: readonly FieldOption[]; max: number }) {
  const { path, label, hint, value, onChange, units, max } = props;
  const { findingUnder, exampleOf } = useFieldScene();
  const offered = DELAY_UNITS.filter((unit) => units.some(({ id }) => id === unit));
  return (
    <div className="fd-stack">
      <DurationField
        label={label}
        hint={hint}
        error={findingUnder(path)}
        units={offered}
        max={max}
        value={asDuration(value)}
        onChange={(duration) => onChange(duration ?? undefined)}
      />
      <Example text={exampleOf(String(path[0]))} />
    </div>
  );
}

function asDuration(value: unknown): Duration | null {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('unit' in value)) return null;
  const unit = DELAY_UNITS.find((known) => known === value.unit);
  return typeof value.amount === 'number' && unit !== undefined ? { amount: value.amount, unit } : null;
}
