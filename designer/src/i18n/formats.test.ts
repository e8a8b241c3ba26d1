import { describe, expect, it } from 'vitest';
import { formats } from './formats.ts';

const fr = formats('fr', 'Europe/Paris');
const en = formats('en', 'Europe/Paris');
const nnbsp = '\u202f';
const nbsp = '\u00a0';
const minus = '\u2212';

describe('formats', () => {
  it('writes money as each language does', () => {
    expect(fr.money({ amount: '18312.40', currency: 'EUR' })).toBe(`18${nnbsp}312,40${nbsp}€`);
    expect(fr.moneyShort({ amount: '18312.40', currency: 'EUR' })).toBe(`18${nnbsp}312${nbsp}€`);
    expect(fr.moneyShort({ amount: '0.40', currency: 'EUR' })).toBe(`0,40${nbsp}€`);
    expect(fr.money({ amount: '-12.00', currency: 'EUR' })).toBe(`${minus}12,00${nbsp}€`);
    expect(en.money({ amount: '18312.40', currency: 'EUR' })).toBe('€18,312.40');
    expect(en.money({ amount: '-12.00', currency: 'EUR' })).toBe(`${minus}€12.00`);
  });

  it('keeps every digit of a large amount', () =>
    expect(fr.money({ amount: '999999999999.99', currency: 'EUR' })).toContain(`999${nnbsp}999,99`));

  it('writes dates, with 1er in French', () => {
    expect(fr.date('2026-12-08')).toBe('8 déc. 2026');
    expect(fr.date('2026-12-01', 'dayMonth')).toBe('1er déc.');
    expect(fr.date('2026-12-08', 'weekday')).toBe('mar. 8 déc.');
    expect(en.date('2026-12-01', 'weekday')).toBe('Tue 1 Dec');
  });

  it('reads instants in the zone of the organisation', () => {
    expect(fr.instant('2026-11-26T08:02:00Z')).toBe('26 nov. 09:02');
    expect(fr.clock('2026-12-08T09:24:00Z')).toBe('mar. 8 déc. 2026, 10:24');
    expect(fr.dayKey('2026-12-08T23:30:00Z')).toBe('2026-12-09');
    expect(formats('fr', 'Indian/Reunion').time('2026-12-08T11:00:00Z')).toBe('15:00');
  });

  it('counts days from the due date', () => {
    expect(fr.relativeDay(12)).toBe('J+12');
    expect(fr.relativeDay(-5)).toBe(`J${minus}5`);
    expect(en.dayRange(12, 16)).toBe('D+12 … D+16');
    expect(fr.dayRange(0, 0)).toBe('J');
    expect(fr.daysShort(15)).toBe(`15${nbsp}j`);
    expect(fr.fromToday(-1)).toBe('hier');
  });

  it('writes a share', () => expect(fr.percent(0.955)).toBe(`95,5${nbsp}%`));
});
