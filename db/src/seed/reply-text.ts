export type ReplyKind =
  | 'absence'
  | 'quantity'
  | 'quality'
  | 'price'
  | 'missing-document'
  | 'instalments'
  | 'over-indebted'
  | 'insolvency'
  | 'promise'
  | 'question';

const FRENCH: Record<ReplyKind, string> = {
  absence: 'Réponse automatique : je suis absent jusqu’à lundi. Votre message sera lu à mon retour.',
  quantity:
    'Bonjour, il manque deux cartons à la livraison. Nous réglerons le reste quand vous aurez rectifié la facture.',
  quality: 'Bonjour, trois luminaires sont arrivés cassés. Merci de nous envoyer un avoir avant tout règlement.',
  price: 'Bonjour, le prix facturé n’est pas celui du devis accepté. Merci de corriger.',
  'missing-document': 'Bonjour, la facture ne porte pas notre numéro de commande, nous ne pouvons pas la traiter.',
  instalments: 'Bonjour, notre trésorerie est tendue. Pouvons-nous payer en plusieurs fois ?',
  'over-indebted': 'Bonjour, j’ai déposé un dossier de surendettement à la Banque de France.',
  insolvency:
    'Bonjour, un jugement d’ouverture a été publié ce matin à notre encontre. Adressez votre déclaration au mandataire.',
  promise: 'Bonjour, le virement partira la semaine prochaine.',
  question: 'Bonjour, pouvez-vous nous renvoyer la facture ? Nous ne la retrouvons pas.',
};

const ENGLISH: Record<ReplyKind, string> = {
  absence: 'Automatic reply: I am away until Monday. Your message will be read when I am back.',
  quantity: 'Hello, two boxes were missing from the delivery. We will pay the rest once the invoice is corrected.',
  quality: 'Hello, three lamps arrived broken. Please send us a credit note before any payment.',
  price: 'Hello, the price charged is not that of the quote. Please correct it.',
  'missing-document': 'Hello, the invoice does not show our order number, we cannot process it.',
  instalments: 'Hello, cash is tight. May we pay in instalments?',
  'over-indebted': 'Hello, I have filed for over-indebtedness.',
  insolvency:
    'Hello, insolvency proceedings against us were published this morning. Please write to the administrator.',
  promise: 'Hello, the transfer will leave next week.',
  question: 'Hello, could you send us the invoice again? We cannot find it.',
};

/** What a debtor writes, in its language. */
export function replyText(kind: ReplyKind, language: 'fr' | 'en'): string {
  return (language === 'en' ? ENGLISH : FRENCH)[kind];
}
