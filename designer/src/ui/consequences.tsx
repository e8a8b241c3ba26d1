import './consequences.css';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

export type Consequence = { id: string; when: string; what: ReactNode; now?: boolean };

type ConsequencesProps = {
  title?: string;
  /** Right of the title: where it was worked out. */
  source?: string;
} & (
  | { state: 'computing' }
  | { state: 'lines'; lines: readonly Consequence[]; words?: readonly string[] }
  | { state: 'nothing' }
  | { state: 'failed'; reason: string }
);

/** What an outcome will do, read before the button is pressed. */
export function Consequences(props: ConsequencesProps) {
  const { t } = useI18n();
  return (
    <section className="ui-consequences" aria-live="polite" aria-busy={props.state === 'computing'}>
      <div className="ui-consequences-head">
        <h3>{props.title ?? t('common.consequences.title')}</h3>
        {props.source && <span>{props.source}</span>}
      </div>
      <Body {...props} />
    </section>
  );
}

function Body(props: ConsequencesProps) {
  const { t } = useI18n();
  switch (props.state) {
    case 'computing':
      return <p className="ui-consequences-note">{t('common.consequences.computing')}</p>;
    case 'nothing':
      return <p className="ui-consequences-note">{t('common.consequences.nothing')}</p>;
    case 'failed':
      return (
        <p className="ui-consequences-note is-failed">
          <Icon name="warn" size={14} />
          {t('common.consequences.failed', { reason: props.reason })}
        </p>
      );
    default:
      return (
        <>
          {props.words?.map((words) => (
            <p key={words} className="ui-consequences-words">
              {words}
            </p>
          ))}
          <ol>
            {props.lines.map((line, index) => (
              <li key={line.id}>
                <span>{line.when}</span>
                <i className={cx((line.now ?? index === 0) && 'is-now')} aria-hidden="true" />
                <span>{line.what}</span>
              </li>
            ))}
          </ol>
        </>
      );
  }
}
