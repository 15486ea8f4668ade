import type { MissingField } from '@anju/shared/contract';
import { figureShown, figureText, figureTyped } from './typed.figure.ts';

const COST: MissingField = { name: 'cost', kind: 'amount' };
const AREA: MissingField = { name: 'area', kind: 'number', decimals: 2 };

describe('a figure that is typed', () => {
  it('is read to the fen, or to its decimals, and comes back as it is written', () => {
    expect(figureTyped(COST, '1,234.5')).toMatchObject({ kind: 'value', value: 123_450 });
    expect(figureTyped(AREA, '89.5')).toMatchObject({ kind: 'value', value: 8950 });
    expect(figureText(AREA, 8953)).toBe('89.53');
  });
  it('stays as it is typed while it is what was answered, unfinished or wrong too', () => {
    expect(figureShown(COST, { text: '12.', value: 1200 }, 1200)).toBe('12.');
    expect(figureShown(COST, { text: '12.345', value: undefined }, undefined)).toBe('12.345');
  });
  it('gives way to what another phone has answered', () => {
    expect(figureShown(AREA, { text: '89.', value: 8900 }, 9000)).toBe('90');
  });
});
