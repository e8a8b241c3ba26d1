import './calendar.css';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useI18n } from '../i18n/index.ts';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { addDays } from './parse-date.ts';

type CalendarProps = {
  value: string | null;
  today: string;
  min?: string | undefined;
  max?: string | undefined;
  onChoose: (date: string) => void;
};

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One month, Monday first; arrows walk by day and week, Page keys by month. */
export function Calendar({ value, today, min, max, onChoose }: CalendarProps) {
  const { t, f } = useI18n();
  const [cursor, setCursor] = useState(value ?? today);
  const grid = useRef<HTMLDivElement>(null);
  const days = monthDays(cursor);

  function go(date: string, focus = true) {
    setCursor(date);
    if (focus) requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  }
  function walk(event: KeyboardEvent) {
    const step = steps[event.key];
    const month = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
    if (step === undefined && month === 0) return;
    event.preventDefault();
    go(step === undefined ? addMonths(cursor, month) : addDays(cursor, step));
  }
  return (
    <div className="ui-calendar">
      <div className="ui-calendar-head">
        <IconButton
          size="xs"
          icon="back"
          label={t('common.previous-month')}
          onClick={() => go(addMonths(cursor, -1), false)}
        />
        <span aria-live="polite">{f.date(cursor, 'month')}</span>
        <IconButton
          size="xs"
          icon="chevron-right"
          label={t('common.next-month')}
          onClick={() => go(addMonths(cursor, 1), false)}
        />
      </div>
      <div ref={grid} className="ui-calendar-grid" role="group" aria-label={f.date(cursor, 'month')}>
        {f.weekdayNames().map((name) => (
          <abbr key={name.long} title={name.long} className="ui-calendar-weekday">
            {name.short}
          </abbr>
        ))}
        {days.map((date) => (
          <button
            key={date}
            type="button"
            tabIndex={date === cursor ? 0 : -1}
            data-autofocus={date === cursor || undefined}
            disabled={(min !== undefined && date < min) || (max !== undefined && date > max)}
            aria-label={f.date(date, 'longDate')}
            aria-pressed={date === value}
            aria-current={date === today ? 'date' : undefined}
            className={cx('ui-calendar-day', date.slice(0, 7) !== cursor.slice(0, 7) && 'is-outside')}
            onKeyDown={walk}
            onClick={() => onChoose(date)}
          >
            {Number(date.slice(8))}
          </button>
        ))}
      </div>
    </div>
  );
}

function monthDays(inMonth: string): string[] {
  const first = `${inMonth.slice(0, 8)}01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 42 }, (_, index) => addDays(first, index - weekday));
}

function addMonths(date: string, months: number): string {
  const moved = new Date(`${date.slice(0, 8)}01T00:00:00Z`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const month = moved.toISOString().slice(0, 8);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  return `${month}${String(Math.min(Number(date.slice(8)), last)).padStart(2, '0')}`;
}
