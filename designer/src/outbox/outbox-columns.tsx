import { useI18n } from '../i18n/index.ts';
import { templateName } from '../templates/template-name.ts';
import type { DataColumn } from '../ui/index.ts';
import { phraseText } from '../why/phrase-text.ts';
import type { OutboxLine } from './outbox-line.ts';
import { riskWords } from './risk-words.ts';

/** Who is written to and what about, how much is asked for, and why the message stands here and so high. */
export function useOutboxColumns(): DataColumn<OutboxLine>[] {
  const { t, f, language } = useI18n();
  const about = ({ groups, invoices }: OutboxLine): string =>
    [
      ...new Set(groups.flatMap(({ templates }) => templates.map((id) => templateName(id, language)))),
      t('common.invoices', { count: invoices }),
    ].join(' · ');
  return [
    {
      id: 'debtor',
      header: t('outbox.column.debtor'),
      width: 'minmax(150px, 1fr)',
      render: (line) => (
        <span className="ob-two">
          <span className="font-medium">{line.name}</span>
          <small>{about(line)}</small>
        </span>
      ),
      phone: 'title',
    },
    {
      id: 'amount',
      header: t('outbox.column.amount'),
      width: '108px',
      align: 'end',
      render: ({ amounts }) => amounts.map((sum) => f.money(sum)).join(' · '),
      phone: 'value',
    },
    {
      id: 'why',
      header: t('outbox.column.why'),
      width: 'minmax(160px, 1.3fr)',
      render: ({ groups, risks }) => {
        const [first] = groups.flatMap(({ phrases }) => phrases);
        return (
          <span className="ob-two">
            {first && <span>{phraseText(first, language, f)}</span>}
            <small className="ob-risk">{riskWords(risks, t).join(' · ')}</small>
          </span>
        );
      },
      phone: 'detail',
    },
  ];
}
