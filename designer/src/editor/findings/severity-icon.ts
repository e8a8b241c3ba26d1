import type { Severity } from '@relance/workflows/lint';
import type { IconName } from '../../ui/index.ts';

export const severityIcon: Record<Severity, IconName> = { error: 'dispute', warning: 'warn', info: 'info' };
