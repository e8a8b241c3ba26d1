import { useState } from 'react';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, Field, TextArea } from '../ui/index.ts';

type ReasonDialogProps = {
  title: string;
  text: string;
  act: string;
  label: string;
  needed: string;
  busy: boolean;
  error: unknown;
  danger?: boolean;
  run: (reason: string) => void;
  onClose: () => void;
};

/** Says what an act does, asks why, and does it. */
export function ReasonDialog({
  title,
  text,
  act,
  label,
  needed,
  busy,
  error,
  danger,
  run,
  onClose,
}: ReasonDialogProps) {
  const problemText = useProblemText();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={text}
      act={{
        label: act,
        busy,
        danger: danger ?? false,
        disabledReason: reason.trim() === '' ? needed : undefined,
        run: () => run(reason.trim()),
      }}
    >
      <Field label={label}>
        <TextArea value={reason} onChange={setReason} maxLength={500} data-autofocus />
      </Field>
      {error !== null && <Banner tone="danger" title={problemText(error)} />}
    </Dialog>
  );
}
