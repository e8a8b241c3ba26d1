import './card.css';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';

type CardProps = { title?: ReactNode; aside?: ReactNode; flush?: boolean; className?: string; children: ReactNode };

/** A surface with a border; its header is 40 px. `flush` leaves the padding to what is inside. */
export function Card({ title, aside, flush, className, children }: CardProps) {
  const id = useId();
  return (
    <section className={cx('ui-card', className)} aria-labelledby={title ? id : undefined}>
      {title !== undefined && (
        <header>
          <h2 id={id}>{title}</h2>
          <span className="ui-card-aside">{aside}</span>
        </header>
      )}
      <div className={cx(!flush && 'ui-card-body')}>{children}</div>
    </section>
  );
}
