import './palette.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { Icon, Kbd, TextInput, Tile } from '../../ui/index.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import { focusCanvas, focusPalette, PALETTE_SEARCH } from './focus-palette.ts';
import { PaletteHint } from './palette-hint.tsx';
import { paletteGroups, stepsFound } from './palette-items.ts';
import { STEP_TYPE } from './step-type-drag.ts';
import { phaseName } from './phase-name.ts';

/** The steps that can be drawn, by phase: dragged to the canvas, or chosen with a click or Enter. */
export function Palette() {
  const { t, language } = useI18n();
  const acts = useActs();
  const graph = useEditor((state) => state.graph);
  const insertion = useEditor((state) => state.insertion);
  const [words, setWords] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const groups = paletteGroups(graph, language, words);
  const found = stepsFound(graph, language, words);

  useEffect(() => {
    if (insertion !== null) focusPalette();
  }, [insertion]);

  function add(type: string) {
    acts.add(type);
    setWords('');
    focusCanvas();
  }
  function onKeyDown(event: KeyboardEvent) {
    const choices = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = choices.findIndex((choice) => choice === document.activeElement);
    if (event.key === 'ArrowDown') choices[Math.min(at + 1, choices.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) choices[at - 1]?.focus();
    else if (event.key === 'ArrowUp') focusPalette();
    else if (event.key === 'Enter' && at < 0) choices[0]?.click();
    else if (event.key === 'Escape') {
      setWords('');
      acts.stopConnecting();
      focusCanvas();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <aside className="ed-palette" aria-label={t('editor.palette')}>
      <TextInput
        id={PALETTE_SEARCH}
        icon="search"
        type="search"
        autoComplete="off"
        placeholder={t('editor.palette-search')}
        aria-label={t('editor.palette-search')}
        value={words}
        onChange={setWords}
        onKeyDown={onKeyDown}
        after={<Kbd keys="/" />}
      />
      <PaletteHint />
      <div ref={list} className="ed-palette-list">
        {groups.map(({ phase, items }) => (
          <section key={phase} aria-label={phaseName(phase, language)}>
            <h2>
              <span className="ed-dot" style={{ background: `var(--ph-${phase}-solid)` }} />
              {phaseName(phase, language)}
            </h2>
            <ul>
              {items.map(({ type, name, icon }) => (
                <li key={type}>
                  <button
                    type="button"
                    draggable
                    className="ed-palette-item"
                    aria-label={t('editor.add-step', { step: name })}
                    onDragStart={(event) => {
                      event.dataTransfer.setData(STEP_TYPE, type);
                      event.dataTransfer.effectAllowed = 'copy';
                    }}
                    onKeyDown={onKeyDown}
                    onClick={() => add(type)}
                  >
                    <Tile phase={phase} icon={icon} size={20} />
                    <span className="ed-cut">{name}</span>
                    <Icon name="plus" size={14} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found.length > 0 && (
          <section aria-label={t('editor.in-drawing')}>
            <h2>{t('editor.in-drawing')}</h2>
            <ul>
              {found.map(({ id, title }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="ed-palette-item"
                    onKeyDown={onKeyDown}
                    onClick={() => {
                      acts.show(id);
                      setWords('');
                      focusCanvas();
                    }}
                  >
                    <Icon name="arrow" size={14} />
                    <span className="ed-cut">{title}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {groups.length === 0 && found.length === 0 && <p className="ed-palette-none">{t('editor.palette-none')}</p>}
      </div>
    </aside>
  );
}
