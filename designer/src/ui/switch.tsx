import './choice.css';
import { Switch as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';

type SwitchProps = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode; disabled?: boolean };

/** Turns something on or off at once; in a form that is sent, use a checkbox. */
export function Switch({ checked, onChange, children, disabled }: SwitchProps) {
  const id = useId();
  return (
    <span className="ui-choice">
      <Radix.Root
        id={id}
        className="ui-switch"
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled ?? false}
      >
        <Radix.Thumb className="ui-switch-thumb" />
      </Radix.Root>
      <label htmlFor={id}>{children}</label>
    </span>
  );
}
