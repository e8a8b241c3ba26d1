import type { FieldOption } from '@relance/workflows/fields';
import { newId } from '@relance/workflows/scenario';
import { useI18n } from '../i18n/index.ts';
import { Button, IconButton, TextInput } from '../ui/index.ts';
import { asText } from './as-text.ts';
import { FormFieldInput } from './form-field-input.tsx';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';
import { isRecord } from './is-record.ts';
import { ListHead } from './list-head.tsx';
import { moved, replaced, withoutAt } from './list-edits.ts';

type Props = InputProps & { most: number; mostFields: number; fieldTypes: readonly FieldOption[] };

/** The ways in which a task ends, in the order of their number keys, each with what it asks for. */
export function OutcomesInput({ path, label, hint, value, onChange, most, mostFields, fieldTypes }: Props) {
  const { t } = useI18n();
  const { findingAt } = useFieldScene();
  const outcomes = Array.isArray(value) ? value.filter(isRecord) : [];
  const set = (index: number, outcome: Record<string, unknown>) => onChange(replaced(outcomes, index, outcome));
  return (
    <ListHead label={label} hint={hint} error={findingAt(path)}>
      {outcomes.map((outcome, index) => {
        const fields = Array.isArray(outcome['fields']) ? outcome['fields'].filter(isRecord) : [];
        const at = [...path, index];
        const setFields = (next: Record<string, unknown>[]) => set(index, { ...outcome, fields: next });
        return (
          <div key={asText(outcome['id'])} className="fd-item" role="group" aria-label={asText(outcome['label'])}>
            <div className="fd-row">
              <kbd className="ui-kbd" aria-hidden="true">
                {index + 1}
              </kbd>
              <TextInput
                aria-label={t('editor.outcome-label')}
                aria-invalid={findingAt([...at, 'label']) !== undefined || undefined}
                maxLength={100}
                value={asText(outcome['label'])}
                onChange={(text) => set(index, { ...outcome, label: text })}
              />
              <IconButton
                icon="chevron-up"
                size="xs"
                label={t('editor.move-up')}
                disabled={index === 0}
                onClick={() => onChange(moved(outcomes, index, -1))}
              />
              <IconButton
                icon="trash"
                size="xs"
                label={t('editor.remove-outcome')}
                onClick={() => onChange(withoutAt(outcomes, index))}
              />
            </div>
            {fields.map((field, fieldIndex) => (
              <FormFieldInput
                key={asText(field['id'])}
                path={[...at, 'fields', fieldIndex]}
                field={field}
                types={fieldTypes}
                onChange={(next) => setFields(replaced(fields, fieldIndex, next))}
                onRemove={() => setFields(withoutAt(fields, fieldIndex))}
              />
            ))}
            {fields.length < mostFields && (
              <button
                type="button"
                className="fd-link"
                onClick={() =>
                  setFields([
                    ...fields,
                    { id: newId('field'), type: 'text', required: false, label: t('editor.new-field') },
                  ])
                }
              >
                {t('editor.add-field')}
              </button>
            )}
          </div>
        );
      })}
      {outcomes.length < most && (
        <Button
          size="sm"
          icon="plus"
          onClick={() => onChange([...outcomes, { id: newId('outcome'), label: t('editor.new-outcome'), fields: [] }])}
        >
          {t('editor.add-outcome')}
        </Button>
      )}
    </ListHead>
  );
}
