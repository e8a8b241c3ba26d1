import { useReactFlow, useStore } from '@xyflow/react';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Chip, IconButton } from '../ui/index.ts';
import { motion } from './canvas/motion.ts';
import { draftDiffers } from './draft-differs.ts';
import { PublishButton } from './publish/publish-button.tsx';
import { SaveStatus } from './save-status.tsx';
import { useActs, useEditor } from './store/use-editor.ts';

/** Name and state of the scenario; undo, zoom, publish. */
export function EditorHeader() {
  const { t } = useI18n();
  const name = useEditor((state) => state.scenario.name);
  const version = useEditor((state) => state.published?.version ?? null);
  const differs = useEditor(draftDiffers);
  const state =
    version === null
      ? t('editor.draft')
      : differs
        ? t('editor.draft-of', { version: version + 1 })
        : t('editor.published', { version });
  return (
    <PageHeader
      title={name}
      parent={{ label: t('editor.scenarios'), to: '/scenarios', arrow: true }}
      state={
        <>
          <Chip tone={version !== null && !differs ? 'ok' : 'outline'}>{state}</Chip>
          <SaveStatus />
        </>
      }
      actions={
        <>
          <UndoRedo />
          <Zoom />
          <PublishButton />
        </>
      }
    />
  );
}

function UndoRedo() {
  const { t } = useI18n();
  const acts = useActs();
  const canUndo = useEditor((state) => state.history.past.length > 0);
  const canRedo = useEditor((state) => state.history.future.length > 0);
  return (
    <span className="ed-pair">
      <IconButton
        icon="undo"
        variant="default"
        label={t('editor.undo')}
        keys="mod+z"
        disabled={!canUndo}
        onClick={acts.undo}
      />
      <IconButton
        icon="redo"
        variant="default"
        label={t('editor.redo')}
        keys="mod+y"
        disabled={!canRedo}
        onClick={acts.redo}
      />
    </span>
  );
}

function Zoom() {
  const { t, f } = useI18n();
  const { zoomIn, zoomOut } = useReactFlow();
  const zoom = useStore((flow) => Math.round(flow.transform[2] * 100));
  return (
    <span className="ed-zoom" role="group" aria-label={t('editor.zoom')}>
      <IconButton
        icon="minus"
        size="sm"
        label={t('editor.zoom-out')}
        onClick={() => void zoomOut({ duration: motion() })}
      />
      <output aria-label={t('editor.zoom')}>{f.percent(zoom / 100)}</output>
      <IconButton
        icon="plus"
        size="sm"
        label={t('editor.zoom-in')}
        onClick={() => void zoomIn({ duration: motion() })}
      />
    </span>
  );
}
