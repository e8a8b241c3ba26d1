import './chip.css';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'mute';

type ChipProps = { tone?: Tone | 'outline'; icon?: IconName; dot?: boolean; children: ReactNode; title?: string };

/** A status or a fact in one to three words, never by colour alone. */
export function Chip({ tone = 'mute', icon, dot, children, title }: ChipProps) {
  return (
    <span className={cx('ui-chip', `ui-chip-${tone}`)} title={title}>
      {icon && <Icon name={icon} size={12} />}
      {dot && <Dot tone={tone === 'outline' ? 'mute' : tone} />}
      {children}
    </span>
  );
}

export function Dot({ tone = 'mute' }: { tone?: Tone }) {
  return <span className={cx('ui-dot', `ui-dot-${tone}`)} aria-hidden="true" />;
}
