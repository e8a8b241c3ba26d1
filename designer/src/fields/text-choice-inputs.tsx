import { useI18n } from '../i18n/index.ts';
import { Field, Select } from '../ui/index.ts';
import { type TextOption, useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';
import { TextPreviewButton } from './text-preview-button.tsx';

/** Which message is sent; a look at its text in each language. */
export function TemplateInput(props: InputProps) {
  return <TextChoice {...props} options={useFieldScene().templates} />;
}

/** Which script is shown to who calls. */
export function ScriptInput(props: InputProps) {
  return <TextChoice {...props} options={useFieldScene().scripts} />;
}

function TextChoice({ path, label, hint, value, onChange, options }: InputProps & { options: readonly TextOption[] }) {
  const { t } = useI18n();
  const { findingUnder } = useFieldScene();
  const chosen = options.find(({ id }) => id === value);
  return (
    <Field
      label={label}
      hint={hint}
      error={findingUnder(path)}
      aside={chosen && chosen.previews.length > 0 ? <TextPreviewButton option={chosen} /> : undefined}
    >
      <Select
        value={typeof value === 'string' && value !== '' ? value : null}
        placeholder={t('editor.choose')}
        options={withUnknown(options, value).map(({ id, label: name, detail }) => ({
          value: id,
          label: name,
          detail: detail === '' ? undefined : detail,
        }))}
        onChange={onChange}
      />
    </Field>
  );
}

// What is chosen is shown even when it no longer exists; the finding under the input says so.
function withUnknown(options: readonly TextOption[], value: unknown): readonly TextOption[] {
  if (typeof value !== 'string' || value === '' || options.some(({ id }) => id === value)) return options;
  return [...options, { id: value, label: value, detail: '', previews: [] }];
}
