import './templates.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Button, Chip, ConfirmDialog, ErrorState, Segmented, Skeleton, useShortcuts } from '../ui/index.ts';
import { faultsOf } from './faults.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { templateName } from './template-name.ts';
import { TemplatePreview } from './template-preview.tsx';
import { TextEditor } from './text-editor.tsx';
import { useSaveTemplate } from './use-save-template.ts';
import { useTemplateDraft, type TemplateLanguage } from './use-template-draft.ts';
import { VersionList } from './version-list.tsx';

/** One template in both languages: its words, how they look on a real invoice, and the versions they had. */
export function TemplatePage() {
  const { t, language } = useI18n();
  const problemText = useProblemText();
  const { id } = useParams({ from: '/shell/templates/$id' });
  const readOnly = useSession().role === 'collector';
  const [of, setOf] = useState<TemplateLanguage>(language);
  const [resetting, setResetting] = useState(false);
  const query = useQuery(trpc.templates.get.queryOptions({ id }));
  const draft = useTemplateDraft(query.data, of);
  const { save, reset, saving, error } = useSaveTemplate(id, of, draft);
  const faults = query.data ? faultsOf(draft, { t, language }) : [];
  const lack = draft.changed ? faults[0] : t('templates.nothing-changed');
  const run = () => lack === undefined && !saving && !readOnly && save();
  useShortcuts([{ keys: 'mod+s', label: t('templates.save'), group: 'page', whileTyping: true, run }]);
  const own = draft.text?.own ?? null;
  return (
    <>
      <PageHeader
        title={templateName(id, language)}
        parent={{ label: t('templates.title'), to: '/templates' }}
        state={draft.anyChanged && <Chip tone="warn">{t('templates.unsaved')}</Chip>}
        actions={
          !readOnly && (
            <Button variant="primary" busy={saving} disabledReason={lack} onClick={run}>
              {t('templates.save')}
            </Button>
          )
        }
      />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={10} label={t('common.loading')} />}
      {draft.text && (
        <div className="tp-page">
          <div className="tp-bar">
            <Segmented
              label={t('templates.languages')}
              value={of}
              onChange={setOf}
              segments={[
                { value: 'fr', label: t('templates.language.fr') },
                { value: 'en', label: t('templates.language.en') },
              ]}
            />
            <span className="text-text-2">
              {own === null ? t('templates.standard') : t('templates.own', { version: own.version })}
            </span>
            <span className="tp-acts">
              {draft.changed && <Button onClick={draft.discard}>{t('templates.discard')}</Button>}
              {!readOnly && own !== null && <Button onClick={() => setResetting(true)}>{t('templates.reset')}</Button>}
            </span>
          </div>
          {error && <Banner tone="danger" title={problemText(error)} />}
          <div className="tp-columns">
            <TextEditor key={of} draft={draft} faults={faults} readOnly={readOnly} />
            <div className="tp-side">
              <TemplatePreview id={id} of={of} words={draft} />
              <VersionList text={draft.text} draft={draft} readOnly={readOnly} />
            </div>
          </div>
        </div>
      )}
      <ConfirmDialog
        open={resetting}
        onOpenChange={setResetting}
        title={t('templates.reset')}
        description={t('templates.reset-text')}
        act={t('templates.reset')}
        onConfirm={() => {
          setResetting(false);
          reset();
        }}
      />
      <LeaveGuard unsaved={draft.anyChanged} />
    </>
  );
}
