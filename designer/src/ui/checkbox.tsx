import './choice.css';
import { Checkbox as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

type CheckboxProps = {
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  /** The words beside the box; without them it needs a `label`. */
  children?: ReactNode;
  label?: string;
  disabled?: boolean;
};

export function Checkbox({ checked, onChange, children, label, disabled }: CheckboxProps) {
  const id = useId();
  const box = (
    <Radix.Root
      id={id}
      className="ui-checkbox"
      checked={checked === 'mixed' ? 'indeterminate' : checked}
      onCheckedChange={(next) => onChange(next === true)}
      disabled={disabled ?? false}
      aria-label={label}
    >
      <Radix.Indicator>
        <Icon name={checked === 'mixed' ? 'minus' : 'check'} size={12} />
      </Radix.Indicator>
    </Radix.Root>
  );
  if (!children) return box;
  return (
    <span className="ui-choice">
      {box}
      <label htmlFor={id}>{children}</label>
    </span>
  );
}
