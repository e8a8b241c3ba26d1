import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  appendAudit,
  hasInvoices,
  nowOf,
  readClosures,
  readSettings,
  replaceClosures,
  updateSettings,
  type OrganisationSettings,
} from '@relance/db/queries';
import { parseMoney, type DecimalMoney } from '@relance/workflows/plan';
import type { Allowed } from '../context.ts';
import { conflict, refused } from '../problem.ts';
import type * as schemas from '../schemas/organisation.ts';
import { moneyOf } from './money.ts';

type Settings = z.infer<typeof schemas.settings>;

export function getSettings({ caller, work }: Allowed): Promise<Settings> {
  return work((tx) => settingsOf(tx, caller.organisationId));
}

/** Only what is given changes; the currency stays once an invoice stands in it. */
export function updateOrganisation(
  { caller, work }: Allowed,
  { tolerance, toleranceAbroad, sendHours, ...given }: z.infer<typeof schemas.settingsUpdate>,
): Promise<Settings> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const before = await readSettings(tx, organisationId, true);
    const currency = given.currency ?? before.currency;
    if (currency !== before.currency && (await hasInvoices(tx, organisationId))) {
      throw conflict('currency-fixed', `Invoices stand in the ledger: the currency stays ${before.currency}.`);
    }
    const asked: Partial<OrganisationSettings> = {
      ...given,
      ...(sendHours !== undefined && { sendFrom: sendHours?.from ?? null, sendUntil: sendHours?.until ?? null }),
      ...(tolerance && { tolerance: minorOf(tolerance, 'tolerance', currency) }),
      ...(toleranceAbroad && { toleranceAbroad: minorOf(toleranceAbroad, 'toleranceAbroad', currency) }),
    };
    const changed = changesOf(before, asked);
    if (Object.keys(changed).length > 0) {
      await updateSettings(tx, organisationId, asked);
      const at = await nowOf(tx, organisationId);
      await appendAudit(tx, organisationId, [
        { at, actor, kind: 'settings-changed', ref: organisationId, data: { changed } },
      ]);
    }
    return settingsOf(tx, organisationId);
  });
}

export function setClosures(
  { caller, work }: Allowed,
  { closures }: z.infer<typeof schemas.closuresSet>,
): Promise<Settings> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const before = new Map((await readClosures(tx, organisationId)).map(({ day, label }) => [day, label]));
    const added = closures.filter(({ day, label }) => before.get(day) !== label);
    const days = new Set(closures.map(({ day }) => day));
    const removed = [...before.keys()].filter((day) => !days.has(day));
    if (added.length + removed.length > 0) {
      await replaceClosures(tx, organisationId, closures);
      const at = await nowOf(tx, organisationId);
      await appendAudit(tx, organisationId, [
        { at, actor, kind: 'closures-set', ref: organisationId, data: { added, removed } },
      ]);
    }
    return settingsOf(tx, organisationId);
  });
}

async function settingsOf(tx: Tx, organisationId: string): Promise<Settings> {
  const { tolerance, toleranceAbroad, sendFrom, sendUntil, ...row } = await readSettings(tx, organisationId);
  return {
    ...row,
    sendHours: sendFrom === null || sendUntil === null ? null : { from: sendFrom, until: sendUntil },
    tolerance: moneyOf(tolerance, row.currency),
    toleranceAbroad: moneyOf(toleranceAbroad, row.currency),
    currencyFixed: await hasInvoices(tx, organisationId),
    closures: await readClosures(tx, organisationId),
  };
}

function minorOf(given: DecimalMoney, path: string, currency: string): number {
  const money = parseMoney(given);
  if (money && money.currency === currency && money.amount >= 0) return money.amount;
  const errors = [{ path, message: `must be an amount of 0 or more in ${currency}` }];
  throw refused('not-possible', 'That is not possible here.', { errors });
}

function changesOf(before: OrganisationSettings, asked: Partial<OrganisationSettings>) {
  const names = Object.keys(asked) as (keyof OrganisationSettings)[];
  return Object.fromEntries(
    names
      .filter((name) => asked[name] !== undefined && asked[name] !== before[name])
      .map((name) => [name, { from: before[name], to: asked[name] }]),
  );
}
