import { Chance } from './chance.ts';
import { isGood, wordsOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { readOptions } from './options.ts';

const good: Figures = {
  rounds: 300, seed: 7, seconds: 900, submissions: 1200, requests: 3000, unanswered: 700, accepted: 500, paid: 400, kills: { 'bff a': 60, 'bff b': 61, core: 50, database: 40 }, faults: 150, clockJumps: 30,
  duplicates: 0, lost: 0, unsettled: 0, disagreements: 0, ledgerFaults: 0, falls: 0, slowestSettlingSeconds: 40,
};

describe('what a run came to', () => {
  it('is said in its last lines', () => {
    expect(wordsOf(good).split('\n')[0]).toBe('submissions 1200, kills 211 (bff a 60, bff b 61, core 50, database 40), duplicates 0, lost 0, unsettled 0');
    expect(wordsOf({ ...good, ledgerFaults: 2 })).toContain('NOT balanced (2)');
  });

  it('is good when nothing was found', () => {
    expect(isGood(good)).toBe(true);
  });

  it.each<Partial<Figures>>([{ duplicates: 1 }, { lost: 1 }, { unsettled: 1 }, { disagreements: 1 }, { ledgerFaults: 1 }, { falls: 1 }, { accepted: 99 }, { kills: { core: 0 } }])('is not good with %j', (change) => {
    expect(isGood({ ...good, ...change })).toBe(false);
  });
});

describe('the plan of a run', () => {
  const drawn = (seed: number): readonly number[] => {
    const chance = new Chance(seed);
    return Array.from({ length: 50 }, () => chance.between(1, 6));
  };

  it('follows from its seed', () => {
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect([...new Set(drawn(3))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('picks each at most once', () => {
    const some = new Chance(4).some(['a', 'b', 'c'], 5);
    expect([...some].sort()).toEqual(['a', 'b', 'c']);
    expect(() => new Chance(4).pick([])).toThrow('nothing to pick from');
  });

  it('is read from the command, and a wrong option named', () => {
    expect(readOptions(['--rounds', '40', '--seed', '5'], () => 9)).toEqual({ rounds: 40, seed: 5, epoch: 50 });
    expect(readOptions([], () => 9)).toEqual({ rounds: 300, seed: 9, epoch: 50 });
    expect(() => readOptions(['--rounds', 'many'], () => 9)).toThrow('--rounds must be a whole number from 1 to 10000');
  });
});
