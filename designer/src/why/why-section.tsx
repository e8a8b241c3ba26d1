import { useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';

type WhySectionProps<Row> = { title: string; none: string; rows: readonly Row[]; render: (row: Row) => ReactNode };

const FIRST = 3;

/** One of the three questions: its first answers, the others on demand. */
export function WhySection<Row>({ title, none, rows, render }: WhySectionProps<Row>) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const shown = open ? rows : rows.slice(0, FIRST);
  const others = rows.length - shown.length;
  return (
    <section className="why-section">
      <h3>{title}</h3>
      {rows.length === 0 ? <p className="side-none">{none}</p> : <ul>{shown.map(render)}</ul>}
      {others > 0 && (
        <Button variant="ghost" size="sm" onClick={() => setOpen(true)}>
          {t('why.more', { count: others })}
        </Button>
      )}
    </section>
  );
}
