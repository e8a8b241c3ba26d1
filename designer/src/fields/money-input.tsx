import { MoneyField } from '../ui/index.ts';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';
import { isRecord } from './is-record.ts';

/** An amount in the scenario's currency. */
export function MoneyInput({ path, label, hint, value, onChange }: InputProps) {
  const { currency, findingUnder } = useFieldScene();
  const amount = isRecord(value) && typeof value['amount'] === 'string' ? value['amount'] : null;
  return (
    <MoneyField
      label={label}
      hint={hint}
      error={findingUnder(path)}
      currency={currency}
      value={amount}
      onChange={(next) => onChange(next === null ? undefined : { amount: next, currency })}
    />
  );
}
