import './tile.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';

export type Phase = 'prevent' | 'remind' | 'talk' | 'agree' | 'escalate' | 'handoff' | 'close' | 'logic';

type TileProps = { phase: Phase; icon: IconName; size?: 28 | 22 | 20; event?: boolean; label?: string };

/** The picture of a step: the same in the palette, on the canvas, in a timeline, in a mail list. */
export function Tile({ phase, icon, size = 28, event, label }: TileProps) {
  return (
    <span className={cx('ui-tile', `ui-tile-${size}`, `ui-tile-${phase}`, event && 'ui-tile-event')}>
      <Icon name={icon} size={size === 28 ? 16 : 14} {...(label ? { label } : {})} />
    </span>
  );
}
