import { useI18n } from '../../i18n/index.ts';
import { drawnRanges } from '../store/drawing.ts';
import { useEditor } from '../store/use-editor.ts';

/** Days from the due date on which a step may be reached, in words: `J+12 … J+16`. Null when no day can be named. */
export function useDayRange(id: string): string | null {
  const { f } = useI18n();
  // The graph is new after each edit, a range is not: two numbers are compared, not the object.
  const from = useEditor(({ graph }) => drawnRanges(graph).get(id)?.from ?? null);
  const to = useEditor(({ graph }) => drawnRanges(graph).get(id)?.to ?? null);
  if (from === null) return null;
  return to === null ? `${f.relativeDay(from)} …` : f.dayRange(from, to);
}
