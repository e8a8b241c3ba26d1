import { useI18n } from '../i18n/index.ts';
import { Field, Select } from '../ui/index.ts';
import type { ImportOptions } from './import-fields.ts';

const choices = {
  delimiter: [';', ',', '\t'],
  encoding: ['utf-8', 'windows-1252'],
  dateFormat: ['DD/MM/YYYY', 'M/D/YYYY', 'YYYY-MM-DD'],
  decimal: [',', '.'],
} as const;
const names = ['delimiter', 'encoding', 'dateFormat', 'decimal'] as const;

type Name = (typeof names)[number];
type ImportOptionsFieldsProps = {
  /** What was found in the file. */
  detected: Record<string, unknown>;
  /** What the person has corrected. */
  chosen: ImportOptions;
  onChange: (options: ImportOptions) => void;
};

/** How the file is written: found out, shown, and corrected where the guess is wrong. */
export function ImportOptionsFields({ detected, chosen, onChange }: ImportOptionsFieldsProps) {
  const { t } = useI18n();
  const label = (name: Name, value: string) => {
    if (name === 'delimiter')
      return t(`imports.delimiter.${value === '\t' ? 'tab' : value === ';' ? 'semicolon' : 'comma'}`);
    if (name === 'decimal') return t(`imports.decimal.${value === ',' ? 'comma' : 'point'}`);
    if (name === 'dateFormat')
      return t(`imports.date.${value === 'M/D/YYYY' ? 'us' : value === 'YYYY-MM-DD' ? 'iso' : 'eu'}`);
    return value === 'utf-8' ? 'UTF-8' : 'Windows-1252';
  };
  return (
    <div className="import-options">
      {names.map((name) => {
        const values: readonly string[] = choices[name];
        const value = chosen[name] ?? detected[name];
        return (
          <Field
            key={name}
            label={t(`imports.option.${name}`)}
            hint={chosen[name] ? t('imports.corrected') : detected[name] !== undefined && t('imports.found')}
          >
            <Select
              value={typeof value === 'string' && values.includes(value) ? value : null}
              onChange={(next) => onChange({ ...chosen, [name]: next })}
              options={values.map((each) => ({ value: each, label: label(name, each) }))}
            />
          </Field>
        );
      })}
    </div>
  );
}
