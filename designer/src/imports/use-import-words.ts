import { isMessageKey, useI18n } from '../i18n/index.ts';
import type { ImportField, ImportJob } from './import-fields.ts';

/** The words for the codes of an import: fields, reasons of a rejected line, why a whole file was refused. */
export function useImportWords() {
  const { t, f } = useI18n();
  const textOf = t as (key: string, values?: Record<string, string>) => string;
  const field = (name: string): string => {
    const key = `imports.field.${name}`;
    return isMessageKey(key) ? textOf(key) : name;
  };
  return {
    field,
    /** A list of open items is more than a file of invoices. */
    kind: ({ kind, openItems }: ImportJob): string => t(openItems ? 'imports.kind.open-items' : `imports.kind.${kind}`),
    fields: (names: readonly ImportField[]): string => names.map(field).join(` ${t('imports.or')} `),
    reason: (code: string): string => {
      const key = `imports.reason.${code}`;
      return isMessageKey(key) ? textOf(key) : code;
    },
    /** A failure is a code, sometimes followed by what it concerns: `heading-unknown: Montant`. */
    failure: (failure: string): string => {
      const [code = '', ...rest] = failure.split(': ');
      const detail = rest.join(': ');
      const key = `imports.failure.${code}`;
      const named = code === 'column-missing' ? f.list(detail.split(/[|,]\s*/).map(field)) : detail;
      return isMessageKey(key) ? textOf(key, { detail: named }) : t('imports.failure.other');
    },
  };
}
