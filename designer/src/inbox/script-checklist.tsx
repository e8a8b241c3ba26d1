import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button, Checkbox } from '../ui/index.ts';
import { fillLines } from './fill-lines.ts';

// The task fits one screen: the rest of a script is a press away.
const FEW = 4;

type ScriptChecklistProps = {
  lines: readonly string[];
  language: 'fr' | 'en';
  /** What the call has brought so far. */
  known: Readonly<Record<string, string | null>>;
};

/** What to say, to tick while talking: suggestions, not a text to read out. */
export function ScriptChecklist({ lines, language, known }: ScriptChecklistProps) {
  const { t } = useI18n();
  const [whole, setWhole] = useState(lines.length <= FEW + 1);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const toggle = (index: number) =>
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(index)) next.add(index);
      return next;
    });
  const filled = fillLines(lines, known);
  return (
    <section>
      <h3>{t('inbox.script')}</h3>
      <ul className="sheet-script" lang={language}>
        {(whole ? filled : filled.slice(0, FEW)).map(({ index, text }) => (
          <li key={index} className={ticked.has(index) ? 'is-ticked' : undefined}>
            <Checkbox checked={ticked.has(index)} onChange={() => toggle(index)}>
              {text}
            </Checkbox>
          </li>
        ))}
      </ul>
      {!whole && (
        <Button variant="ghost" size="sm" icon="chevron-down" onClick={() => setWhole(true)}>
          {t('inbox.script-whole', { count: filled.length })}
        </Button>
      )}
    </section>
  );
}
