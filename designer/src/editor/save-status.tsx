import { type Formats, type Translate, useI18n } from '../i18n/index.ts';
import { problemText } from '../problem/use-problem-text.ts';
import { cx, Icon, type IconName } from '../ui/index.ts';
import type { SaveState } from './store/editor-state.ts';
import { useEditor } from './store/use-editor.ts';

/** Where the drawing stands between this page and the server, in words. */
export function SaveStatus() {
  const { t, f } = useI18n();
  const save = useEditor((state) => state.save);
  const { text, tone, icon } = describe(save, t, f);
  return (
    <span className={cx('ed-save', tone && `is-${tone}`)} role="status">
      {icon && <Icon name={icon} size={14} />}
      {text}
    </span>
  );
}

interface Status {
  text: string;
  icon?: IconName;
  tone?: 'warn' | 'danger';
}

function describe(save: SaveState, t: Translate, f: Formats): Status {
  switch (save.kind) {
    case 'saved':
      return {
        text: save.at === null ? t('editor.saved') : t('editor.saved-at', { time: f.time(save.at) }),
        icon: 'check',
      };
    case 'unsaved':
    case 'saving':
      return { text: t('editor.saving') };
    case 'offline':
      return { text: t('editor.offline', { time: f.time(save.since) }), icon: 'warn', tone: 'warn' };
    case 'conflict':
      return { text: t('editor.conflict-short'), icon: 'warn', tone: 'warn' };
    case 'refused':
      return { text: t('editor.not-saved', { reason: problemText(save.error, t) }), icon: 'warn', tone: 'danger' };
    default:
      return save satisfies never;
  }
}
