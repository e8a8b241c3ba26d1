import './icon.css';
import { cx } from './cx.ts';
import { iconShapes } from './icon-shapes.ts';

export type IconName = keyof typeof iconShapes;

type IconProps = {
  name: IconName;
  size?: 12 | 14 | 16 | 20;
  /** Only where the icon alone carries the meaning; beside a word it stays silent. */
  label?: string;
  className?: string;
};

export function Icon({ name, size = 16, label, className }: IconProps) {
  const spoken = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    <svg className={cx('ui-icon', `ui-icon-${size}`, className)} viewBox="0 0 16 16" {...spoken}>
      {iconShapes[name]}
    </svg>
  );
}
