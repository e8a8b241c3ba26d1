import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { Icon } from '../ui/index.ts';
import { kindIcons } from './kind-look.ts';
import type { TaskSheetData } from './task.ts';

/** All that is to be done about one debtor, the open task among it; nothing while that is one task. */
export function SheetOthers({ task }: { task: TaskSheetData }) {
  const { t, f } = useI18n();
  const [filters] = useAddressFilters();
  if (task.others.length === 0) return null;
  return (
    <nav className="sheet-others" aria-label={t('inbox.others')}>
      {[task, ...task.others].map((it) => (
        <Link
          key={it.id}
          to="/inbox/$taskId"
          params={{ taskId: it.id }}
          search={filters}
          aria-current={it.id === task.id ? 'page' : undefined}
          className="sheet-other"
        >
          <Icon name={kindIcons[it.kind]} size={14} />
          <span>{[t(`inbox.kind.${it.kind}`), it.entityName].filter(Boolean).join(' · ')}</span>
          {it.amount && <small>{f.moneyShort(it.amount)}</small>}
        </Link>
      ))}
    </nav>
  );
}
