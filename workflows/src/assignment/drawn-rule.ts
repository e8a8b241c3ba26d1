import { z } from 'zod';
import { compileCondition, conditionSchema, drawCondition } from '../fields/condition.ts';
import { storableText } from '../scenario/storable-text.ts';
import type { AssignmentRule } from './rule.ts';

const MOST_RULES = 100;
const LONGEST_NAME = 120;

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scenario'), scenarioId: z.string().max(64) }),
  z.strictObject({ kind: z.literal('never-contact') }),
  z.strictObject({ kind: z.literal('none') }),
]);

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens'),
  name: storableText(LONGEST_NAME),
  when: conditionSchema.nullable(),
  then: target,
});

export type DrawnRule = z.output<typeof rule>;

/** The list as people write it: money in decimal strings, ids once each, and the line that takes the rest at the end. */
export const drawnRulesSchema = z
  .array(rule)
  .min(1)
  .max(MOST_RULES)
  .superRefine((rules, context) => {
    rules.forEach(({ id, when }, index) => {
      const isLast = index === rules.length - 1;
      const fault = (path: string, message: string): void => {
        context.addIssue({ code: 'custom', path: [index, path], message });
      };
      if (rules.findIndex((each) => each.id === id) < index) fault('id', 'another line has this id');
      if (isLast && when !== null) fault('when', 'the last line takes whatever no other has taken: null');
      if (!isLast && when === null) fault('when', 'only the last line has no condition');
    });
  });

/** The list that is matched. Takes what `drawnRulesSchema` accepted. */
export function compileRules(rules: readonly DrawnRule[]): AssignmentRule[] {
  return rules.map((each) => ({ ...each, when: each.when === null ? null : compileCondition(each.when) }));
}

/** The list as people wrote it. */
export function drawRules(rules: readonly AssignmentRule[]): DrawnRule[] {
  return rules.map((each) => ({ ...each, when: each.when === null ? null : drawCondition(each.when) }));
}
