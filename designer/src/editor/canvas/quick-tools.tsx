import { NodeToolbar, Position } from '@xyflow/react';
import { useI18n } from '../../i18n/index.ts';
import { Icon, type IconName, Kbd, Tooltip } from '../../ui/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf } from '../store/selectors.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import { useAddAfter } from './use-add-after.ts';

/** What is done most with the selected step, at its right, each with its key. */
export function QuickTools({ id }: { id: string }) {
  const { t } = useI18n();
  const acts = useActs();
  const addAfter = useAddAfter();
  const leads = useEditor((state) => {
    const node = nodeOf(state, id);
    return node !== undefined && stepLook(node, state.language).outcomes.length > 0;
  });
  return (
    <NodeToolbar
      nodeId={id}
      isVisible
      position={Position.Right}
      align="start"
      offset={12}
      className="ed-tools is-column"
    >
      {leads && <Tool icon="plus" keys="n" label={t('editor.add-after')} run={addAfter} />}
      {leads && <Tool icon="relate" keys="c" label={t('editor.connect')} run={() => acts.startConnecting()} />}
      <Tool icon="copy" keys="d" label={t('editor.duplicate')} run={acts.duplicate} />
      <Tool icon="trash" keys={t('editor.key-delete')} label={t('common.delete')} run={acts.remove} />
    </NodeToolbar>
  );
}

function Tool({ icon, keys, label, run }: { icon: IconName; keys: string; label: string; run: () => void }) {
  return (
    <Tooltip text={label} side="right">
      <button type="button" className="ed-tool" aria-label={label} onClick={run}>
        <Icon name={icon} />
        <Kbd keys={keys} />
      </button>
    </Tooltip>
  );
}
