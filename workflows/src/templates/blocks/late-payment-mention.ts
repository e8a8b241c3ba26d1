import type { Language } from '../../messages/text.ts';
import { frenchTypography } from '../../messages/typography.ts';
import type { MessageContext } from '../message-context.ts';

const MENTIONS = {
  /** C. com. L441-10, D441-5 */
  frenchBusiness: {
    fr: 'Nous vous rappelons que tout retard entraîne de plein droit, dès le lendemain de l’échéance, des pénalités au taux prévu par nos conditions ou, à défaut, par la loi, ainsi qu’une indemnité forfaitaire de 40 € par facture payée en retard (articles L. 441-10 et D. 441-5 du code de commerce). Le montant ci-dessus ne les comprend pas ; nous nous réservons la faculté de les demander.',
    en: 'Under French law, late payment gives rise automatically, from the day after the due date, to interest at the rate set in our terms or, failing that, by statute, and to a fixed recovery charge of €40 for each invoice paid late (articles L. 441-10 and D. 441-5 of the Commercial Code). The amount above does not include them; we reserve the right to claim them.',
  },
  /** CCP L2192-13, R2192-31, D2192-35 */
  publicBuyer: {
    fr: 'Pour information, le dépassement du délai de paiement fait courir de plein droit des intérêts moratoires et donne lieu à une indemnité forfaitaire de 40 € par demande de paiement en retard (articles L. 2192-13, R. 2192-31 et D. 2192-35 du code de la commande publique).',
    en: 'For information, once the payment period has passed, default interest and a fixed charge of €40 per late payment request are due automatically (articles L. 2192-13, R. 2192-31 and D. 2192-35 of the Public Procurement Code).',
  },
  /** Directive 2011/7/EU */
  europeanBusiness: {
    fr: 'Selon la loi applicable au contrat, le retard de paiement donne droit à des intérêts et à une indemnité d’au moins 40 €.',
    en: 'Under the law that governs our contract, late payment entitles us to interest and to compensation of at least €40.',
  },
  /** Late Payment of Commercial Debts (Interest) Act 1998 */
  britishBusiness: {
    fr: 'Selon le Late Payment of Commercial Debts (Interest) Act 1998, le retard donne droit à des intérêts et à une somme forfaitaire.',
    en: 'Under the Late Payment of Commercial Debts (Interest) Act 1998 we are entitled to interest and a fixed sum on late invoices.',
  },
  /** C. civ. 1231-6, 1344-1 */
  consumer: {
    fr: 'Des intérêts au taux légal peuvent courir à compter de cette mise en demeure.',
    en: 'Interest at the legal rate may run from that formal notice.',
  },
} as const satisfies Record<string, Record<Language, string>>;

const EU = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** What the law entitles the creditor to, by kind of debtor, law of the contract and tone; empty where it may not be said. */
export function latePaymentMention({ language, tone, debtor, entity }: MessageContext): string {
  const mention = tone < 2 ? null : mentionFor(debtor.kind, entity.country, tone);
  if (mention === null) return '';
  return language === 'fr' ? frenchTypography(MENTIONS[mention].fr) : MENTIONS[mention].en;
}

function mentionFor(
  kind: MessageContext['debtor']['kind'],
  country: string,
  tone: number,
): keyof typeof MENTIONS | null {
  switch (kind) {
    case 'business':
      if (country === 'FR') return 'frenchBusiness';
      if (country === 'GB') return 'britishBusiness';
      return EU.has(country) ? 'europeanBusiness' : null;
    case 'public':
      return country === 'FR' ? 'publicBuyer' : null;
    case 'consumer':
      return country === 'FR' && tone >= 3 ? 'consumer' : null;
    default:
      return null;
  }
}
