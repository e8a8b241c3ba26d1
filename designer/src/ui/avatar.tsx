import './avatar.css';
import { useI18n } from '../i18n/index.ts';
import { cx } from './cx.ts';

type AvatarProps = { name: string; me?: boolean; size?: 22 | 26 | 32; state?: 'present' | 'absent' };

/** A person by initials, said in full on hover and to screen readers. */
export function Avatar({ name, me, size = 22, state }: AvatarProps) {
  const { t } = useI18n();
  const label = state ? t(`common.avatar.${state}`, { name }) : me ? t('common.avatar.me', { name }) : name;
  return (
    <span
      className={cx('ui-avatar', `ui-avatar-${size}`, me && 'is-me', state && `is-${state}`)}
      role="img"
      aria-label={label}
      title={label}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.charAt(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
