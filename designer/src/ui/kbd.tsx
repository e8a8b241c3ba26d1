import './kbd.css';

const names: Record<string, string> = {
  mod: 'Ctrl',
  enter: '↵',
  escape: 'Esc',
  shift: '⇧',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  ' ': '␣',
};
const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** The label of a key combination such as `mod+enter`. */
export function keyLabel(keys: string): string {
  return keys
    .split('+')
    .map((key) =>
      key === 'mod' && isMac ? '⌘' : (names[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key)),
    )
    .join(' ');
}

/** A key shown beside the act it does; hidden on touch screens. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="ui-kbd" aria-hidden="true">
      {keyLabel(keys)}
    </kbd>
  );
}
