import { useI18n } from '../i18n/index.ts';
import { useActorName } from '../session/use-actor-name.ts';
import { Button, Card, toast } from '../ui/index.ts';
import type { TemplateDraft, TemplateText } from './use-template-draft.ts';

type VersionListProps = { text: TemplateText; draft: TemplateDraft; readOnly: boolean };

/** Every version that the organisation's words had; an older one can be taken up again. */
export function VersionList({ text, draft, readOnly }: VersionListProps) {
  const { t, f } = useI18n();
  const actorName = useActorName();
  return (
    <Card title={t('templates.versions')}>
      {text.versions.length === 0 && <p className="side-none">{t('templates.versions-none')}</p>}
      <ul className="side-list">
        {text.versions.map(({ version, own, subject, body, actor, at }) => {
          const name = actorName(actor);
          return (
            <li key={version}>
              <span>
                <span className="font-medium">{t('templates.version', { version })}</span>{' '}
                <span className="text-text-2">
                  {[f.instant(at), name && t('templates.version-by', { name }), !own && t('templates.version-standard')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {!readOnly && version !== text.own?.version && (
                <Button
                  size="sm"
                  aria-label={`${t('templates.restore')} · ${t('templates.version', { version })}`}
                  onClick={() => {
                    draft.set(own ? { subject, body } : text.standard);
                    toast(t('templates.restored', { version }));
                  }}
                >
                  {t('templates.restore')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
