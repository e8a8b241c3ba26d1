import { useI18n, isMessageKey, type Translate } from '../i18n/index.ts';
import { useToday } from '../session/use-today.ts';
import { DateField, Field, MoneyField, Select, TextInput } from '../ui/index.ts';
import { typedOf } from './completion.ts';
import type { Typed } from './draft.ts';
import type { TaskField } from './task.ts';

type EndingFieldsProps = {
  fields: readonly TaskField[];
  values: Typed;
  defaults: Typed;
  currency: string;
  onChange: (values: Typed) => void;
};

/** The form that an outcome asks for, made from its fields. */
export function EndingFields({ fields, ...form }: EndingFieldsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="sheet-fields">
      {fields.map((field, index) => (
        <Input key={field.id} field={field} first={index === 0} {...form} />
      ))}
    </div>
  );
}

type InputProps = Omit<EndingFieldsProps, 'fields'> & { field: TaskField; first: boolean };

function Input({ field, first, values, defaults, currency, onChange }: InputProps) {
  const { t } = useI18n();
  const today = useToday();
  const value = typedOf(field, values, defaults);
  const give = (next: string | null) => onChange({ [field.id]: next });
  const common = {
    label: labelOf(field, t),
    aside: field.required ? undefined : <small>{t('common.optional')}</small>,
  };
  switch (field.type) {
    case 'date':
      return <DateField {...common} value={value} onChange={give} today={today} focusFirst={first} />;
    case 'money':
      return (
        <MoneyField
          {...common}
          value={value}
          currency={currency}
          onChange={give}
          {...(value !== null && value === defaults[field.id] && { note: t('inbox.field.total') })}
        />
      );
    case 'choice':
      return (
        <Field {...common}>
          <Select
            value={value}
            onChange={give}
            options={(field.options ?? []).map(({ id, label }) => ({ value: id, label }))}
          />
        </Field>
      );
    default:
      return (
        <Field {...common}>
          <TextInput
            value={value ?? ''}
            onChange={give}
            maxLength={500}
            inputMode={field.type === 'number' ? 'decimal' : field.id === 'email' ? 'email' : 'text'}
          />
        </Field>
      );
  }
}

/** The scenario's own word for a field, else the product's for a built-in one. */
function labelOf({ id, label }: TaskField, t: Translate): string {
  if (label) return label;
  const key = `inbox.field.${id}`;
  return isMessageKey(key) ? (t as (key: string) => string)(key) : id;
}
