import type { Severity } from '@relance/workflows/lint';
import type { Translate } from '../../i18n/index.ts';
import type { StepLook } from '../graph/step-look.ts';

/** A step as it is spoken: name, kind, what it will do, its days, and whether something is wrong. */
export function stepName(
  { title, typeName, summary, shape }: StepLook,
  { days, severity }: { days: string | null; severity: Severity | null },
  t: Translate,
): string {
  const parts = [title, shape === 'card' ? typeName : null, summary === title ? null : summary, days];
  const words = parts.filter((part) => part !== null && part !== '').join(', ');
  return severity === null ? words : `${words}. ${t(`editor.severity.${severity}`)}`;
}
