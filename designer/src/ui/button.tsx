import './button.css';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { Tooltip } from './tooltip.tsx';

export type ButtonProps = Omit<ComponentProps<'button'>, 'children' | 'disabled'> & {
  variant?: 'primary' | 'default' | 'ghost' | 'danger';
  size?: 'md' | 'sm';
  icon?: IconName;
  /** The key that does the same, shown beside the label. */
  keys?: string;
  busy?: boolean;
  disabled?: boolean;
  /** Why it cannot be pressed: the button then stays reachable and says so. */
  disabledReason?: string | undefined;
  children?: ReactNode;
};

/** A labelled button. An icon without a label is an `IconButton`. */
export function Button(props: ButtonProps) {
  const { variant = 'default', size = 'md', icon, keys, busy, disabled, disabledReason, children, ...rest } = props;
  const blocked = Boolean(disabledReason) || Boolean(busy);
  const button = (
    <button
      type="button"
      {...rest}
      disabled={disabled && !disabledReason}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      onClick={blocked ? (event) => event.preventDefault() : rest.onClick}
      className={cx(
        'ui-button',
        `ui-button-${variant}`,
        size === 'sm' && 'ui-button-sm',
        busy && 'is-busy',
        rest.className,
      )}
    >
      {icon && <Icon name={icon} size={size === 'sm' ? 14 : 16} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  );
  return disabledReason ? <Tooltip text={disabledReason}>{button}</Tooltip> : button;
}
