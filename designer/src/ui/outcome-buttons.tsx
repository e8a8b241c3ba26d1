import './outcome-buttons.css';
import { RadioGroup } from 'radix-ui';
import type { CSSProperties } from 'react';
import { useI18n } from '../i18n/index.ts';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import { useShortcuts } from './shortcuts.ts';

type Outcome = { id: string; label: string; disabled?: boolean };

type OutcomeButtonsProps = {
  label: string;
  outcomes: readonly Outcome[];
  value: string | null;
  onChange: (id: string) => void;
  /** Off while another part of the page owns the number keys. */
  keys?: boolean;
};

/** How a task ended: one button each, in the order of the number keys. */
export function OutcomeButtons({ label, outcomes, value, onChange, keys = true }: OutcomeButtonsProps) {
  const { t } = useI18n();
  useShortcuts(
    keys
      ? outcomes.slice(0, 9).map((outcome, index) => ({
          keys: String(index + 1),
          label: outcome.label,
          group: 'page' as const,
          run: () => !outcome.disabled && onChange(outcome.id),
        }))
      : [],
  );
  return (
    <RadioGroup.Root
      className={cx('ui-outcomes', outcomes.length > 4 && 'in-two-rows')}
      style={{ '--columns': Math.ceil(outcomes.length / 2) } as CSSProperties}
      aria-label={label}
      value={value ?? ''}
      onValueChange={onChange}
    >
      {outcomes.map((outcome, index) => (
        <RadioGroup.Item
          key={outcome.id}
          value={outcome.id}
          disabled={outcome.disabled ?? false}
          className="ui-outcome"
          aria-keyshortcuts={keys && index < 9 ? String(index + 1) : undefined}
        >
          {keys && index < 9 && <Kbd keys={String(index + 1)} />}
          {outcome.label}
        </RadioGroup.Item>
      ))}
      {outcomes.length === 0 && <span>{t('common.none')}</span>}
    </RadioGroup.Root>
  );
}
