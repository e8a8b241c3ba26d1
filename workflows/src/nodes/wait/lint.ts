import type { NodeLint, Path, Scene } from '../../lint/finding.ts';
import type { Anchor } from '../../plan/anchor.ts';
import { nodeById } from '../../scenario/graph.ts';

interface WaitConfig {
  amount: number;
  direction: 'before' | 'after';
  anchor: Anchor;
}

/** A wait counts from something that exists before it, and can lie ahead. */
export const lintWait: NodeLint<WaitConfig> = ({ id, config: { amount, direction, anchor } }, scene) => {
  if (typeof anchor === 'string') {
    const isRelative = anchor === 'previous-step' || anchor === 'last-contact';
    if (!isRelative || direction === 'after' || amount === 0) return [];
    const message = { key: 'lint.wait-never-waits', values: { anchor: { key: `anchor.${anchor}` } } };
    return [{ rule: 'wait-never-waits', severity: 'warning', path: ['direction'], message }];
  }
  const { source, path, fault } = 'answer' in anchor ? checkAnswer(anchor.answer, scene) : checkMessage(anchor, scene);
  const key = fault ?? (scene.after(source).has(id) ? null : 'lint.wait-anchor.not-before');
  if (key === null) return [];
  const step = nodeById(scene.graph, source)?.label ?? source;
  return [{ rule: 'wait-anchor', severity: 'error', path, message: { key, values: { step } } }];
};

interface Checked {
  source: string;
  path: Path;
  fault: string | null;
}

function checkAnswer({ nodeId, field }: { nodeId: string; field: string }, { graph, definition }: Scene): Checked {
  const node = nodeById(graph, nodeId);
  if (node === undefined) {
    return { source: nodeId, path: ['anchor', 'answer', 'nodeId'], fault: 'lint.wait-anchor.unknown-node' };
  }
  const isDate = definition(node.type)
    ?.answers(node.config)
    .some(({ id, type }) => id === field && type === 'date');
  return {
    source: nodeId,
    path: ['anchor', 'answer', 'field'],
    fault: isDate === true ? null : 'lint.wait-anchor.no-date',
  };
}

function checkMessage({ answerBy }: { answerBy: string }, { graph, definition }: Scene): Checked {
  const node = nodeById(graph, answerBy);
  const path = ['anchor', 'answerBy'];
  if (node === undefined) return { source: answerBy, path, fault: 'lint.wait-anchor.unknown-node' };
  const gives = definition(node.type)?.givesAnswerBy(node.config) ?? false;
  return { source: answerBy, path, fault: gives ? null : 'lint.wait-anchor.no-answer-by' };
}
