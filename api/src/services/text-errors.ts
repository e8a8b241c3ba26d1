import { checkTemplate, type TemplateText } from '@relance/workflows/templates';
import type { InputError } from '../problem.ts';

/** Why a message in these words could not leave, by place; empty: nothing keeps it. */
export function textErrors(text: TemplateText): InputError[] {
  const { missing, unknown, misplaced } = checkTemplate(text);
  const inSubject = (name: string): boolean => text.subject.includes(name);
  return [
    ...missing.map((name) => ({ path: 'body', message: `must contain {{${name}}}` })),
    ...unknown.map((name) => ({ path: inSubject(name) ? 'subject' : 'body', message: `unknown variable: ${name}` })),
    ...misplaced.map((name) => ({
      path: inSubject(name) ? 'subject' : 'body',
      message: `{{${name}}} stands alone in a paragraph of the body`,
    })),
  ];
}
