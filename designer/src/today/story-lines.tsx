import './today.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { reasonText } from '../cases/timeline-words.ts';
import { useI18n } from '../i18n/index.ts';
import { LINES, type Story, type StoryLine } from './today.ts';

/** What an advance brought, a line for each kind of thing; each is a link to its rows. */
export function StoryLines({ story }: { story: Story }) {
  const { t, f } = useI18n();
  return (
    <ul className="today-story">
      {story.lines.map((it) => (
        <li key={it.line} className={it.count === 0 ? 'is-none' : undefined}>
          <strong>{f.count(it.count)}</strong>
          <Rows of={it}>{t(`today.story.${it.line}`, { count: it.count })}</Rows>
          <small>
            {it.amounts.map((each) => f.money(each)).join(' · ')}
            {it.line === 'not-sent' &&
              it.reasons.map(({ reason, count }) => `${reasonText(reason, t)} (${f.count(count)})`).join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  );
}

function Rows({ of: { line, count }, children }: { of: StoryLine; children: ReactNode }) {
  if (count === 0) return <span>{children}</span>;
  const rows = LINES.find((each) => each === line);
  return rows ? (
    <Link to="/today/$line" params={{ line: rows }}>
      {children}
    </Link>
  ) : (
    <Link to="/inbox" search={{ kind: 'call' }}>
      {children}
    </Link>
  );
}
