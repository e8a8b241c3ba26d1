import './banner.css';
import type { ReactNode } from 'react';
import type { Tone } from './chip.tsx';
import { Icon, type IconName } from './icon.tsx';

const icons: Record<Tone, IconName> = { ok: 'check', warn: 'warn', danger: 'warn', info: 'info', mute: 'info' };

type BannerProps = { tone: Tone; title: string; children?: ReactNode; act?: ReactNode };

/** Says something about the page or the whole application, above what it concerns. */
export function Banner({ tone, title, children, act }: BannerProps) {
  return (
    <div className={`ui-banner ui-banner-${tone}`} role={tone === 'danger' || tone === 'warn' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <p>
        <strong>{title}</strong>
        {children && <span> {children}</span>}
      </p>
      {act}
    </div>
  );
}
