import { useI18n } from '../../i18n/index.ts';
import { Icon, IconButton, Menu, type MenuItem } from '../../ui/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { drawnSteps } from '../store/drawing.ts';
import { nodeOf } from '../store/selectors.ts';
import { useActs, useEditor } from '../store/use-editor.ts';

const MOST_TARGETS = 40;

/** The ways a step ends, in the order of their number keys, each with where it leads. */
export function OutcomeList({ id }: { id: string }) {
  const { t, language } = useI18n();
  const acts = useActs();
  const graph = useEditor((state) => state.graph);
  const findings = useEditor((state) => state.findings);
  const node = nodeOf({ graph }, id);
  if (node === undefined) return null;
  const look = stepLook(node, language);
  if (look.outcomes.length === 0) return null;
  const steps = drawnSteps(graph, language);
  const isTask = node.type === 'call' || node.type === 'task';

  function itemsFor(outcome: string, ended: boolean, edgeId: string | undefined): MenuItem[] {
    const others = [...steps].filter(([other]) => other !== id && nodeOf({ graph }, other)?.type !== 'start');
    return [
      {
        label: t('editor.new-step-here'),
        icon: 'plus',
        onSelect: () => acts.insertAt({ kind: 'outcome', nodeId: id, outcome }),
      },
      {
        label: t('editor.end-here'),
        icon: 'stop',
        checked: ended,
        onSelect: () => acts.endHere(id, outcome, !ended),
      },
      ...(edgeId === undefined
        ? []
        : [
            {
              label: t('editor.remove-path'),
              icon: 'trash',
              onSelect: () => acts.edit({ kind: 'disconnect', edgeId }),
            } as const,
          ]),
      'separator',
      { heading: t('editor.leads-to') },
      ...others.slice(0, MOST_TARGETS).map(([other, { look: target }]) => ({
        label: target.title,
        icon: target.icon,
        onSelect: () => acts.connect(id, outcome, other),
      })),
    ];
  }
  return (
    <section data-field="outcomes" aria-label={t('editor.outcomes')}>
      <div className="ed-outcome-head">
        <h3>{look.outcomes.length === 1 ? t('editor.continuation') : t('editor.outcomes')}</h3>
        {isTask && <span>{t('editor.outcome-keys')}</span>}
      </div>
      <ul className="ed-outcome-list">
        {look.outcomes.map(({ id: outcome, label }, index) => {
          const edge = graph.edges.find((each) => each.from === id && each.outcome === outcome);
          const ended = (node.endsOn ?? []).includes(outcome);
          const target = edge && steps.get(edge.to)?.look.title;
          const wrong = findings.some(
            ({ nodeId, path, severity }) =>
              nodeId === id && severity === 'error' && path?.[0] === 'outcomes' && path[1] === outcome,
          );
          return (
            <li key={outcome} data-part={outcome}>
              {look.outcomes.length > 1 && (
                <>
                  <kbd className="ui-kbd" aria-hidden="true">
                    {index + 1}
                  </kbd>
                  <span className="ed-outcome-name ed-cut" title={label}>
                    {label}
                  </span>
                </>
              )}
              <span className={wrong ? 'ed-outcome-to is-open' : 'ed-outcome-to'}>
                <Icon name={wrong ? 'warn' : ended && !target ? 'stop' : 'arrow'} size={12} />
                {edge && target !== undefined ? (
                  <button type="button" className="ed-cut" title={target} onClick={() => acts.show(edge.to)}>
                    {target}
                  </button>
                ) : (
                  <span className="ed-cut">{ended ? t('editor.ends') : t('editor.leads-nowhere')}</span>
                )}
              </span>
              <Menu
                label={label}
                trigger={<IconButton icon="more" size="xs" label={t('editor.outcome-menu', { outcome: label })} />}
                items={itemsFor(outcome, ended, edge?.id)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
