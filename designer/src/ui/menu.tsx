import './floating.css';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export type MenuItem =
  | {
      label: string;
      icon?: IconName;
      keys?: string;
      danger?: boolean;
      checked?: boolean;
      /** Why it cannot be chosen, shown under the label. */
      disabledReason?: string | undefined;
      onSelect: () => void;
    }
  | { heading: string; detail?: string }
  | 'separator';

type MenuProps = { trigger: ReactElement; items: readonly MenuItem[]; align?: 'start' | 'end'; label?: string };

export function Menu({ trigger, items, align = 'end', label }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ui-menu" align={align} sideOffset={6} collisionPadding={8} aria-label={label}>
          {items.map((item, index) => (
            <Entry key={index} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ item }: { item: MenuItem }) {
  if (item === 'separator') return <Radix.Separator className="ui-menu-separator" />;
  if ('heading' in item) {
    return (
      <Radix.Label className="ui-menu-heading">
        <span>{item.heading}</span>
        {item.detail && <small>{item.detail}</small>}
      </Radix.Label>
    );
  }
  return (
    <Radix.Item
      className={cx('ui-menu-item', item.danger && 'is-danger')}
      disabled={Boolean(item.disabledReason)}
      onSelect={item.onSelect}
    >
      {item.icon && <Icon name={item.icon} />}
      <span className="ui-menu-label">
        {item.label}
        {item.disabledReason && <small>{item.disabledReason}</small>}
      </span>
      {item.checked && <Icon name="check" size={14} />}
      {item.keys && <Kbd keys={item.keys} />}
    </Radix.Item>
  );
}
