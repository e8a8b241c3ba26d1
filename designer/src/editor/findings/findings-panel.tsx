import './findings.css';
import type { Finding, Severity } from '@relance/workflows/lint';
import { useState } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { Count, IconButton } from '../../ui/index.ts';
import { useEditor } from '../store/use-editor.ts';
import { FindingRow } from './finding-row.tsx';

const MOST_ROWS = 50;

/** What the scenario would do wrong, and what can be mended at once; the same checks as at publishing. */
export function FindingsPanel() {
  const { t } = useI18n();
  const findings = useEditor((state) => state.findings);
  const [open, setOpen] = useState(true);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const errors = count('error');
  return (
    <section className="ed-findings" aria-label={t('editor.findings')}>
      <header>
        <h2>{t('editor.findings')}</h2>
        {errors > 0 && <Count value={errors} variant="danger" />}
        {count('warning') > 0 && <Count value={count('warning')} variant="warn" />}
        {count('info') > 0 && <Count value={count('info')} variant="pill" />}
        <span className="ed-findings-sum" role="status">
          {errors > 0 ? t('editor.findings-block', { count: errors }) : t('editor.findings-clear')}
        </span>
        <IconButton
          icon={open ? 'chevron-down' : 'chevron-up'}
          size="sm"
          label={open ? t('editor.findings-fold') : t('editor.findings-unfold')}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </header>
      {open && findings.length > 0 && (
        <ul>
          {findings.slice(0, MOST_ROWS).map((finding) => (
            <FindingRow key={keyOf(finding)} finding={finding} />
          ))}
          {findings.length > MOST_ROWS && (
            <li className="ed-findings-more">{t('editor.findings-more', { count: findings.length - MOST_ROWS })}</li>
          )}
        </ul>
      )}
    </section>
  );
}

const keyOf = ({ rule, nodeId, path, message }: Finding): string =>
  JSON.stringify([rule, nodeId, path, message.key, message.values]);
