import { useMutation } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Button } from '../ui/index.ts';

type RememberedBannerProps = { importId: string; since: string; onForgotten: () => void };

/** Says that such a file is read as somebody corrected it before, and lets that be forgotten. */
export function RememberedBanner({ importId, since, onForgotten }: RememberedBannerProps) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const forget = useMutation(trpc.imports.forgetReading.mutationOptions({ onSuccess: onForgotten }));
  return (
    <Banner
      tone="info"
      title={t('imports.remembered', { when: f.instant(since) })}
      act={
        <Button size="sm" busy={forget.isPending} onClick={() => forget.mutate({ id: importId })}>
          {t('imports.forget')}
        </Button>
      }
    >
      {forget.error ? problemText(forget.error) : t('imports.remembered.hint')}
    </Banner>
  );
}
