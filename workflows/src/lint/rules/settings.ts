import { currencyExponent } from '../../money/currency.ts';
import type { Finding, Rule } from '../finding.ts';

/** Currency and time zone must be known to the engine. */
export const settings: Rule = {
  name: 'settings',
  check({ graph }) {
    const { currency, timeZone } = graph.settings;
    const findings: Omit<Finding, 'rule'>[] = [];
    if (currencyExponent(currency) === null) {
      const message = { key: 'lint.settings.currency', values: { currency } };
      findings.push({ severity: 'error', path: ['settings', 'currency'], message });
    }
    if (!isTimeZone(timeZone)) {
      const message = { key: 'lint.settings.timeZone', values: { timeZone } };
      findings.push({ severity: 'error', path: ['settings', 'timeZone'], message });
    }
    return findings;
  },
};

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
