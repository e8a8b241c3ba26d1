import './field.css';
import './floating.css';
import './select.css';
import { Select as Radix } from 'radix-ui';
import { cx } from './cx.ts';
import { useFieldControl } from './field.tsx';
import { Icon, type IconName } from './icon.tsx';

export type SelectOption<Value extends string = string> = {
  value: Value;
  label: string;
  detail?: string | undefined;
  icon?: IconName;
  disabled?: boolean;
};

type SelectProps<Value extends string> = {
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  label?: string;
  disabled?: boolean;
  className?: string;
  /** Named by its own `label` although it stands inside a field that names another control. */
  standalone?: boolean;
};

// Radix keeps the empty string for "nothing chosen": an option whose value is empty is passed under this name.
const emptyValue = '\u0000';

/** One of a closed list. Outside a `Field` it needs a `label`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, placeholder, label, disabled, className, standalone } = props;
  const { readOnly, id, ...field } = useFieldControl();
  const chosen = options.find((option) => option.value === value);
  const pick = (raw: string) => {
    const found = options.find((option) => (option.value || emptyValue) === raw);
    if (found) onChange(found.value);
  };
  return (
    <Radix.Root
      value={value === null ? '' : value || emptyValue}
      onValueChange={pick}
      disabled={Boolean(disabled) || Boolean(readOnly)}
    >
      <Radix.Trigger
        id={standalone ? undefined : id}
        {...field}
        className={cx('ui-input ui-select', className)}
        aria-label={label}
      >
        {chosen?.icon && <Icon name={chosen.icon} size={14} />}
        <span className="ui-select-value">
          <Radix.Value placeholder={placeholder}>{chosen?.label ?? placeholder}</Radix.Value>
        </span>
        <Icon name="chevron-down" size={14} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ui-select-list" position="popper" sideOffset={4} collisionPadding={8}>
          <Radix.Viewport className="ui-select-viewport">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value || emptyValue}
                disabled={option.disabled ?? false}
                textValue={option.label}
                className="ui-select-item"
              >
                {option.icon && <Icon name={option.icon} size={14} />}
                <span className="ui-menu-label">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.detail && <small>{option.detail}</small>}
                </span>
                <Radix.ItemIndicator>
                  <Icon name="check" size={14} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
