/** Currencies that invoices of European creditors come in; another one that a scenario already has stays offered. */
export const CURRENCIES: readonly string[] = [
  'EUR',
  'CHF',
  'GBP',
  'USD',
  'CAD',
  'SEK',
  'DKK',
  'NOK',
  'PLN',
  'CZK',
  'MAD',
  'TND',
];

/** Countries whose public holidays a scenario may keep where the debtor's own are not known. */
export const CALENDARS: readonly string[] = [
  'FR',
  'BE',
  'CH',
  'LU',
  'DE',
  'ES',
  'IT',
  'PT',
  'NL',
  'IE',
  'GB',
  'AT',
  'PL',
  'SE',
  'DK',
  'US',
  'CA',
];

export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone').filter((zone) => /^(Europe|Africa|America|Indian|Atlantic)\//.test(zone));
}
