import { Field, TextInput } from '../ui/index.ts';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';

/** A time of day `HH:MM`. */
export function TimeInput({ path, label, hint, required, value, onChange }: InputProps) {
  const { findingUnder } = useFieldScene();
  return (
    <Field label={label} hint={hint} error={findingUnder(path)}>
      <TextInput
        type="time"
        value={typeof value === 'string' ? value : ''}
        onChange={(time) => onChange(time === '' && !required ? undefined : time)}
      />
    </Field>
  );
}
