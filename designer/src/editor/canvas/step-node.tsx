import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { cx } from '../../ui/index.ts';
import { exitOffset } from '../graph/box.ts';
import { openOutcomes } from '../graph/free-outcome.ts';
import { stepLook } from '../graph/step-look.ts';
import { gravestOf, nodeOf } from '../store/selectors.ts';
import { useEditor } from '../store/use-editor.ts';
import type { FlowNode } from './flow-nodes.ts';
import { OpenOutcome } from './open-outcome.tsx';
import { QuickTools } from './quick-tools.tsx';
import { StepStanding } from './standing.tsx';
import { StepBody } from './step-body.tsx';
import { stepName } from './step-name.ts';
import { useDayRange } from './use-day-range.ts';

type StepProps = Pick<NodeProps<FlowNode>, 'id' | 'selected'>;

/** One step on the canvas. It reads itself from the store, so that only what shows a change is drawn again. */
function Step({ id, selected }: StepProps) {
  const { t } = useI18n();
  const node = useEditor((state) => nodeOf(state, id));
  const language = useEditor((state) => state.language);
  const severity = useEditor((state) => gravestOf(state, id));
  const open = useEditor(({ graph }) => openKey(graph, id, language));
  const alone = useEditor((state) => state.selected.length === 1);
  const aimed = useEditor(({ connecting }) => connecting?.target === id);
  const leaving = useEditor(({ connecting }) => (connecting?.from === id ? connecting.outcome : null));
  const days = useDayRange(id);
  if (node === undefined) return null;
  const look = stepLook(node, language);
  const openIds = open.split('\n');
  const ended = node.endsOn ?? [];
  return (
    <div
      id={`step-${id}`}
      role="group"
      aria-roledescription={t('editor.step')}
      aria-label={stepName(look, { days, severity }, t)}
      className={cx(
        look.shape === 'card' ? 'ed-card' : 'ed-pill',
        node.type === 'end' && 'is-end',
        selected && 'is-selected',
        aimed && 'is-aimed',
      )}
    >
      <StepBody id={id} look={look} days={days} severity={severity} leaving={leaving} />
      <StepStanding id={id} />
      {node.type !== 'start' && <Handle type="target" position={Position.Top} className="ed-handle is-entry" />}
      {look.outcomes.map((outcome) => {
        const left = exitOffset(look.width, look, outcome.id);
        return (
          <div key={outcome.id}>
            <Handle
              type="source"
              id={outcome.id}
              position={Position.Bottom}
              className={cx('ed-handle', leaving === outcome.id && 'is-leaving')}
              style={{ left }}
            />
            {ended.includes(outcome.id) && (
              <span className="ed-ended" style={{ left }} title={t('editor.ended-here', { outcome: outcome.label })} />
            )}
            {openIds.includes(outcome.id) && <OpenOutcome nodeId={id} outcome={outcome} left={left} />}
          </div>
        );
      })}
      {selected && alone && <QuickTools id={id} />}
    </div>
  );
}

// A text, so that the selector gives an equal value while the same outcomes are open.
function openKey(graph: Parameters<typeof openOutcomes>[0], id: string, language: 'fr' | 'en'): string {
  const node = nodeOf({ graph }, id);
  if (node === undefined) return '';
  return openOutcomes(graph, node, stepLook(node, language).outcomes)
    .map((outcome) => outcome.id)
    .join('\n');
}

export const StepNode = memo(Step, (a, b) => a.id === b.id && a.selected === b.selected);
