import { useI18n } from '../i18n/index.ts';
import { Chip, type IconName, type Tone } from '../ui/index.ts';
import type { Case } from './case.ts';

const looks: Record<Case['status'], { tone: Tone; icon: IconName }> = {
  live: { tone: 'info', icon: 'play' },
  held: { tone: 'warn', icon: 'pause' },
  closing: { tone: 'ok', icon: 'clock' },
  incident: { tone: 'danger', icon: 'warn' },
  ended: { tone: 'mute', icon: 'end' },
};

/** Where a follow-up stands, in a word. */
export function CaseStatus({ of }: { of: Pick<Case, 'status' | 'closing'> }) {
  const { t } = useI18n();
  const { tone, icon } = looks[of.status];
  const words =
    of.status === 'closing' && of.closing ? t(`cases.status.closing.${of.closing}`) : t(`cases.status.${of.status}`);
  return (
    <Chip tone={tone} icon={icon}>
      {words}
    </Chip>
  );
}
