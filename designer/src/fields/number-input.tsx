import { Field, TextInput } from '../ui/index.ts';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';

/** A whole number between two bounds; an empty input leaves it out, which the finding under it says. */
export function NumberInput({ path, label, hint, value, onChange, max }: InputProps & { min: number; max: number }) {
  const { findingUnder } = useFieldScene();
  function change(text: string) {
    const digits = text.replaceAll(/\D/g, '');
    onChange(digits === '' ? undefined : Math.min(Number(digits), max));
  }
  return (
    <Field label={label} hint={hint} error={findingUnder(path)}>
      <TextInput
        inputMode="numeric"
        autoComplete="off"
        value={typeof value === 'number' ? String(value) : ''}
        onChange={change}
      />
    </Field>
  );
}
