import './field.css';
import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Field, useFieldControl, type FieldProps } from './field.tsx';
import { parseMoney } from './parse-money.ts';

type MoneyFieldProps = Omit<FieldProps, 'children'> & {
  /** Exact decimal (`1234.50`), or null when empty. */
  value: string | null;
  currency: string;
  onChange: (amount: string | null) => void;
  /** Beside the amount, inside: "total". */
  note?: string;
  focusFirst?: boolean;
};

/** An amount typed in either notation; what cannot be read stays as typed and is said under the field. */
export function MoneyField({ value, currency, onChange, note, focusFirst, ...field }: MoneyFieldProps) {
  const { t, f } = useI18n();
  const [typed, setTyped] = useState<string | undefined>();
  const decimals =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const unreadable = typed !== undefined && typed.trim() !== '' && parseMoney(typed, decimals) === undefined;
  const example = f.amount({ amount: '1234.5', currency });
  const error = field.error ?? (unreadable ? t('common.money-invalid', { example }) : undefined);

  function change(text: string) {
    setTyped(text);
    onChange(parseMoney(text, decimals) ?? null);
  }
  return (
    <Field {...field} error={error}>
      <MoneyInput
        text={typed ?? (value === null ? '' : f.amount({ amount: value, currency }))}
        sign={f.currencySign(currency)}
        note={note}
        focusFirst={focusFirst}
        onChange={change}
        onLeave={() => !unreadable && setTyped(undefined)}
      />
    </Field>
  );
}

type MoneyInputProps = {
  text: string;
  sign: string;
  note: string | undefined;
  focusFirst: boolean | undefined;
  onChange: (text: string) => void;
  onLeave: () => void;
};

function MoneyInput({ text, sign, note, focusFirst, onChange, onLeave }: MoneyInputProps) {
  const control = useFieldControl();
  return (
    <span className="ui-input">
      <input
        {...control}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus={focusFirst || undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        onFocus={(event) => event.target.select()}
      />
      <span className="ui-input-unit">{sign}</span>
      {note && <span className="ui-input-unit">{note}</span>}
    </span>
  );
}
