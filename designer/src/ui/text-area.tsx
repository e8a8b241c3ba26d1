import './field.css';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { useFieldControl } from './field.tsx';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
};

/** Several lines; grows with its text up to twelve. */
export function TextArea({ value, onChange, className, ...rest }: TextAreaProps) {
  const field = useFieldControl();
  return (
    <span className={cx('ui-input ui-input-area', className)}>
      <textarea rows={3} {...field} {...rest} value={value} onChange={(event) => onChange(event.target.value)} />
    </span>
  );
}
