import { defineTemplate } from '../template.ts';

export const preventive = defineTemplate({
  id: 'preventive',
  tone: 0,
  texts: {
    fr: {
      subject: 'À échéance le {{next_due_date}} : {{invoices_short}}',
      body: `
{{greeting}}

Merci de votre confiance. Le règlement ci-dessous arrive bientôt à échéance :

{{invoice_table}}

{{payment_block}}

Il vous manque un document, ou un point ne correspond pas à votre commande ? Répondez simplement à ce message avant l'échéance, nous nous en occupons tout de suite. Si le paiement est déjà programmé, vous n'avez rien à faire.

Bien cordialement,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
    en: {
      subject: 'Due on {{next_due_date}}: {{invoices_short}}',
      body: `
{{greeting}}

Thank you for your business. The payment below will soon be due:

{{invoice_table}}

{{payment_block}}

Is a document missing, or is something not as you ordered? Just reply to this message before the due date and we will take care of it at once. If the payment is already scheduled, there is nothing more to do.

Kind regards,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
  },
});
