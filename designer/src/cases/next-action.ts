import { say } from '@relance/workflows/messages';
import type { Formats, Language, Translate } from '../i18n/index.ts';
import type { Case } from './case.ts';

type Words = { t: Translate; f: Formats; language: Language };

/** What comes next and when, as far as it is known. */
export function nextActionOf(it: Case, { t, f, language }: Words): { what: string; when: string | null } {
  if (it.outcome) return { what: sentence(say({ key: `end-reason.${it.outcome.reason}` }, language)), when: null };
  if (it.status === 'held') {
    const until = it.heldUntil;
    return {
      what: until ? t('cases.next.held', { date: f.date(until, 'weekday') }) : t('cases.next.held-open'),
      when: null,
    };
  }
  if (it.nextAction === null) {
    if (it.tokens.length === 0) return { what: t('cases.next.entering'), when: null };
    const waitsForPerson = it.tokens.some(({ waitingFor }) => waitingFor === 'task');
    return { what: waitsForPerson ? t('cases.next.waiting-task') : t('cases.next.none'), when: null };
  }
  if (it.contactWait !== null) return { what: t(`cases.next.wait.${it.contactWait}`), when: null };
  const { text, at } = it.nextAction;
  return { what: say(text, language), when: at === null ? null : f.day(at, 'weekday') };
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
