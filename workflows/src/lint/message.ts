import { say } from '../messages/index.ts';
import type { Language } from '../messages/text.ts';
import type { Finding } from './finding.ts';

/** A finding's sentence in one language. */
export function message(finding: Pick<Finding, 'message'>, language: Language): string {
  return say(finding.message, language);
}
