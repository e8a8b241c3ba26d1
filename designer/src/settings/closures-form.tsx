import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useToday } from '../session/use-today.ts';
import { Banner, Button, DateField, EmptyState, Field, IconButton, TextInput } from '../ui/index.ts';

type Closures = Outputs['organisation']['settings']['closures'];

/** The days on which the company is closed; each change is saved at once. */
export function ClosuresForm({ closures }: { closures: Closures }) {
  const { t, f } = useI18n();
  const today = useToday();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [day, setDay] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const set = useMutation(
    trpc.closures.set.mutationOptions({
      onSuccess: (settings) => queryClient.setQueryData(trpc.organisation.settings.queryKey(), settings),
    }),
  );
  const twice = closures.some((each) => each.day === day);
  function add(event: FormEvent) {
    event.preventDefault();
    if (day === null || twice) return;
    set.mutate(
      { closures: [...closures, { day, label: label.trim() }] },
      {
        onSuccess: () => {
          setDay(null);
          setLabel('');
        },
      },
    );
  }
  return (
    <div className="org-form">
      <p className="text-text-2">{t('organisation.closures-text')}</p>
      {set.error && <Banner tone="danger" title={problemText(set.error)} />}
      {closures.length === 0 ? (
        <EmptyState icon="calendar" text={t('organisation.closures.empty')} />
      ) : (
        <ul className="org-list">
          {closures.map((each) => (
            <li key={each.day}>
              <span className="org-list-main">
                {f.date(each.day, 'weekdayYear')}
                <small>{each.label}</small>
              </span>
              <IconButton
                icon="trash"
                size="sm"
                label={t('organisation.closures.remove', { day: f.date(each.day, 'weekdayYear') })}
                onClick={() => set.mutate({ closures: closures.filter((other) => other.day !== each.day) })}
              />
            </li>
          ))}
        </ul>
      )}
      <form className="org-columns" onSubmit={add}>
        <DateField
          label={t('organisation.closures.day')}
          value={day}
          onChange={setDay}
          today={today}
          error={twice ? t('organisation.closures.twice') : undefined}
        />
        <Field label={t('organisation.closures.label')} aside={t('common.optional')}>
          <TextInput value={label} onChange={setLabel} maxLength={200} />
        </Field>
        <Button type="submit" busy={set.isPending} disabled={day === null || twice}>
          {t('organisation.closures.add')}
        </Button>
      </form>
    </div>
  );
}
