import type { Finding, NodeLint } from '../../lint/finding.ts';
import type { Delay } from '../../plan/plan.ts';

interface SendEmailConfig {
  template: string;
  answerIn?: Delay | undefined;
}

export const ANSWER_BY_VARIABLE = 'answer_by_date';
/** What a template that names a date for the answer gives when the node does not say. */
export const DEFAULT_ANSWER_IN: Delay = { amount: 8, unit: 'day' };

/** The template exists in both languages and every variable in it can be rendered. */
export const lintSendEmail: NodeLint<SendEmailConfig> = (node, { texts }) => {
  const { template, answerIn } = node.config;
  const known = texts.templates.find(({ id }) => id === template);
  const path = ['template'];
  if (known === undefined) {
    const message = { key: 'lint.template-exists', values: { template } };
    return [{ rule: 'template-exists', severity: 'error', path, message }];
  }
  const findings: Omit<Finding, 'nodeId'>[] = known.variables
    .filter((variable) => !texts.variables.includes(variable))
    .map((variable) => {
      const message = { key: 'lint.template-variables', values: { template, variable } };
      return { rule: 'template-variables', severity: 'error', path, message };
    });
  for (const language of ['fr', 'en'] as const) {
    if (known.languages.includes(language)) continue;
    const message = { key: `lint.template-language.${language}`, values: { template } };
    findings.push({ rule: 'template-language', severity: 'warning', path, message });
  }
  if (known.variables.includes(ANSWER_BY_VARIABLE) && answerIn === undefined) {
    const config = { ...node.config, answerIn: DEFAULT_ANSWER_IN };
    findings.push({
      rule: 'answer-in',
      severity: 'warning',
      path: ['answerIn'],
      message: { key: 'lint.answer-in', values: { template, count: DEFAULT_ANSWER_IN.amount } },
      fix: {
        label: { key: 'fix.answer-in', values: { count: DEFAULT_ANSWER_IN.amount } },
        edit: { kind: 'set-config', nodeId: node.id, config },
      },
    });
  }
  return findings;
};
