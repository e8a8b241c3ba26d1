import type { FieldOption } from '@relance/workflows/fields';
import { say } from '@relance/workflows/messages';
import { useI18n } from '../i18n/index.ts';
import { Field, Select } from '../ui/index.ts';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';

/** One of a closed list. */
export function ChoiceInput({
  path,
  label,
  hint,
  value,
  onChange,
  options,
}: InputProps & { options: readonly FieldOption[] }) {
  const { language, t } = useI18n();
  const { findingUnder } = useFieldScene();
  return (
    <Field label={label} hint={hint} error={findingUnder(path)}>
      <Select
        value={typeof value === 'string' ? value : null}
        placeholder={t('editor.choose')}
        options={options.map(({ id, label: key }) => ({ value: id, label: capital(say({ key }, language)) }))}
        onChange={onChange}
      />
    </Field>
  );
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
