import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Field, TextInput } from '../ui/index.ts';

type CountFieldProps = {
  label: string;
  hint: string;
  unit: string;
  /** Null: empty. */
  value: number | null | undefined;
  /** Undefined: what stands there is no number. */
  onChange: (value: number | null | undefined) => void;
};

/** A number with its unit; empty is no number. What cannot be read stays as typed and is said. */
export function CountField({ label, hint, unit, value, onChange }: CountFieldProps) {
  const { t, language } = useI18n();
  const [typed, setTyped] = useState<string | undefined>();
  const shown = typed ?? (typeof value !== 'number' ? '' : String(value).replace('.', language === 'fr' ? ',' : '.'));
  const unreadable = readNumber(shown) === undefined;
  return (
    <Field label={label} hint={hint} error={unreadable ? t('organisation.number-invalid') : undefined}>
      <TextInput
        inputMode="decimal"
        value={shown}
        onChange={(text) => {
          setTyped(text);
          onChange(readNumber(text));
        }}
        after={<span className="text-text-3">{unit}</span>}
      />
    </Field>
  );
}

function readNumber(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
