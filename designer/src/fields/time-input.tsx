import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Field, TextInput } from '../ui/index.ts';
import { asText } from './as-text.ts';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';
import { parseTime } from './parse-time.ts';

/** A time of day, typed as people write it; what cannot be read stays as typed and is said under the field. */
export function TimeInput({ path, label, hint, required, value, onChange }: InputProps) {
  const { t } = useI18n();
  const { findingUnder } = useFieldScene();
  const [typed, setTyped] = useState<string | null>(null);
  const unreadable = typed !== null && typed.trim() !== '' && parseTime(typed) === undefined;
  function change(text: string) {
    setTyped(text);
    const time = parseTime(text);
    if (time !== undefined) onChange(time);
    else if (text.trim() === '' && !required) onChange(undefined);
  }
  return (
    <Field label={label} hint={hint} error={findingUnder(path) ?? (unreadable ? t('editor.time-invalid') : undefined)}>
      <TextInput
        inputMode="numeric"
        autoComplete="off"
        placeholder="09:00"
        value={typed ?? asText(value)}
        onChange={change}
        onBlur={() => !unreadable && setTyped(null)}
      />
    </Field>
  );
}
