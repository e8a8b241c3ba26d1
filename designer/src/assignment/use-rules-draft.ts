import { useState } from 'react';
import { moved, replaced, withoutAt } from '../fields/list-edits.ts';
import { newRule, type Assignment, type Rule } from './rule.ts';

/** The list as it is being changed; the one in use until somebody changes it. The last line stays last. */
export function useRulesDraft(saved: Assignment | undefined) {
  const [draft, setDraft] = useState<{ version: number; rules: Rule[] } | null>(null);
  const rules = draft?.rules ?? saved?.rules ?? [];
  const set = (next: Rule[]) => setDraft({ version: draft?.version ?? saved?.version ?? 0, rules: next });
  return {
    rules,
    /** The version that the changes were made to. */
    version: draft?.version ?? saved?.version ?? 0,
    changed: draft !== null,
    change: (index: number, rule: Rule) => set(replaced(rules, index, rule)),
    /** Adds a line above the one that takes the rest; returns its id. */
    add() {
      const rule = newRule();
      set([...rules.slice(0, -1), rule, ...rules.slice(-1)]);
      return rule.id;
    },
    remove: (index: number) => set(withoutAt(rules, index)),
    /** Moves a line by one place; the last line neither moves nor is passed. Says where it stands then. */
    move(index: number, by: -1 | 1): number {
      const to = index + by;
      if (to < 0 || index >= rules.length - 1 || to >= rules.length - 1) return index;
      set(moved(rules, index, by));
      return to;
    },
    discard: () => setDraft(null),
  };
}

export type RulesDraft = ReturnType<typeof useRulesDraft>;
