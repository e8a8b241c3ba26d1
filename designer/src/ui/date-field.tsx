import './field.css';
import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Calendar } from './calendar.tsx';
import { Field, useFieldControl, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { parseDate } from './parse-date.ts';
import { Popover } from './popover.tsx';

type DateFieldProps = Omit<FieldProps, 'children'> & {
  /** `YYYY-MM-DD`, or null when empty. */
  value: string | null;
  onChange: (date: string | null) => void;
  /** The organisation's today: a date without year is the next one from here. */
  today: string;
  min?: string | undefined;
  max?: string | undefined;
  focusFirst?: boolean;
};

/** A date that says its weekday, typed (`15/12`, `+8`) or chosen in a calendar. */
export function DateField({ value, onChange, today, min, max, focusFirst, ...field }: DateFieldProps) {
  const { t, f } = useI18n();
  const [typed, setTyped] = useState<string | undefined>();
  const read = typed === undefined ? value : parseDate(typed, today);
  const finding =
    typed !== undefined && typed.trim() !== '' && read === undefined
      ? t('common.date-invalid', { example: numeric(today) })
      : read && min && read < min
        ? t('common.date-too-early', { date: f.date(min, 'weekdayYear') })
        : read && max && read > max
          ? t('common.date-too-late', { date: f.date(max, 'weekdayYear') })
          : undefined;

  function change(text: string) {
    setTyped(text);
    onChange(parseDate(text, today) ?? null);
  }
  function choose(date: string) {
    setTyped(undefined);
    onChange(date);
  }
  return (
    <Field {...field} error={field.error ?? finding}>
      <DateInput
        text={typed ?? (value ? f.date(value, 'weekdayYear') : '')}
        placeholder={t('common.date-hint')}
        focusFirst={focusFirst}
        onChange={change}
        onEnter={() => value && typed === undefined && setTyped(numeric(value))}
        onLeave={() => (typed === undefined || typed.trim() === '' || read) && setTyped(undefined)}
        calendar={{ value: read ?? null, today, min, max, onChoose: choose }}
      />
    </Field>
  );
}

const numeric = (date: string): string => date.split('-').toReversed().join('/');

type DateInputProps = {
  text: string;
  placeholder: string;
  focusFirst: boolean | undefined;
  onChange: (text: string) => void;
  onEnter: () => void;
  onLeave: () => void;
  calendar: Parameters<typeof Calendar>[0];
};

function DateInput({ text, placeholder, focusFirst, onChange, onEnter, onLeave, calendar }: DateInputProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const control = useFieldControl();
  const choose = (date: string) => {
    calendar.onChoose(date);
    setOpen(false);
  };
  return (
    <span className="ui-input">
      <input
        {...control}
        autoComplete="off"
        data-autofocus={focusFirst || undefined}
        placeholder={placeholder}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onFocus={onEnter}
        onBlur={onLeave}
      />
      {!control.readOnly && (
        <Popover
          label={t('common.choose-date')}
          align="end"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button type="button" className="ui-input-button" aria-label={t('common.choose-date')}>
              <Icon name="calendar" size={14} />
            </button>
          }
        >
          <Calendar {...calendar} onChoose={choose} />
        </Popover>
      )}
    </span>
  );
}
