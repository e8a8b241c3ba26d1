import { say } from '@relance/workflows/messages';
import type { Language } from '../../i18n/index.ts';
import type { Phase } from '../../ui/index.ts';

/** What people call a phase of collection. */
export const phaseName = (phase: Phase, language: Language): string => say({ key: `phase.${phase}` }, language);
