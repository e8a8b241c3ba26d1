import './record.css';
import type { ReactNode } from 'react';

type FactProps = {
  name: string;
  /** What explains it, in grey. */
  more?: ReactNode;
  late?: boolean;
  children: ReactNode;
};

/** One figure of a sheet's head; stands in a `dl` of class `record-facts`. */
export function Fact({ name, more, late, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong className={late ? 'is-late' : undefined}>{children}</strong>
        {more && <small>{more}</small>}
      </dd>
    </div>
  );
}
