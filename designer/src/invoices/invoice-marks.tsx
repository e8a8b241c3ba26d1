import { useI18n } from '../i18n/index.ts';
import { Chip } from '../ui/index.ts';
import type { Invoice } from '../debtors/debtor.ts';
import { useDisputeReason } from './use-dispute-reason.ts';

/** What keeps an invoice from being asked for: contested, or excluded by a person; nothing for most. */
export function InvoiceMarks({ it: { dispute, excluded, excludedReason } }: { it: Invoice }) {
  const { t } = useI18n();
  const reasonOf = useDisputeReason();
  return (
    <>
      {dispute && (
        <Chip tone="danger" title={reasonOf(dispute.reason)}>
          {t('invoices.disputed')}
        </Chip>
      )}
      {excluded && (
        <Chip tone="warn" title={excludedReason ?? ''}>
          {t('invoices.excluded')}
        </Chip>
      )}
    </>
  );
}
