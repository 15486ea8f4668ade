import { WireError } from './core-fund.wire.ts';
import { amount, day, moment, month, rate, wireAmount, wireDay, wireMoment } from './wire-values.ts';

const of = (value: unknown) => ({ X: value });

describe('values of the wire', () => {
  test.each([['86412.35', 8_641_235], ['0.00', 0], ['-1200.01', -120_001], ['12345678901.99', 1_234_567_890_199]])('amount %s', (wire, fen) => {
    expect(amount(of(wire), 'X')).toBe(fen);
    expect(wireAmount(fen)).toBe(wire);
  });
  test.each([1, '1', '1.5', '1.234', '1,000.00', '', null, undefined, ' 1.00', '1e2.00', '+1.00', '99999999999999999.00'])('amount %j is not one', (wire) => {
    expect(() => amount(of(wire), 'X')).toThrow();
  });

  test.each([['0.0260000', 26_000], ['0.0312500', 31_250], ['1.0000000', 1_000_000]])('rate %s', (wire, millionths) => {
    expect(rate(of(wire), 'X')).toBe(millionths);
  });
  test.each(['0.026', '2.6%', '0.0260001', 0.026, ''])('rate %j is not one we can hold exactly', (wire) => {
    expect(() => rate(of(wire), 'X')).toThrow(WireError);
  });

  test('days exist or are refused', () => {
    expect(day(of('20280229'), 'X')).toBe('2028-02-29');
    expect(wireDay('2028-02-29')).toBe('20280229');
    for (const wire of ['20270229', '20261301', '2026-11-21', '202611', '', 20261121]) expect(() => day(of(wire), 'X')).toThrow(WireError);
  });

  test('months', () => {
    expect(month(of('202611'), 'X')).toBe('2026-11');
    for (const wire of ['202613', '202600', '2026-11', '20261121']) expect(() => month(of(wire), 'X')).toThrow(WireError);
  });

  test('moments are China time, over midnight and the end of the year too', () => {
    expect(moment(of('20261121093015'), 'X')).toBe('2026-11-21T01:30:15.000Z');
    expect(moment(of('20270101003000'), 'X')).toBe('2026-12-31T16:30:00.000Z');
    expect(wireMoment(new Date('2026-12-31T16:30:00.999Z'))).toBe('20270101003000');
    for (const wire of ['20261121243015', '20261121096015', '2026112109301', '20270229093015', '']) expect(() => moment(of(wire), 'X')).toThrow(WireError);
  });

  test('a complaint names the field and never quotes the value', () => {
    expect(() => amount({ GRZHYE: 'secret' }, 'GRZHYE')).toThrow(/GRZHYE/);
    expect(() => amount({ GRZHYE: 'secret' }, 'GRZHYE')).not.toThrow(/secret/);
  });
});
