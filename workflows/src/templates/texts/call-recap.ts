import { defineTemplate } from '../template.ts';

export const callRecap = defineTemplate({
  id: 'call-recap',
  tone: 0,
  texts: {
    fr: {
      subject: 'Suite à notre échange du {{call_date}}',
      body: `
{{greeting}}

Merci de votre disponibilité. Voici ce que j'ai retenu de notre échange du {{call_date}} :

{{call_summary}}
{{promise_line}}

{{invoice_table}}

{{payment_block}}

Si j'ai mal compris un point, corrigez-moi par simple réponse.

Bien cordialement,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
    en: {
      subject: 'Following our conversation of {{call_date}}',
      body: `
{{greeting}}

Thank you for your time. Here is what I noted from our conversation of {{call_date}}:

{{call_summary}}
{{promise_line}}

{{invoice_table}}

{{payment_block}}

If I misunderstood anything, please correct me by replying to this message.

Kind regards,
{{sender_name}}, {{sender_role}}
{{entity_name}} · {{sender_phone}} · {{sender_email}}
{{legal_footer}}
`,
    },
  },
});
