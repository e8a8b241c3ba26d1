import './filter-bar.css';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button } from './button.tsx';

type FilterBarProps = {
  /** A filter is on: it can be cleared. */
  filtered: boolean;
  onClear: () => void;
  children: ReactNode;
};

/** The search and the choices above a list, and the way out of them. */
export function FilterBar({ filtered, onClear, children }: FilterBarProps) {
  const { t } = useI18n();
  return (
    <div className="ui-filters">
      {children}
      {filtered && (
        <Button variant="ghost" icon="close" onClick={onClear}>
          {t('common.clear-filters')}
        </Button>
      )}
    </div>
  );
}
