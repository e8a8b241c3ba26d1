import { useReactFlow } from '@xyflow/react';
import { useI18n } from '../../i18n/index.ts';
import { IconButton, useShortcuts } from '../../ui/index.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import { focusPalette } from '../palette/focus-palette.ts';
import { motion } from './motion.ts';

/** What is done with the drawing as a whole. */
export function CanvasToolbar() {
  const { t } = useI18n();
  const { fitView } = useReactFlow();
  const acts = useActs();
  const tool = useEditor((state) => state.tool);
  const fit = () => void fitView({ padding: 0.12, maxZoom: 1, duration: motion() });
  const turn = () => acts.hold(tool === 'select' ? 'move' : 'select');
  const tidy = () => {
    acts.tidy();
    // Twice: React Flow takes the new places over in the frame after this one.
    requestAnimationFrame(() => requestAnimationFrame(fit));
  };
  useShortcuts([
    { keys: 'v', label: t('editor.tool-select'), group: 'page', run: turn },
    { keys: '1', label: t('editor.fit'), group: 'page', run: fit },
    { keys: 't', label: t('editor.tidy'), group: 'page', run: tidy },
    { keys: '/', label: t('editor.search'), group: 'page', run: focusPalette },
  ]);
  return (
    <div className="ed-tools ed-toolbar" role="toolbar" aria-label={t('editor.canvas-tools')}>
      <IconButton
        icon="pointer"
        size="sm"
        keys="v"
        label={t('editor.tool-select')}
        pressed={tool === 'select'}
        onClick={turn}
      />
      <IconButton icon="fit" size="sm" keys="1" label={t('editor.fit')} onClick={fit} />
      <IconButton icon="magic" size="sm" keys="t" label={t('editor.tidy')} onClick={tidy} />
      <IconButton icon="search" size="sm" keys="/" label={t('editor.search')} onClick={focusPalette} />
    </div>
  );
}
