import './field.css';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { useFieldControl } from './field.tsx';
import { Icon, type IconName } from './icon.tsx';

type TextInputProps = Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
  icon?: IconName;
  /** At the right, inside: a unit, a key, a button. */
  after?: ReactNode;
};

export function TextInput({ value, onChange, icon, after, className, ...rest }: TextInputProps) {
  const field = useFieldControl();
  return (
    <span className={cx('ui-input', className)}>
      {icon && <Icon name={icon} size={14} />}
      <input {...field} {...rest} value={value} onChange={(event) => onChange(event.target.value)} />
      {after}
    </span>
  );
}
