import { Switch } from '../ui/index.ts';
import type { InputProps } from './input-props.ts';

/** Yes or no; no is left out of the config. */
export function BooleanInput({ label, hint, required, value, onChange }: InputProps) {
  return (
    <div className="fd-stack">
      <Switch checked={value === true} onChange={(on) => onChange(on || required ? on : undefined)}>
        {label}
      </Switch>
      {hint && <span className="fd-hint">{hint}</span>}
    </div>
  );
}
