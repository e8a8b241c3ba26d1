import { Field, TextArea, TextInput } from '../ui/index.ts';
import { asText } from './as-text.ts';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';

type Props = InputProps & { maxLength: number };

/** One line of text. */
export function LineInput({ path, label, hint, required, value, onChange, maxLength }: Props) {
  const { findingUnder } = useFieldScene();
  return (
    <Field label={label} hint={hint} error={findingUnder(path)}>
      <TextInput
        value={asText(value)}
        maxLength={maxLength}
        onChange={(text) => onChange(text === '' && !required ? undefined : text)}
      />
    </Field>
  );
}

/** Several lines of text. */
export function LongTextInput({ path, label, hint, required, value, onChange, maxLength }: Props) {
  const { findingUnder } = useFieldScene();
  return (
    <Field label={label} hint={hint} error={findingUnder(path)}>
      <TextArea
        value={asText(value)}
        maxLength={maxLength}
        onChange={(text) => onChange(text === '' && !required ? undefined : text)}
      />
    </Field>
  );
}
