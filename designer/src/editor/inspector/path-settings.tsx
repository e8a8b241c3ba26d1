import { useI18n } from '../../i18n/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { drawnSteps } from '../store/drawing.ts';
import { useActs, useEditor } from '../store/use-editor.ts';

/** A selected path: from where to where, and what can be done with it. */
export function PathSettings({ id }: { id: string }) {
  const { t, language } = useI18n();
  const acts = useActs();
  const graph = useEditor((state) => state.graph);
  const edge = graph.edges.find((each) => each.id === id);
  if (edge === undefined) return null;
  const steps = drawnSteps(graph, language);
  const source = steps.get(edge.from)?.look;
  const outcome = source?.outcomes.find((each) => each.id === edge.outcome)?.label ?? edge.outcome;
  return (
    <>
      <header className="ed-inspector-head">
        <div className="ed-inspector-title">
          <h2>{t('editor.path')}</h2>
          <p>{outcome}</p>
        </div>
      </header>
      <div className="ed-inspector-body">
        <p className="ed-path-ends">
          <button type="button" className="fd-link" onClick={() => acts.show(edge.from)}>
            {source?.title ?? edge.from}
          </button>
          <Icon name="arrow" size={12} />
          <button type="button" className="fd-link" onClick={() => acts.show(edge.to)}>
            {steps.get(edge.to)?.look.title ?? edge.to}
          </button>
        </p>
        <div className="fd-row">
          <Button size="sm" icon="plus" onClick={() => acts.insertAt({ kind: 'path', edgeId: id })}>
            {t('editor.insert-here')}
          </Button>
          <Button size="sm" icon="trash" keys={t('editor.key-delete')} onClick={acts.remove}>
            {t('common.delete')}
          </Button>
        </div>
      </div>
    </>
  );
}
