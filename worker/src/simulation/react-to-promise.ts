import type { KeptPromise, NewAct } from '@relance/db/queries';
import { behaviourOf } from './behaviour.ts';
import { businessDay, instantOf, later } from './days.ts';
import { draw } from './draw.ts';

/** Whatever was agreed on a call is taken as true; whether it is kept is the debtor's way. */
export function reactToPromise(promise: KeptPromise, { seed, now }: { seed: number; now: string }): NewAct {
  const { id, ref, group, traits, at, date, debtorId, before, invoiceIds } = promise;
  const { keeps, halfAfterBroken = false } = behaviourOf(group, traits);
  const chance = draw(seed, 'promise', ref, at);
  const share = chance.next();
  const common = { key: `promise/${id}`, debtorId };
  const instant = later(instantOf(businessDay(date, 0), '10:00', chance.between(0, 90)), now);
  if (share < keeps) return { ...common, at: instant, kind: 'pay', data: { invoiceIds } };
  if (halfAfterBroken && before > 0) return { ...common, at: instant, kind: 'pay', data: { invoiceIds, share: 0.5 } };
  return { ...common, at: later(at, now), kind: 'nothing', data: {} };
}
