import { Dialog } from './dialog.tsx';

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question. */
  title: string;
  /** What will happen, and whether it can be undone. */
  description: string;
  /** The act, named on its button. */
  act: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
};

export function ConfirmDialog({ act, danger, busy, onConfirm, ...dialog }: ConfirmDialogProps) {
  return <Dialog {...dialog} act={{ label: act, danger: danger ?? false, busy: busy ?? false, run: onConfirm }} />;
}
