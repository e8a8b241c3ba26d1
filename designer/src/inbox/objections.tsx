import { useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { Button, TextInput } from '../ui/index.ts';
import { findObjections } from './find-objections.ts';
import type { TaskSheetData } from './task.ts';

type Objection = TaskSheetData['objections'][number];
type ObjectionsProps = {
  objections: readonly Objection[];
  language: 'fr' | 'en';
  /** Takes over the outcome that records it, with what is known of it. */
  onNote: (objection: Objection) => void;
};

const SHOWN = 3;

/** What may be said instead of a date: found while talking, answered, and noted with one press. */
export function Objections({ objections, language, onNote }: ObjectionsProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const found = findObjections(objections, typed);
  return (
    <section>
      <h3>{t('inbox.objections')}</h3>
      <TextInput
        icon="search"
        type="search"
        aria-label={t('inbox.objections-search')}
        placeholder={t('inbox.objections-search')}
        value={typed}
        onChange={setTyped}
      />
      {typed.trim() !== '' && (
        <ul className="sheet-objections">
          {found.slice(0, SHOWN).map((it, index) => (
            <li key={it.id}>
              <button
                type="button"
                aria-expanded={isOpen(it.id, open, index)}
                onClick={() => setOpen(isOpen(it.id, open, index) ? '' : it.id)}
              >
                <span lang={language}>{it.says}</span>
              </button>
              {isOpen(it.id, open, index) && (
                <div>
                  <p lang={language}>{it.answer}</p>
                  <p className="sheet-hint">{it.record}</p>
                  <Button size="sm" icon="check" onClick={() => onNote(it)}>
                    {t('inbox.objections-note')}
                  </Button>
                </div>
              )}
            </li>
          ))}
          {found.length === 0 && <li className="sheet-hint">{t('inbox.objections-none')}</li>}
        </ul>
      )}
    </section>
  );
}

/** The best one stands open until another is chosen: nobody has a hand free. */
function isOpen(id: string, open: string | null, index: number): boolean {
  return open === null ? index === 0 : open === id;
}
