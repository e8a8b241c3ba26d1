import './states.css';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type EmptyStateProps = { icon?: IconName; text: string; detail?: string; act?: ReactNode };

/** Nothing here: one sentence, one act. */
export function EmptyState({ icon, text, detail, act }: EmptyStateProps) {
  return (
    <div className="ui-state">
      {icon && <Icon name={icon} size={20} />}
      <p className="ui-state-text">{text}</p>
      {detail && <p className="ui-state-detail">{detail}</p>}
      {act}
    </div>
  );
}
