import type { NodeLint } from '../../lint/finding.ts';

/** The script exists. */
export const lintCall: NodeLint<{ script: string }> = ({ config: { script } }, { texts }) => {
  if (texts.scripts.some(({ id }) => id === script)) return [];
  const message = { key: 'lint.script-exists', values: { script } };
  return [{ rule: 'script-exists', severity: 'error', path: ['script'], message }];
};
