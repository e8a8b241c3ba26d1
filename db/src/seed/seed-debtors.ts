import { GROUPS } from './group.ts';
import { COUNTRIES, NAMES } from './names.ts';
import { inventedSiren } from './siren.ts';

export type EntityKey = 'sas' | 'services';

/** What the rules of assignment go by, beside the kind of debtor. */
export type Segment = 'suivi' | 'grand compte' | 'export' | 'à la demande';

export interface SeedDebtor {
  group: number;
  /** Place within its group, from 0. */
  index: number;
  name: string;
  kind: 'business' | 'public' | 'consumer' | 'unknown';
  siren: string | null;
  language: 'fr' | 'en';
  country: string;
  currency: string;
  /** Its reference in each ledger that it stands in; the first is the one it is known by. */
  accounts: { entity: EntityKey; ref: string }[];
  email: string | null;
  phone: string | null;
  excludedReason: string | null;
  segment: Segment;
  owner: 'karim' | 'nadia';
}

/** Debtors about whom no e-mail address is known. */
const WITHOUT_EMAIL = new Set(['2/2', '3/0', '4/0']);
/** Addresses that bounce: unknown mailbox, unknown domain, mailbox full. */
const BOUNCING: Record<string, string> = {
  '1/5': 'mailbox-inconnue@cabinet-ondelle.example',
  '6/0': 'compta@domaine-inconnu.example',
  '13/0': 'boite-pleine@negoce-passiflore.example',
};
/** Two debtors of one group whose accountant is the same person. */
const SHARED: Record<string, string> = {
  '4/1': 'comptabilite@holding-orval.example',
  '4/2': 'comptabilite@holding-orval.example',
};
const EXCLUDED: Record<string, string> = { '11/0': 'Accord commercial en cours : pas de relance sans le responsable' };
/** Together with those whom no rule covers, and the excluded one, 25 debtors without any follow-up. */
const BY_HAND = new Set([
  ...[0, 1, 2, 3, 4, 6, 7, 8, 9].map((index) => `1/${index}`),
  '2/1',
  '2/4',
  '2/5',
  '2/6',
  '2/7',
  '2/8',
  '3/3',
  '6/3',
  '9/2',
  '9/3',
  '10/2',
  '10/3',
  '11/3',
]);
const UNKNOWN_KIND = new Set(['3/5', '3/6']);
/** The one that stands in both ledgers under one SIREN. */
const IN_BOTH = '2/0';
const GENEVA = '2/9';
const ENGLISH = new Set(['DE', 'ES', 'GB']);

export function seedDebtors(): SeedDebtor[] {
  let count = 0;
  return GROUPS.flatMap((group) =>
    (NAMES[group.no] ?? []).map((name, index): SeedDebtor => {
      count += 1;
      const place = `${group.no}/${index}`;
      const country = place === GENEVA ? 'CH' : (COUNTRIES[group.no]?.[index] ?? 'FR');
      const kind = kindOf(group.no, place);
      const entity: EntityKey = count % 5 === 0 ? 'services' : 'sas';
      const ref = `C${String(1000 + count)}`;
      return {
        group: group.no,
        index,
        name,
        kind,
        siren: country === 'FR' && (kind === 'business' || kind === 'public') ? inventedSiren(count) : null,
        language: ENGLISH.has(country) ? 'en' : 'fr',
        country,
        currency: country === 'GB' ? 'GBP' : 'EUR',
        accounts:
          place === IN_BOTH
            ? [
                { entity: 'sas', ref },
                { entity: 'services', ref: `S${String(1000 + count)}` },
              ]
            : [{ entity, ref }],
        email: WITHOUT_EMAIL.has(place) ? null : (BOUNCING[place] ?? SHARED[place] ?? `compta@${slug(name)}.example`),
        phone: phoneOf(country, kind, count),
        excludedReason: EXCLUDED[place] ?? null,
        segment: segmentOf(group.no, place),
        owner: count % 2 === 0 ? 'karim' : 'nadia',
      };
    }),
  );
}

function kindOf(group: number, place: string): SeedDebtor['kind'] {
  if (group === 9) return 'public';
  if (group === 10) return 'consumer';
  return UNKNOWN_KIND.has(place) ? 'unknown' : 'business';
}

function segmentOf(group: number, place: string): Segment {
  if (BY_HAND.has(place)) return 'à la demande';
  if (group === 7) return 'grand compte';
  return group === 11 || place === GENEVA ? 'export' : 'suivi';
}

/** Numbers that regulators keep for fiction: 01 99 00 and 06 39 98 in France, 020 7946 0 in London; none elsewhere. */
function phoneOf(country: string, kind: SeedDebtor['kind'], count: number): string | null {
  const two = String(count).padStart(2, '0');
  if (country === 'GB') return `+44 20 7946 0${String(100 + count)}`;
  if (country !== 'FR') return null;
  return kind === 'consumer' ? `+33 6 39 98 00 ${two}` : `+33 1 99 00 00 ${two}`;
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
