import { defineTemplate } from '../template.ts';

export const reminder1 = defineTemplate({
  id: 'reminder-1',
  tone: 1,
  texts: {
    fr: {
      subject: 'Petit rappel : {{invoices_short}}',
      body: `
{{greeting}}

Sauf erreur de notre part, le règlement suivant ne nous est pas encore parvenu :

{{invoice_table}}

Il s'agit sans doute d'un oubli, ou votre paiement a croisé ce message : dans ce cas, merci de ne pas en tenir compte.

{{payment_block}}

Pourriez-vous nous indiquer, par simple réponse, la date prévue de votre règlement ? Et si quelque chose s'y oppose, dites-le-nous : nous chercherons la solution avec vous.

{{other_overdue_block}}

Bien cordialement,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
    en: {
      subject: 'A quick reminder: {{invoices_short}}',
      body: `
{{greeting}}

Unless we are mistaken, we have not yet received the following payment:

{{invoice_table}}

It may simply have been overlooked, or your payment may have crossed with this message; if so, please disregard it.

{{payment_block}}

Could you reply with the date on which you expect to pay? And if anything stands in the way, please tell us and we will look for a solution with you.

{{other_overdue_block}}

Kind regards,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
  },
});
