import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Button, Chip, Icon, usePhone, useShortcuts } from '../ui/index.ts';
import { GroupMessages } from './group-messages.tsx';
import type { OutboxAct } from './outbox-act.ts';
import type { OutboxLine } from './outbox-line.ts';
import type { OutboxView } from './outbox.ts';
import { riskWords } from './risk-words.ts';
import type { Decide } from './use-decide.ts';
import { useSendLack } from './use-send-lack.ts';

type OutboxSheetProps = {
  line: OutboxLine;
  view: OutboxView;
  decide: Decide;
  onAct: (act: OutboxAct) => void;
  onClose: () => void;
};

/** All that is planned for one debtor, to be read and decided. */
export function OutboxSheet({ line, view, decide, onAct, onClose }: OutboxSheetProps) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const phone = usePhone();
  const sendLack = useSendLack();
  useShortcuts([{ keys: 'escape', label: t('shell.shortcuts.close'), group: 'page', run: onClose }]);
  const { id: debtorId, name, groups, contactIds, amounts, risks } = line;
  const act = (kind: OutboxAct['kind'], ids: readonly string[]) =>
    onAct({ kind, contactIds: ids, what: name, amounts, debtorId });
  return (
    <>
      <header className="outbox-head">
        {phone && (
          <Button variant="ghost" icon="back" onClick={onClose}>
            {t('outbox.back')}
          </Button>
        )}
        <div className="outbox-name">
          <h2>
            <Link to="/debtors/$id" params={{ id: debtorId }}>
              {name}
            </Link>
          </h2>
          <strong>{amounts.map((sum) => f.money(sum)).join(' · ')}</strong>
        </div>
        {risks.length > 0 && (
          <p className="outbox-risks">
            {riskWords(risks, t).map((words) => (
              <Chip key={words} tone="warn" icon="warn">
                {words}
              </Chip>
            ))}
          </p>
        )}
        {groups.length > 1 && view !== 'blocked' && (
          <Button
            icon="mail"
            busy={decide.busy}
            disabledReason={sendLack(groups)}
            onClick={() => act('send', contactIds)}
          >
            {t('outbox.send-debtor', { name })}
          </Button>
        )}
        {decide.error && <Banner tone="danger" title={problemText(decide.error)} />}
      </header>
      <div className="outbox-body">
        {groups.map((group, index) => (
          <GroupMessages
            key={`${group.entity.id} ${group.amount.currency}`}
            group={group}
            view={view}
            busy={decide.busy}
            keys={index === 0}
            onAct={act}
          />
        ))}
        <p className="outbox-keys">
          <Icon name="info" size={12} />
          {t('outbox.keys')}
        </p>
      </div>
    </>
  );
}
