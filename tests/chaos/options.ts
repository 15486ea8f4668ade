import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly rounds: number;
  readonly seed: number;
  /** After so many rounds everything is settled and audited, and the people begin anew. */
  readonly epoch: number;
  /** Where the figures go as JSON, if anywhere. */
  readonly figures?: string;
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d{1,10}$/.test(text) || value < least || value > most) throw new RangeError(`--${name} must be a whole number from ${least} to ${most}`);
  return value;
}

/** `--rounds 300 [--seed N] [--epoch 50] [--figures file]`. @throws RangeError naming the option */
export function readOptions(args: readonly string[], anySeed: () => number): ChaosOptions {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '300' }, seed: { type: 'string' }, epoch: { type: 'string', default: '50' }, figures: { type: 'string' } } });
  return {
    rounds: whole('rounds', values.rounds, 1, 10_000),
    seed: values.seed === undefined ? anySeed() : whole('seed', values.seed, 0, 4_294_967_295),
    epoch: whole('epoch', values.epoch, 1, 1000),
    ...(values.figures === undefined ? {} : { figures: values.figures }),
  };
}
