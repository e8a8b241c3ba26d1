import { useI18n } from '../i18n/index.ts';
import { MoneyField, TextInput } from '../ui/index.ts';
import { asText } from './as-text.ts';
import { type FactOption, useFieldScene } from './field-scene.ts';
import { isRecord } from './is-record.ts';

interface ComparisonValueInputProps {
  type: FactOption['type'];
  /** Several values, separated by commas. */
  list: boolean;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** What a fact is compared with. */
export function ComparisonValueInput({ type, list, value, onChange }: ComparisonValueInputProps) {
  const { t } = useI18n();
  const { currency } = useFieldScene();
  if (type === 'money' && !list) {
    const amount = isRecord(value) && typeof value['amount'] === 'string' ? value['amount'] : null;
    return (
      <MoneyField
        className="fd-bare"
        label={t('editor.value')}
        currency={currency}
        value={amount}
        onChange={(next) => onChange(next === null ? undefined : { amount: next, currency })}
      />
    );
  }
  const read = (text: string): unknown => readValue(text, type, currency);
  return (
    <TextInput
      aria-label={list ? t('editor.values') : t('editor.value')}
      placeholder={list ? t('editor.values') : undefined}
      inputMode={type === 'number' ? 'numeric' : undefined}
      value={Array.isArray(value) ? value.map(write).join(', ') : write(value)}
      onChange={(text) => onChange(list ? text.split(',').map((part) => read(part.trimStart())) : read(text))}
    />
  );
}

function readValue(text: string, type: FactOption['type'], currency: string): unknown {
  if (type === 'money') return { amount: text.trim().replace(',', '.'), currency };
  if (type !== 'number') return text;
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
}

function write(value: unknown): string {
  if (isRecord(value)) return asText(value['amount']);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
