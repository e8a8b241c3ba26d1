import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc } from '../api.ts';
import type { Rule } from './rule.ts';

const PAUSE_MS = 400;

/** What a list would take and do, asked anew a moment after each change. `asked`: what else may have changed it. */
export function useRulesPreview(rules: readonly Rule[], asked: string) {
  const preview = useMutation(trpc.assignment.preview.mutationOptions());
  const { mutate } = preview;
  const question = JSON.stringify({ rules, asked });
  useEffect(() => {
    const list = (JSON.parse(question) as { rules: Rule[] }).rules;
    if (list.length === 0) return undefined;
    const timer = setTimeout(() => mutate({ rules: list }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [question, mutate]);
  return { data: preview.data, pending: preview.isPending, error: preview.error };
}
