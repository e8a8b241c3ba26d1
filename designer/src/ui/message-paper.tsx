import './message-paper.css';
import { cx } from './cx.ts';

type MessagePaperProps = { view: 'html' | 'text'; title: string; html: string; text: string; className: string };

/** A message as its reader gets it, formatted or as text. The class gives the size. */
export function MessagePaper({ view, title, html, text, className }: MessagePaperProps) {
  return view === 'html' ? (
    // No script, no form, no request of its own: what a message holds cannot act here.
    <iframe className={cx('ui-paper', className)} sandbox="" title={title} srcDoc={html} />
  ) : (
    <pre className={cx('ui-paper', 'is-text', className)}>{text}</pre>
  );
}
