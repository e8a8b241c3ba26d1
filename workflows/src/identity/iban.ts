import { compact } from './siren.ts';

/** Length of an IBAN by country. Source: SWIFT, IBAN Registry, release 99 (2024-12). */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 ' +
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** As it is kept: capitals without spaces. */
export function compactIban(value: string): string {
  return compact(value).toUpperCase();
}

/** Whether a text is an IBAN: a country that has them, its length, and check digits that fit (ISO 13616, mod 97). */
export function isIban(value: string): boolean {
  const iban = compactIban(value);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || LENGTHS.get(iban.slice(0, 2)) !== iban.length) return false;
  // 00, 01 and 99 have the same remainder as a right pair and are never given
  const check = Number(iban.slice(2, 4));
  return check >= 2 && check <= 98 && remainder(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** Of the number in which A stands for 10, B for 11 …, divided by 97. */
function remainder(characters: string): number {
  let rest = 0;
  for (const char of characters) {
    for (const digit of Number.parseInt(char, 36).toString()) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}
