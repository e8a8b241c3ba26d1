import { useState } from 'react';
import type { Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Banner, Card, EmptyState, ErrorState, MessagePaper, Segmented, Skeleton } from '../ui/index.ts';
import { InvoiceChoice } from './invoice-choice.tsx';
import { useTemplatePreview } from './use-template-preview.ts';
import type { TemplateLanguage, Wording } from './use-template-draft.ts';
import { variableNames } from './variable-name.ts';

type Message = NonNullable<Outputs['templates']['preview']['message']>;
type TemplatePreviewProps = { id: string; of: TemplateLanguage; words: Wording };

/** A draft as a real debtor would receive it today, beside the words that are being changed. */
export function TemplatePreview({ id, of, words }: TemplatePreviewProps) {
  const { t, language } = useI18n();
  const [invoiceId, setInvoiceId] = useState<string>();
  const { subject, body } = words;
  const { data, error, again } = useTemplatePreview({
    id,
    language: of,
    subject,
    body,
    ...(invoiceId !== undefined && { invoiceId }),
  });
  return (
    <Card title={t('templates.preview')} aside={<InvoiceChoice onChoose={setInvoiceId} />} className="tp-preview">
      {error && <ErrorState error={error} onRetry={again} />}
      {!data && !error && <Skeleton lines={8} />}
      {data?.invoice === null && (
        <EmptyState icon="document" text={t('templates.preview.none')} detail={t('templates.preview.none-detail')} />
      )}
      {data?.invoice && (
        <p className="text-text-2">
          {t('templates.preview.on', { number: data.invoice.number, debtor: data.invoice.debtorName })}
        </p>
      )}
      {data && data.lacking.length > 0 && (
        <Banner tone="warn" title={t('templates.preview.lacking', { what: variableNames(data.lacking, language) })} />
      )}
      {data?.message && <Rendered message={data.message} />}
    </Card>
  );
}

function Rendered({ message: { from, to, replyTo, subject, text, html } }: { message: Message }) {
  const { t } = useI18n();
  const [view, setView] = useState<'html' | 'text'>('html');
  return (
    <>
      <dl className="tp-meta">
        <dt>{t('templates.preview.from')}</dt>
        <dd>{from}</dd>
        <dt>{t('templates.preview.to')}</dt>
        <dd>{to.join(', ') || '–'}</dd>
        {replyTo && (
          <>
            <dt>{t('templates.preview.reply-to')}</dt>
            <dd>{replyTo}</dd>
          </>
        )}
        <dt>{t('templates.preview.subject')}</dt>
        <dd className="font-medium">{subject}</dd>
      </dl>
      <Segmented
        label={t('templates.preview.views')}
        value={view}
        onChange={setView}
        segments={[
          { value: 'html', label: t('templates.preview.html') },
          { value: 'text', label: t('templates.preview.text') },
        ]}
      />
      <MessagePaper className="tp-paper" view={view} title={t('templates.preview.content')} html={html} text={text} />
    </>
  );
}
