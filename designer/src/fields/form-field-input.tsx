import type { FieldOption } from '@relance/workflows/fields';
import type { Path } from '@relance/workflows/lint';
import { say } from '@relance/workflows/messages';
import { newId } from '@relance/workflows/scenario';
import { useI18n } from '../i18n/index.ts';
import { Checkbox, IconButton, Select, TextInput } from '../ui/index.ts';
import { asText } from './as-text.ts';
import { useFieldScene } from './field-scene.ts';
import { isRecord } from './is-record.ts';
import { replaced, withoutAt } from './list-edits.ts';

interface FormFieldInputProps {
  path: Path;
  field: Record<string, unknown>;
  types: readonly FieldOption[];
  onChange: (field: Record<string, unknown>) => void;
  onRemove: () => void;
}

/** One thing that an outcome asks for: its name, its kind, whether it is needed; the choices of a choice. */
export function FormFieldInput({ path, field, types, onChange, onRemove }: FormFieldInputProps) {
  const { t, language } = useI18n();
  const { findingUnder } = useFieldScene();
  const options = Array.isArray(field['options']) ? field['options'].filter(isRecord) : [];
  const error = findingUnder(path);
  function retype(type: string) {
    const { options: _dropped, ...rest } = field;
    const first = { id: newId('option'), label: t('editor.new-option') };
    onChange(
      type === 'choice' ? { ...rest, type, options: options.length > 0 ? options : [first] } : { ...rest, type },
    );
  }
  return (
    <div className="fd-sub">
      <div className="fd-row">
        <TextInput
          aria-label={t('editor.field-label')}
          maxLength={100}
          value={asText(field['label'] ?? field['id'])}
          onChange={(label) => onChange({ ...field, label })}
        />
        <Select
          label={t('editor.field-type')}
          className="fd-type"
          value={typeof field['type'] === 'string' ? field['type'] : null}
          options={types.map(({ id, label }) => ({ value: id, label: say({ key: label }, language) }))}
          onChange={retype}
        />
        <IconButton icon="trash" size="xs" label={t('editor.remove-field')} onClick={onRemove} />
      </div>
      <Checkbox checked={field['required'] === true} onChange={(required) => onChange({ ...field, required })}>
        {t('editor.field-required')}
      </Checkbox>
      {field['type'] === 'choice' &&
        options.map((option, index) => (
          <div key={asText(option['id'])} className="fd-row is-option">
            <TextInput
              aria-label={t('editor.option-label')}
              maxLength={100}
              value={asText(option['label'])}
              onChange={(label) => onChange({ ...field, options: replaced(options, index, { ...option, label }) })}
            />
            <IconButton
              icon="trash"
              size="xs"
              label={t('editor.remove-option')}
              disabled={options.length < 2}
              onClick={() => onChange({ ...field, options: withoutAt(options, index) })}
            />
          </div>
        ))}
      {field['type'] === 'choice' && (
        <button
          type="button"
          className="fd-link"
          onClick={() =>
            onChange({ ...field, options: [...options, { id: newId('option'), label: t('editor.new-option') }] })
          }
        >
          {t('editor.add-option')}
        </button>
      )}
      {error && <span className="fd-error">{error}</span>}
    </div>
  );
}
