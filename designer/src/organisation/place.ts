/** Where an organisation works, in what money and in which language it writes. */
export interface Place {
  country: string;
  language: 'fr' | 'en';
  currency: string;
  timeZone: string;
}
