import { useI18n } from '../i18n/index.ts';
import { variableNames } from '../templates/variable-name.ts';
import { Button } from '../ui/index.ts';
import type { OutboxAct } from './outbox-act.ts';
import type { Previewed } from './outbox.ts';

type Kept = Previewed['kept'][number];
type KeptContactsProps = {
  kept: readonly Kept[];
  onAct: (kind: OutboxAct['kind'], contactIds: readonly string[]) => void;
};

/** What would not leave even if somebody wants it, and why; it can still be set aside or dropped. */
export function KeptContacts({ kept, onAct }: KeptContactsProps) {
  const { t, f, language } = useI18n();
  const ids = kept.map(({ contactId }) => contactId);
  const why = ({ reason, until, missing }: Kept): string =>
    reason === 'incomplete'
      ? t('outbox.kept.incomplete', { what: variableNames(missing, language) })
      : until === null
        ? t(`outbox.kept.${reason}`)
        : t('outbox.kept.until', { why: t(`outbox.kept.${reason}`), until: f.instant(until) });
  return (
    <div className="ob-kept">
      <h4>{t('outbox.kept')}</h4>
      <ul>
        {kept.map((each) => (
          <li key={each.contactId}>
            <span className="font-medium">{each.number}</span> {why(each)}
          </li>
        ))}
      </ul>
      <div className="ob-acts">
        <Button size="sm" icon="pause" onClick={() => onAct('hold', ids)}>
          {t('outbox.act.hold')}
        </Button>
        <Button size="sm" icon="trash" onClick={() => onAct('drop', ids)}>
          {t('outbox.act.drop')}
        </Button>
      </div>
    </div>
  );
}
