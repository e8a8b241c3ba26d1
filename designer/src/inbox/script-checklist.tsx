import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Checkbox } from '../ui/index.ts';

/** What to say, to tick while talking: suggestions, not a text to read out. */
export function ScriptChecklist({ lines }: { lines: readonly string[] }) {
  const { t } = useI18n();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const toggle = (index: number) =>
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(index)) next.add(index);
      return next;
    });
  return (
    <section>
      <h3>{t('inbox.script')}</h3>
      <ul className="sheet-script">
        {lines.map((line, index) => (
          <li key={index} className={ticked.has(index) ? 'is-ticked' : undefined}>
            <Checkbox checked={ticked.has(index)} onChange={() => toggle(index)}>
              {line}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
