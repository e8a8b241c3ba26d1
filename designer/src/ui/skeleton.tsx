import './skeleton.css';
import type { CSSProperties } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useDelayed } from './use-delayed.ts';

type SkeletonProps = { lines?: number; lineHeight?: number; label?: string };

/** The final geometry, shown after 150 ms: what arrives sooner never flashes. */
export function Skeleton({ lines = 3, lineHeight = 36, label }: SkeletonProps) {
  const { t } = useI18n();
  const visible = useDelayed(true, 150);
  return (
    <div className="ui-skeleton" role="status" aria-label={label ?? t('common.loading')}>
      {visible &&
        Array.from({ length: lines }, (_, index) => (
          <span
            key={index}
            style={{ height: lineHeight, '--share': `${45 + ((index * 37) % 50)}%` } as CSSProperties}
          />
        ))}
    </div>
  );
}
