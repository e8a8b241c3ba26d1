import { DebtorAges } from '../debtors/debtor-ages.tsx';
import { DebtorCases } from '../debtors/debtor-cases.tsx';
import { DebtorContacts } from '../debtors/debtor-contacts.tsx';
import { DebtorMessages } from '../debtors/debtor-messages.tsx';
import { useI18n } from '../i18n/index.ts';
import { ForTeam } from '../session/for-team.tsx';
import { WhyCard } from '../why/why-card.tsx';
import type { Case } from './case.ts';

/** Beside the timeline: what else there is about the debtor. */
export function CaseSide({ it: { id, debtorId, balance } }: { it: Case }) {
  const { t } = useI18n();
  return (
    <aside className="record-side">
      <ForTeam>
        <WhyCard of="case" id={id} />
      </ForTeam>
      <DebtorAges debtorId={debtorId} currency={balance.currency} />
      <DebtorCases debtorId={debtorId} title={t('cases.side.others')} but={id} />
      <DebtorContacts debtorId={debtorId} />
      <DebtorMessages debtorId={debtorId} />
    </aside>
  );
}
