import './publish.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useI18n } from '../../i18n/index.ts';
import { problemText } from '../../problem/use-problem-text.ts';
import { Button, Dialog, Icon } from '../../ui/index.ts';
import { FindingRow } from '../findings/finding-row.tsx';
import { useSaving } from '../saving-context.ts';
import { useEditor, useEditorStore } from '../store/use-editor.ts';
import { ChangeList } from './change-list.tsx';

interface PublishDialogProps {
  open: boolean;
  onClose: () => void;
  onEnrol: () => void;
}

/** What publishing changes and what stands against it; then that it is done, and what to do next. */
export function PublishDialog({ open, onClose, onEnrol }: PublishDialogProps) {
  const { t } = useI18n();
  const [done, setDone] = useState<number | null>(null);
  function close() {
    setDone(null);
    onClose();
  }
  if (done !== null) {
    return (
      <Dialog
        open={open}
        onOpenChange={(next) => !next && close()}
        size="sm"
        title={t('editor.published-title', { version: done })}
      >
        <p className="ed-publish-done">
          <Icon name="check" />
          {t('editor.published-text')}
        </p>
        <div className="ed-publish-acts">
          <Button onClick={close}>{t('editor.enrol-later')}</Button>
          <Button
            variant="primary"
            data-autofocus
            onClick={() => {
              setDone(null);
              onEnrol();
            }}
          >
            {t('editor.enrol')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return <Confirm open={open} onClose={close} onDone={setDone} />;
}

function Confirm({ open, onClose, onDone }: { open: boolean; onClose: () => void; onDone: (version: number) => void }) {
  const { t } = useI18n();
  const store = useEditorStore();
  const saving = useSaving();
  const queries = useQueryClient();
  const findings = useEditor((state) => state.findings);
  const version = useEditor((state) => (state.published?.version ?? 0) + 1);
  const [notSaved, setNotSaved] = useState(false);
  const publish = useMutation(trpc.scenarios.publish.mutationOptions());
  const errors = findings.filter(({ severity }) => severity === 'error');

  async function run() {
    setNotSaved(false);
    if (!(await saving.flush())) return setNotSaved(true);
    const { scenario, rev, graph } = store.getState();
    publish.mutate(
      { id: scenario.id, rev },
      {
        onSuccess: ({ version: made }) => {
          store.acts.published({ version: made, graph });
          void queries.invalidateQueries({ queryKey: trpc.scenarios.pathKey() });
          onDone(made);
        },
      },
    );
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      size="md"
      title={t('editor.publish-title', { version })}
      act={{
        label: t('editor.publish', { version }),
        busy: publish.isPending,
        disabledReason: errors.length > 0 ? t('editor.findings-block', { count: errors.length }) : undefined,
        run: () => void run(),
      }}
      note={errors.length > 0 ? t('editor.findings-block', { count: errors.length }) : t('editor.publish-note')}
    >
      <div className="ed-publish">
        <ChangeList />
        <ul className="ed-publish-facts">
          <li>{t('editor.publish-nothing-sent')}</li>
          <li>{t('editor.publish-new', { version })}</li>
          <li>{t('editor.publish-existing')}</li>
        </ul>
        {findings.length > 0 && (
          <section aria-label={t('editor.findings')}>
            <h3>{errors.length > 0 ? t('editor.findings-to-mend') : t('editor.findings-known')}</h3>
            <ul className="ed-publish-findings">
              {findings.map((finding, index) => (
                <FindingRow key={index} finding={finding} onShow={onClose} />
              ))}
            </ul>
          </section>
        )}
        {(publish.error || notSaved) && (
          <p className="fd-error" role="alert">
            <Icon name="warn" size={12} />
            {notSaved ? t('editor.publish-unsaved') : problemText(publish.error, t)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
