import type { Severity } from '@relance/workflows/lint';
import { Icon, Tile } from '../../ui/index.ts';
import type { StepLook } from '../graph/step-look.ts';
import { severityIcon } from '../findings/severity-icon.ts';

interface StepBodyProps {
  id: string;
  look: StepLook;
  days: string | null;
  severity: Severity | null;
  /** The outcome from which a path is being drawn with the keyboard. */
  leaving: string | null;
}

/** What a card or pill shows: tile, title, what it will do, its outcomes; on its border the days and the gravest finding. */
export function StepBody({ look, days, severity, leaving }: StepBodyProps) {
  const mark = severity && severity !== 'info' && (
    <span className={`ed-mark is-${severity}`}>
      <Icon name={severityIcon[severity]} size={12} />
    </span>
  );
  if (look.shape === 'pill') {
    return (
      <div className="ed-pill-body" title={look.summary}>
        {mark}
        <Icon name={look.icon} size={14} />
        <span className="ed-cut">{look.title}</span>
      </div>
    );
  }
  return (
    <>
      {mark}
      {days && <span className="ed-days">{days}</span>}
      <div className="ed-card-top">
        <Tile phase={look.phase} icon={look.icon} />
        <div className="ed-card-words">
          <div className="ed-card-title ed-cut" title={look.title}>
            {look.title}
          </div>
          <div className="ed-card-summary ed-cut" title={look.summary}>
            {look.summary}
          </div>
        </div>
      </div>
      {look.outcomes.length > 1 && (
        <div className="ed-outcomes">
          {look.outcomes.map(({ id, label, width }) => (
            <span key={id} style={{ width }} className={leaving === id ? 'is-leaving' : undefined} title={label}>
              <span className="ed-cut">{label}</span>
            </span>
          ))}
        </div>
      )}
    </>
  );
}
