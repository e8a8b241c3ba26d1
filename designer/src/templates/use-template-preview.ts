import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { trpc, type Inputs } from '../api.ts';

const PAUSE_MS = 400;

type Asked = Inputs['templates']['preview'];

/** A draft as it would leave, asked anew a moment after each change. */
export function useTemplatePreview(asked: Asked) {
  const preview = useMutation(trpc.templates.preview.mutationOptions());
  const { mutate } = preview;
  const question = JSON.stringify(asked);
  useEffect(() => {
    const timer = setTimeout(() => mutate(JSON.parse(question) as Asked), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [question, mutate]);
  return { data: preview.data, error: preview.error, again: () => mutate(asked) };
}
