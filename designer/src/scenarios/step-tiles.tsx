import { typeName } from '../editor/type-name.ts';
import { type Language, useI18n } from '../i18n/index.ts';
import { nodeLook, Tile } from '../ui/index.ts';

const MOST_TILES = 8;
/** The path itself is not what a scenario does. */
const SILENT = new Set(['start', 'end', 'wait']);

/** What a scenario does, as the tiles of its steps in their order; waits, start and ends are left out. */
export function StepTiles({ types, language }: { types: readonly string[]; language: Language }) {
  const { t, f } = useI18n();
  const acting = types.filter((type) => !SILENT.has(type));
  const shown = acting.slice(0, MOST_TILES);
  const rest = acting.length - shown.length;
  const kinds = [...new Set(acting)].map((type) => typeName(type, language));
  return (
    <span
      className="sc-tiles"
      role="img"
      aria-label={t('scenarios.steps-label', { count: types.length, list: f.list(kinds) })}
    >
      {shown.map((type, index) => (
        <Tile key={index} {...nodeLook(type)} size={20} />
      ))}
      {rest > 0 && <span className="sc-more">{t('scenarios.steps-more', { count: rest })}</span>}
    </span>
  );
}
