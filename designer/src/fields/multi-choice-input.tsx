import type { FieldOption } from '@relance/workflows/fields';
import { say } from '@relance/workflows/messages';
import { useId } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Checkbox, Icon } from '../ui/index.ts';
import { useFieldScene } from './field-scene.ts';
import type { InputProps } from './input-props.ts';

type Props = InputProps & { options: readonly FieldOption[]; least: number };

/** Several of a closed list. The last one that is needed cannot be taken away. */
export function MultiChoiceInput({ path, label, hint, value, onChange, options, least }: Props) {
  const { language } = useI18n();
  const { findingUnder } = useFieldScene();
  const id = useId();
  const chosen = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  const error = findingUnder(path);
  function toggle(option: string, on: boolean) {
    const next = options.map((each) => each.id).filter((each) => (each === option ? on : chosen.includes(each)));
    if (next.length >= least) onChange(next);
  }
  return (
    <div role="group" aria-labelledby={id} className="fd-stack">
      <span id={id} className="fd-label">
        {label}
      </span>
      <div className="fd-checks">
        {options.map((option) => (
          <Checkbox key={option.id} checked={chosen.includes(option.id)} onChange={(on) => toggle(option.id, on)}>
            {say({ key: option.label }, language)}
          </Checkbox>
        ))}
      </div>
      {hint && <span className="fd-hint">{hint}</span>}
      {error && (
        <span className="fd-error" role="alert">
          <Icon name="warn" size={12} />
          {error}
        </span>
      )}
    </div>
  );
}
