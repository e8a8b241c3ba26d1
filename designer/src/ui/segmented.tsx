import './segmented.css';
import { ToggleGroup } from 'radix-ui';
import { Count } from './count.tsx';
import { Icon, type IconName } from './icon.tsx';

type Segment<Value extends string> = { value: Value; label: string; icon?: IconName; count?: number; title?: string };

type SegmentedProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  segments: readonly Segment<Value>[];
};

/** Two to five views of one thing. */
export function Segmented<Value extends string>({ label, value, onChange, segments }: SegmentedProps<Value>) {
  function pick(raw: string) {
    const found = segments.find((segment) => segment.value === raw);
    if (found) onChange(found.value);
  }
  return (
    <ToggleGroup.Root type="single" className="ui-segmented" aria-label={label} value={value} onValueChange={pick}>
      {segments.map((segment) => (
        <ToggleGroup.Item key={segment.value} value={segment.value} className="ui-segment" title={segment.title}>
          {segment.icon && <Icon name={segment.icon} size={14} />}
          {segment.label}
          {segment.count !== undefined && <Count value={segment.count} />}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
