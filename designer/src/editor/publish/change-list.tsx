import { useI18n } from '../../i18n/index.ts';
import { changesBetween } from '../graph/changes.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf } from '../store/selectors.ts';
import { useEditor } from '../store/use-editor.ts';

const MOST_NAMES = 6;

/** What the draft changes against the version in use, by step. */
export function ChangeList() {
  const { t, f, language } = useI18n();
  const graph = useEditor((state) => state.graph);
  const published = useEditor((state) => state.published?.graph ?? null);
  if (published === null) return <p>{t('editor.first-version', { count: graph.nodes.length })}</p>;
  const changes = changesBetween(published, graph);
  const name = (id: string): string => {
    const node = nodeOf({ graph }, id) ?? nodeOf({ graph: published }, id);
    return node === undefined ? id : stepLook(node, language).title;
  };
  const names = (ids: readonly string[]): string => {
    const shown = ids.slice(0, MOST_NAMES).map(name);
    const rest = ids.length - shown.length;
    return f.list(rest > 0 ? [...shown, t('editor.and-more', { count: rest })] : shown);
  };
  const rows = [
    { key: 'added', ids: changes.added },
    { key: 'changed', ids: changes.changed },
    { key: 'rerouted', ids: changes.rerouted },
    { key: 'removed', ids: changes.removed },
  ] as const;
  return (
    <dl className="ed-changes">
      {rows
        .filter(({ ids }) => ids.length > 0)
        .map(({ key, ids }) => (
          <div key={key}>
            <dt>{t(`editor.change.${key}`, { count: ids.length })}</dt>
            <dd>{names(ids)}</dd>
          </div>
        ))}
      {changes.settings && (
        <div>
          <dt>{t('editor.change.settings')}</dt>
          <dd>{t('editor.change.settings-text')}</dd>
        </div>
      )}
    </dl>
  );
}
