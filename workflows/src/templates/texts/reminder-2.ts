import { defineTemplate } from '../template.ts';

export const reminder2 = defineTemplate({
  id: 'reminder-2',
  tone: 2,
  texts: {
    fr: {
      subject: 'Règlement en attente : {{invoices_short}}',
      body: `
{{greeting}}

Nous revenons vers vous au sujet des sommes suivantes, dont la plus ancienne était due le {{oldest_due_date}} et qui restent impayées à ce jour :

{{invoice_table}}

{{previous_contacts_line}}

Nous vous remercions de régler {{total_due}}, ou de nous indiquer une date et un moyen de paiement, avant le {{answer_by_date}}.

{{payment_block}}

{{late_payment_mention}}

Si vous contestez une facture, précisez-nous laquelle et pourquoi : seule la partie contestée sera mise en attente. En cas de difficulté passagère, appelez-moi : mieux vaut convenir ensemble d'un calendrier réaliste.

{{other_overdue_block}}

Cordialement,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
    en: {
      subject: 'Payment outstanding: {{invoices_short}}',
      body: `
{{greeting}}

We are writing again about the amounts below, the oldest of which was due on {{oldest_due_date}} and which are still unpaid today:

{{invoice_table}}

{{previous_contacts_line}}

Please pay {{total_due}}, or let us know a date and a means of payment, before {{answer_by_date}}.

{{payment_block}}

{{late_payment_mention}}

If you dispute an invoice, tell us which one and why: only the disputed part will be put on hold. If you are in temporary difficulty, please call me; it is better to agree on a realistic schedule together.

{{other_overdue_block}}

Regards,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
  },
});
