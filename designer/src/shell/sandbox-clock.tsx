import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { Button, DateField, Icon, Popover, ProgressBar, toast, Tooltip } from '../ui/index.ts';
import { localDaysLater, startOfLocalDay } from './local-days.ts';
import { SandboxMenu } from './sandbox-menu.tsx';
import { useAdvance } from './use-advance.ts';

const StoryPanel = lazy(() => import('../today/story-panel.tsx').then((it) => ({ default: it.StoryPanel })));

/** The organisation's time, which stands still unless somebody advances it. Absent in production. */
export function SandboxClock() {
  const { t, f } = useI18n();
  const { organisation } = useSession();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const clock = useQuery(
    trpc.clock.get.queryOptions(undefined, {
      refetchInterval: (query) => (query.state.data?.advancingTo ? 400 : false),
    }),
  ).data;
  /** From where somebody here advanced it: what that brought is told when it has arrived. */
  const [askedAt, setAskedAt] = useState<string | null>(null);
  // the first page tells it itself
  const told = useLocation({ select: ({ pathname }) => pathname === '/' });
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: trpc.clock.get.queryKey() });
  const onError = (error: unknown) => toast(problemText(error), { tone: 'danger' });
  const advance = useAdvance();
  const stop = useMutation(trpc.clock.stop.mutationOptions({ onSuccess, onError }));
  const running = clock !== undefined && (clock.advancingTo !== null || clock.speed > 0);
  const arrived = askedAt !== null && clock !== undefined && askedAt !== clock.now && !running;
  if (arrived && told) setAskedAt(null);
  if (!clock) return null;

  const to = (advanceTo: string) => {
    setAskedAt(clock.now);
    advance.mutate({ advanceTo });
  };
  const byDays = async (days: number) => to(await localDaysLater(clock.now, days, organisation.timeZone));
  const next = clock.nextEventAt;
  return (
    <section className="shell-clock" aria-label={t('shell.clock.label')}>
      <span className="shell-clock-now">
        <Icon name="clock" size={14} />
        <time dateTime={clock.now}>{f.clock(clock.now)}</time>
      </span>
      {running ? (
        <>
          {clock.progress && <Progress {...clock.progress} />}
          <Button variant="ghost" size="sm" icon="stop" busy={stop.isPending} onClick={() => stop.mutate({})}>
            {t('shell.clock.stop')}
          </Button>
        </>
      ) : (
        <>
          <ClockButton name={t('shell.clock.day')} says={t('shell.clock.day-long')} onClick={() => void byDays(1)} />
          <ClockButton name={t('shell.clock.week')} says={t('shell.clock.week-long')} onClick={() => void byDays(7)} />
          <ClockButton
            name={t('shell.clock.next')}
            says={next ? `${t('shell.clock.next-long')} · ${f.clock(next)}` : t('shell.clock.nothing-next')}
            disabled={!next}
            onClick={() => next && to(next)}
          />
          <GoTo now={clock.now} onGo={to} />
          <SandboxMenu />
        </>
      )}
      {arrived && !told && (
        <Suspense>
          <StoryPanel to={clock.now} onClose={() => setAskedAt(null)} />
        </Suspense>
      )}
    </section>
  );
}

type ClockButtonProps = { name: string; says: string; disabled?: boolean; onClick: () => void };

function ClockButton({ name, says, disabled, onClick }: ClockButtonProps) {
  return disabled ? (
    <Button variant="ghost" size="sm" disabledReason={says}>
      {name}
    </Button>
  ) : (
    <Tooltip text={says}>
      <Button variant="ghost" size="sm" aria-label={says} onClick={onClick}>
        {name}
      </Button>
    </Tooltip>
  );
}

function Progress({ from, to, now, count }: { from: string; to: string; now: string; count: number }) {
  const { t, f } = useI18n();
  const share = (Date.parse(now) - Date.parse(from)) / Math.max(1, Date.parse(to) - Date.parse(from));
  return (
    <span className="shell-clock-progress">
      <ProgressBar share={share} label={t('shell.clock.advancing', { date: f.clock(to) })} />
      <span>{t('shell.clock.happened', { count })}</span>
    </span>
  );
}

function GoTo({ now, onGo }: { now: string; onGo: (instant: string) => void }) {
  const { t, f } = useI18n();
  const { organisation } = useSession();
  const [open, setOpen] = useState(false);
  const [date, setDate] = useState<string | null>(null);
  const today = f.dayKey(now);
  async function go() {
    if (!date) return;
    setOpen(false);
    onGo(await startOfLocalDay(date, organisation.timeZone));
  }
  return (
    <Popover
      label={t('shell.clock.go-to-title')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={
        <Button variant="ghost" size="sm">
          {t('shell.clock.go-to')}
        </Button>
      }
    >
      <p className="mb-3 max-w-[280px] text-text-2">{t('shell.clock.still')}</p>
      <div className="flex items-end gap-2">
        <DateField label={t('shell.clock.go-to-title')} value={date} onChange={setDate} today={today} min={today} />
        <Button variant="primary" disabled={!date || date <= today} onClick={() => void go()}>
          {t('shell.clock.go-to-act')}
        </Button>
      </div>
    </Popover>
  );
}
