import { defineTemplate } from '../template.ts';

export const beforeFormalNotice = defineTemplate({
  id: 'before-formal-notice',
  tone: 3,
  texts: {
    fr: {
      subject: 'Dernier rappel avant mise en demeure : {{invoices_short}}',
      body: `
{{greeting}}

À ce jour, et sauf règlement en cours d'acheminement, les sommes suivantes restent dues :

{{invoice_table}}

{{previous_contacts_line}}

Nous vous demandons de régler {{total_due}} au plus tard le {{answer_by_date}}.

{{payment_block}}

Passé cette date, sans paiement ni réponse de votre part, notre prochaine étape sera l'envoi d'une mise en demeure par lettre recommandée.

{{late_payment_mention}}

{{supply_notice}}

Un accord reste possible aujourd'hui : si vous ne pouvez pas tout payer en une fois, ou si un point reste en discussion, contactez-moi avant le {{answer_by_date}} au {{sender_phone}}. Tout arrangement vous sera confirmé par écrit.

{{mediator_block}}

Cordialement,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
    en: {
      subject: 'Final reminder before formal notice: {{invoices_short}}',
      body: `
{{greeting}}

As of today, and unless a payment is on its way, the following amounts remain due:

{{invoice_table}}

{{previous_contacts_line}}

Please pay {{total_due}} by {{answer_by_date}} at the latest.

{{payment_block}}

After that date, if we have received neither payment nor an answer, our next step will be a formal notice by registered letter.

{{late_payment_mention}}

{{supply_notice}}

An agreement is still possible today: if you cannot pay everything at once, or if a point is still under discussion, contact me before {{answer_by_date}} on {{sender_phone}}. Any arrangement will be confirmed to you in writing.

{{mediator_block}}

Regards,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
  },
});
