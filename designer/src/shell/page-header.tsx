import { Link } from '@tanstack/react-router';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useI18n } from '../i18n/index.ts';
import { Icon } from '../ui/index.ts';

export type HeaderSlots = { title: HTMLElement | null; middle: HTMLElement | null; actions: HTMLElement | null };
export const HeaderSlotsContext = createContext<HeaderSlots>({ title: null, middle: null, actions: null });

type PageHeaderProps = {
  title: string;
  /** The page above: shown before the title; with `arrow`, as a back arrow for a page without navigation. */
  parent?: {
    label: string;
    to:
      '/' | '/templates' | '/scenarios' | '/follow-ups' | '/debtors' | '/invoices' | '/imports' | '/mailbox' | '/inbox';
    arrow?: boolean;
  };
  /** After the title: state in words, a chip. */
  state?: ReactNode;
  /** Takes the place of the sandbox clock. */
  middle?: ReactNode;
  /** At the right; one primary button at most. */
  actions?: ReactNode;
  /** Replaces the words of the title, for one that can be edited. The title still names the document. */
  children?: ReactNode;
};

/** What a page says in the top bar, and the document's title. */
export function PageHeader({ title, parent, state, middle, actions, children }: PageHeaderProps) {
  const { t } = useI18n();
  const slots = useContext(HeaderSlotsContext);
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`;
  }, [title, t]);
  return (
    <>
      {slots.title &&
        createPortal(
          <>
            {parent?.arrow && (
              <Link to={parent.to} className="shell-back" aria-label={`${t('common.back')} · ${parent.label}`}>
                <Icon name="back" />
              </Link>
            )}
            {parent && (
              <Link to={parent.to} className="shell-crumb">
                {parent.label}
                <Icon name="chevron-right" size={12} />
              </Link>
            )}
            <h1 className="shell-title">{children ?? title}</h1>
            {state}
          </>,
          slots.title,
        )}
      {middle && slots.middle && createPortal(middle, slots.middle)}
      {actions && slots.actions && createPortal(actions, slots.actions)}
    </>
  );
}
