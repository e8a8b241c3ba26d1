import './field.css';
import { createContext, useContext, useId, useMemo, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

type FieldIds = { controlId: string; describedBy: string | undefined; invalid: boolean; readOnly: boolean };
const FieldContext = createContext<FieldIds | undefined>(undefined);

export type FieldProps = {
  label: string;
  /** Beside the label, right: a link or a key. */
  aside?: ReactNode;
  hint?: ReactNode;
  /** A finding under the control: the field is invalid. */
  error?: string | undefined;
  readOnly?: boolean;
  /** Somebody else changed the value while it was open here. */
  changedBy?: string | undefined;
  className?: string;
  children: ReactNode;
};

/** Label, control, hint and finding. The control inside takes its id and description from here. */
export function Field({ label, aside, hint, error, readOnly = false, changedBy, className, children }: FieldProps) {
  const id = useId();
  const hasNote = Boolean(hint) || Boolean(error) || Boolean(changedBy);
  const ids = useMemo(
    () => ({ controlId: `${id}c`, describedBy: hasNote ? `${id}n` : undefined, invalid: Boolean(error), readOnly }),
    [id, hasNote, error, readOnly],
  );
  return (
    <div className={cx('ui-field', error && 'is-invalid', changedBy && 'is-changed', className)}>
      <div className="ui-field-head">
        <label htmlFor={ids.controlId}>{label}</label>
        {aside}
      </div>
      <FieldContext value={ids}>{children}</FieldContext>
      {hasNote && (
        <div id={ids.describedBy} className="ui-field-note">
          {error && (
            <span className="ui-field-error" role="alert">
              <Icon name="warn" size={12} />
              {error}
            </span>
          )}
          {changedBy && <span className="ui-field-changed">{changedBy}</span>}
          {hint && <span>{hint}</span>}
        </div>
      )}
    </div>
  );
}

/** What a control inside a `Field` puts on its element; outside a field it must be named by `aria-label`. */
export function useFieldControl() {
  const field = useContext(FieldContext);
  return {
    id: field?.controlId,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    readOnly: field?.readOnly || undefined,
  };
}
