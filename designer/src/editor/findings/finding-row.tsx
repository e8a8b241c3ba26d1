import type { Finding } from '@relance/workflows/lint';
import { say } from '@relance/workflows/messages';
import { useI18n } from '../../i18n/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { stepLook } from '../graph/step-look.ts';
import { nodeOf } from '../store/selectors.ts';
import { useActs, useEditor } from '../store/use-editor.ts';
import { severityIcon } from './severity-icon.ts';

/** One finding: about which step, what will happen, and the mend where there is one. */
export function FindingRow({ finding, onShow }: { finding: Finding; onShow?: () => void }) {
  const { t, language } = useI18n();
  const acts = useActs();
  const { nodeId, path, fix, severity, message } = finding;
  const title = useEditor((state) => {
    const node = nodeOf(state, nodeId ?? '');
    return node && stepLook(node, language).title;
  });
  return (
    <li className={`ed-finding is-${severity}`}>
      <Icon name={severityIcon[severity]} label={t(`editor.severity.${severity}`)} />
      <div>
        <p>
          {title !== undefined && <strong>{title}</strong>}
          {title !== undefined && ' · '}
          {say(message, language)}
        </p>
        <div className="ed-finding-acts">
          {fix && (
            <Button size="sm" onClick={() => acts.edit(fix.edit)}>
              {say(fix.label, language)}
            </Button>
          )}
          {nodeId !== undefined && title !== undefined && (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => {
                onShow?.();
                acts.show(nodeId, path ?? []);
              }}
            >
              {t('editor.show')}
            </Button>
          )}
          {nodeId === undefined && (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => {
                onShow?.();
                acts.select([]);
              }}
            >
              {t('editor.show')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
