import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '../i18n/index.ts';
import { DateField } from './date-field.tsx';
import { MoneyField } from './money-field.tsx';

function Money() {
  const [value, setValue] = useState<string | null>('18312.40');
  return (
    <>
      <MoneyField label="Montant" value={value} currency="EUR" onChange={setValue} />
      <output>{String(value)}</output>
    </>
  );
}

function Day() {
  const [value, setValue] = useState<string | null>('2026-12-15');
  return (
    <>
      <DateField label="Promis pour le" value={value} onChange={setValue} today="2026-12-08" min="2026-12-08" />
      <output>{String(value)}</output>
    </>
  );
}
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const kept = () => document.querySelector('output')?.textContent;

describe('typed fields', () => {
  beforeAll(() => changeLanguage('fr'));
  afterAll(() => changeLanguage('en'));

  it('shows money in the language and reads either notation', () => {
    render(<Money />);
    expect(field('Montant').value).toBe('18\u202f312,40');
    fireEvent.change(field('Montant'), { target: { value: '1,234.5' } });
    expect(kept()).toBe('1234.50');
    fireEvent.blur(field('Montant'));
    expect(field('Montant').value).toBe('1\u202f234,50');
  });

  it('keeps what it cannot read, and says so', () => {
    render(<Money />);
    fireEvent.change(field('Montant'), { target: { value: 'douze' } });
    fireEvent.blur(field('Montant'));
    expect(field('Montant').value).toBe('douze');
    expect(kept()).toBe('null');
    expect(screen.getByRole('alert').textContent).toContain('Montant illisible');
    expect(field('Montant').getAttribute('aria-invalid')).toBe('true');
  });

  it('says the weekday of a date and reads a short one', () => {
    render(<Day />);
    expect(field('Promis pour le').value).toBe('mar. 15 déc. 2026');
    fireEvent.focus(field('Promis pour le'));
    expect(field('Promis pour le').value).toBe('15/12/2026');
    fireEvent.change(field('Promis pour le'), { target: { value: '1/1' } });
    fireEvent.blur(field('Promis pour le'));
    expect(kept()).toBe('2027-01-01');
    expect(field('Promis pour le').value).toBe('ven. 1er janv. 2027');
  });

  it('says that a date is too early', () => {
    render(<Day />);
    fireEvent.change(field('Promis pour le'), { target: { value: '07/12/2026' } });
    expect(screen.getByRole('alert').textContent).toContain('Au plus tôt le mar. 8 déc. 2026');
  });
});
