import './count.css';
import { useI18n } from '../i18n/index.ts';
import { cx } from './cx.ts';

type CountProps = {
  value: number;
  variant?: 'plain' | 'pill' | 'warn' | 'danger';
  /** Writes `99+` above ninety-nine: only where the exact number does not matter. */
  capped?: boolean;
};

export function Count({ value, variant = 'plain', capped }: CountProps) {
  const { f } = useI18n();
  const text = capped && value > 99 ? '99+' : f.count(value);
  return <span className={cx('ui-count', variant !== 'plain' && 'ui-count-pill', `ui-count-${variant}`)}>{text}</span>;
}
