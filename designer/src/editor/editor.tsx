import './editor.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Canvas } from './canvas/canvas.tsx';
import { StandingProvider } from './canvas/standing.tsx';
import { ConflictBanner } from './conflict-banner.tsx';
import { EditorHeader } from './editor-header.tsx';
import { EditorKeys } from './editor-keys.tsx';
import { FindingsPanel } from './findings/findings-panel.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { loadedFrom } from './loaded-from.ts';
import { Palette } from './palette/palette.tsx';
import { saveDraft } from './save-draft.ts';
import { SavingContext } from './saving-context.ts';
import { makeAutosave } from './store/autosave.ts';
import { createEditorStore } from './store/editor-store.ts';
import { keepFindings } from './store/keep-findings.ts';
import { EditorContext } from './store/use-editor.ts';

/** An open scenario: palette, drawing, inspector. Saves itself for as long as it is open. */
export function Editor({ stored }: { stored: Outputs['scenarios']['get'] }) {
  const { t, language } = useI18n();
  const [store] = useState(() => createEditorStore(loadedFrom(stored), language));
  const [saving] = useState(() => makeAutosave(store, saveDraft));

  useEffect(() => saving.start(), [saving]);
  useEffect(() => keepFindings(store), [store]);
  useEffect(() => store.acts.speak(language), [store, language]);
  useEffect(() => store.acts.follow(loadedFrom(stored)), [store, stored]);

  return (
    <EditorContext value={store}>
      <SavingContext value={saving}>
        <ReactFlowProvider>
          <EditorHeader />
          <ConflictBanner />
          <div className="ed" aria-label={t('editor.scenario')}>
            <Palette />
            <div className="ed-middle">
              <StandingProvider>
                <Canvas />
              </StandingProvider>
              <FindingsPanel />
            </div>
            <Inspector />
          </div>
          <EditorKeys />
          <LeaveGuard />
        </ReactFlowProvider>
      </SavingContext>
    </EditorContext>
  );
}
