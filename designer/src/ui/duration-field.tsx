import './field.css';
import { useI18n } from '../i18n/index.ts';
import { Field, useFieldControl, type FieldProps } from './field.tsx';
import { Select } from './select.tsx';

export type DurationUnit = 'minute' | 'hour' | 'day' | 'business-day' | 'week' | 'month';
export type Duration = { amount: number; unit: DurationUnit };

type DurationFieldProps = Omit<FieldProps, 'children'> & {
  value: Duration | null;
  onChange: (duration: Duration | null) => void;
  units?: readonly DurationUnit[];
  max?: number;
};

/** How long: a whole number and its unit. */
export function DurationField({
  value,
  onChange,
  units = ['day', 'business-day'],
  max = 999,
  ...field
}: DurationFieldProps) {
  const { t } = useI18n();
  const unit = value?.unit ?? units[0] ?? 'day';
  const options = units.map((each) => ({
    value: each,
    label: t(`common.unit.${each}`, { count: value?.amount ?? 2 }),
  }));
  return (
    <Field {...field}>
      <span className="ui-pair">
        <AmountInput
          amount={value?.amount ?? null}
          max={max}
          onChange={(amount) => onChange(amount === null ? null : { amount, unit })}
        />
        {/* The field's label belongs to the number; the unit is named on its own. */}
        <Select
          standalone
          label={t('common.duration-unit')}
          value={unit}
          options={options}
          onChange={(next) => onChange({ amount: value?.amount ?? 1, unit: next })}
        />
      </span>
    </Field>
  );
}

function AmountInput({
  amount,
  max,
  onChange,
}: {
  amount: number | null;
  max: number;
  onChange: (n: number | null) => void;
}) {
  const control = useFieldControl();
  function change(text: string) {
    const digits = text.replace(/\D/g, '');
    onChange(digits === '' ? null : Math.min(Number(digits), max));
  }
  return (
    <span className="ui-input">
      <input
        {...control}
        inputMode="numeric"
        autoComplete="off"
        value={amount ?? ''}
        onChange={(event) => change(event.target.value)}
      />
    </span>
  );
}
