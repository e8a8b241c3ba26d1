import { MiniMap } from '@xyflow/react';
import { useState } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf } from '../store/selectors.ts';
import { useEditorStore } from '../store/use-editor.ts';
import type { FlowNode } from './flow-nodes.ts';

/** The whole drawing in small, steps in the colour of their phase; drag to move the view. */
export function Overview() {
  const { t } = useI18n();
  const store = useEditorStore();
  const [open, setOpen] = useState(true);
  function colour({ id }: FlowNode): string {
    const state = store.getState();
    const node = nodeOf(state, id);
    const look = node && stepLook(node, state.language);
    return look === undefined || look.shape === 'pill' ? 'var(--edge)' : `var(--ph-${look.phase}-solid)`;
  }
  if (!open) {
    return (
      <div className="ed-overview is-folded nopan">
        <IconButton icon="scenario" size="sm" label={t('editor.overview-show')} onClick={() => setOpen(true)} />
      </div>
    );
  }
  return (
    <div className="ed-overview nopan">
      <MiniMap<FlowNode>
        className="ed-overview-map"
        ariaLabel={t('editor.overview')}
        nodeColor={colour}
        nodeBorderRadius={6}
        bgColor="transparent"
        maskColor="transparent"
        maskStrokeColor="var(--accent-text)"
        maskStrokeWidth={1.5}
        offsetScale={2}
        pannable
        zoomable
      />
      <IconButton icon="chevron-down" size="xs" label={t('editor.overview-hide')} onClick={() => setOpen(false)} />
    </div>
  );
}
