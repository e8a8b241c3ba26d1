import './timeline.css';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Icon } from './icon.tsx';
import { Tile } from './tile.tsx';
import { Tooltip } from './tooltip.tsx';

export type TimelineItem = {
  id: string;
  /** Instant, in the organisation's time. */
  at: string;
  tile: Parameters<typeof Tile>[0];
  what: ReactNode;
  why?: ReactNode;
};

type TimelineProps = {
  /** Latest first. */
  items: readonly TimelineItem[];
  /** One line each, no day headers: for the side of a task. */
  compact?: boolean;
};

/** Who, what, why, when. Days without anything are said and collapsed. */
export function Timeline({ items, compact }: TimelineProps) {
  const { f } = useI18n();
  if (compact) {
    return (
      <ul className="ui-timeline is-compact">
        {items.map((item) => (
          <Entry key={item.id} item={item} when={f.instant(item.at)} />
        ))}
      </ul>
    );
  }
  const days = byDay(items, f.dayKey);
  return (
    <div className="ui-timeline-days">
      {days.map((day, index) => (
        <section key={day.key} aria-label={f.date(day.key, 'longDate')}>
          <h3 className="ui-timeline-day">
            <span>{f.date(day.key, 'dayHeader')}</span>
          </h3>
          <ul className="ui-timeline">
            {day.items.map((item) => (
              <Entry key={item.id} item={item} when={f.time(item.at)} />
            ))}
          </ul>
          <Idle days={idleDays(days[index + 1]?.key, day.key)} />
        </section>
      ))}
    </div>
  );
}

function Entry({ item, when }: { item: TimelineItem; when: string }) {
  const { f } = useI18n();
  return (
    <li>
      <Tile {...item.tile} size={20} />
      <div>
        <div>{item.what}</div>
        {item.why && <div className="ui-timeline-why">{item.why}</div>}
      </div>
      <Tooltip text={f.exact(item.at)} side="left">
        <button type="button" className="ui-timeline-when">
          <time dateTime={item.at}>{when}</time>
        </button>
      </Tooltip>
    </li>
  );
}

function Idle({ days }: { days: number }) {
  const { t } = useI18n();
  if (days < 3) return null;
  return (
    <p className="ui-timeline-idle">
      <Icon name="clock" size={14} />
      {t('common.idle-days', { count: days })}
    </p>
  );
}

type Day = { key: string; items: TimelineItem[] };

function byDay(items: readonly TimelineItem[], dayKey: (instant: string) => string): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const key = dayKey(item.at);
    const last = days.at(-1);
    if (last?.key === key) last.items.push(item);
    else days.push({ key, items: [item] });
  }
  return days;
}

function idleDays(older: string | undefined, newer: string): number {
  return older === undefined ? 0 : Math.round((Date.parse(newer) - Date.parse(older)) / 86_400_000) - 1;
}
