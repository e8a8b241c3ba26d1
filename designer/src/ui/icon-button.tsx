import './button.css';
import type { ComponentProps } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: IconName;
  /** Spoken, and shown on hover and focus. */
  label: string;
  variant?: 'default' | 'ghost';
  size?: 'md' | 'sm' | 'xs';
  pressed?: boolean;
  keys?: string;
};

export function IconButton({ icon, label, variant = 'ghost', size = 'md', pressed, keys, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={cx(
          'ui-button ui-button-icon',
          `ui-button-${variant}`,
          size !== 'md' && `ui-button-${size}`,
          pressed && 'is-on',
          rest.className,
        )}
      >
        <Icon name={icon} size={size === 'md' ? 16 : 14} />
      </button>
    </Tooltip>
  );
}
