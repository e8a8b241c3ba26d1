import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from './shortcuts.ts';
import { Kbd } from './kbd.tsx';
import { TextInput } from './text-input.tsx';

type SearchInputProps = { label: string; value: string; onChange: (value: string) => void };

const restMs = 250;

/** Text to find rows by; asks once somebody stops typing. `/` goes there, Escape empties it. */
export function SearchInput({ label, value, onChange }: SearchInputProps) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const frame = useRef<HTMLSpanElement>(null);
  if (value !== asked) {
    // the address changed by itself: a link, or filters cleared
    setAsked(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === asked) return undefined;
    const timer = setTimeout(() => {
      setAsked(typed.trim());
      onChange(typed.trim());
    }, restMs);
    return () => clearTimeout(timer);
  });
  useShortcuts([{ keys: '/', label, group: 'list', run: () => frame.current?.querySelector('input')?.focus() }]);
  return (
    <span ref={frame} className="ui-search">
      <TextInput
        icon="search"
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
        after={typed === '' ? <Kbd keys="/" /> : undefined}
      />
    </span>
  );
}
