import { lazy, Suspense } from 'react';
import type { Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Dialog, Skeleton } from '../ui/index.ts';

// The canvas is heavy and most sheets are read without it.
const Drawing = lazy(async () => ({ default: (await import('../editor/drawing.tsx')).Drawing }));

type DrawingDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  drawn: Outputs['enrolments']['graph'];
};

/** The whole drawing that the follow-up walks, to read. */
export function DrawingDialog({ open, onOpenChange, drawn }: DrawingDialogProps) {
  const { t } = useI18n();
  const title = t('cases.drawing.title', { scenario: drawn.scenarioName, version: drawn.version });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} size="lg">
      <div className="case-drawing">
        <Suspense fallback={<Skeleton lines={8} />}>
          <Drawing graph={drawn.graph} present={drawn.tokens.map(({ nodeId }) => nodeId)} label={title} />
        </Suspense>
      </div>
    </Dialog>
  );
}
