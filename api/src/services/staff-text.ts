import type { StaffMailBody } from '@relance/db/queries';
import { frenchTypography } from '@relance/workflows/messages';
import { escapeHtml, htmlDocument } from '@relance/workflows/templates';

type Language = 'fr' | 'en';
export type StaffText = StaffMailBody & { subject: string };

interface Invited {
  organisation: string;
  name: string;
  invitedBy: string;
  link: string;
  replyTo: string;
}

/** The mail with an invitation's link. */
export function invitationMail(
  language: Language,
  { organisation, name, invitedBy, link, replyTo }: Invited,
): StaffText {
  const words =
    language === 'fr'
      ? {
          subject: `Votre accès à Relance pour ${organisation}`,
          paragraphs: [
            `Bonjour ${name},`,
            `${invitedBy} vous invite à suivre les factures de ${organisation} dans Relance.`,
            'Ouvrez ce lien pour choisir votre mot de passe. Il sert une seule fois et expire dans sept jours :',
            link,
            "Si vous n'attendiez pas cette invitation, ne faites rien.",
          ],
        }
      : {
          subject: `Your access to Relance for ${organisation}`,
          paragraphs: [
            `Hello ${name},`,
            `${invitedBy} invites you to follow the invoices of ${organisation} in Relance.`,
            'Open this link to choose your password. It works once and expires in seven days:',
            link,
            'If you were not expecting this invitation, do nothing.',
          ],
        };
  return compose(language, { ...words, replyTo });
}

/** The mail that shows that a mail server works. */
export function testMail(language: Language, { name, replyTo }: { name: string; replyTo: string }): StaffText {
  const words =
    language === 'fr'
      ? {
          subject: 'Relance : message de test',
          paragraphs: [
            `Bonjour ${name},`,
            "Ce message est parti par le serveur d'envoi de votre organisation : les réglages fonctionnent.",
          ],
        }
      : {
          subject: 'Relance: test message',
          paragraphs: [
            `Hello ${name},`,
            'This message left through the mail server of your organisation: the settings work.',
          ],
        };
  return compose(language, { ...words, replyTo });
}

function compose(
  language: Language,
  { subject, paragraphs, replyTo }: { subject: string; paragraphs: string[]; replyTo: string },
): StaffText {
  const set = (text: string): string => (language === 'fr' && !text.startsWith('http') ? frenchTypography(text) : text);
  const [title, lines] = [set(subject).replaceAll(/\s*[\r\n]+\s*/g, ' '), paragraphs.map(set)];
  const html = htmlDocument(
    language,
    title,
    lines.map((line) => `<p style="margin:0 0 16px">${line.startsWith('http') ? anchor(line) : escapeHtml(line)}</p>`),
  );
  return { subject: title, text: `${lines.join('\n\n')}\n`, html, replyTo };
}

const anchor = (link: string): string => `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`;
