import { isBankCardNumber } from '@anju/shared/identity';
import { CoreRefusal } from '../gateway/refusal.ts';
import type { Core } from '../store/core.ts';
import { RUNNING_STATES } from '../cases/case.store.ts';
import type { CardRow } from './withdrawal.rules.ts';

/** The first six digits of the banks the centre pays to. */
const BANK_NUMBERS = ['621700', '622202', '622848', '621661', '622262', '622588', '621799'];

interface BankRow {
  readonly khbh: string;
  readonly bank: string;
  readonly bank_code: string;
  readonly class: string;
  readonly open: number;
}

/** Registers a person's own card, or finds it registered. @throws CoreRefusal 300065, 300008 */
export function registerCard(core: Core, khbh: string, number: string): CardRow {
  if (!isBankCardNumber(number) || !BANK_NUMBERS.includes(number.slice(0, 6))) throw new CoreRefusal('300065');
  const known = core.one<BankRow>('SELECT * FROM bank_register WHERE number = ?', number);
  if (known === undefined || known.khbh !== khbh || known.class !== '1') throw new CoreRefusal('300008');
  const onFile = core.one<CardRow>('SELECT * FROM card WHERE number = ? AND khbh = ?', number, khbh);
  if (known.open === 0 && (onFile === undefined || onFile.state !== '1' || onFile.taken_off === 1)) throw new CoreRefusal('300008');
  if (onFile !== undefined && onFile.state !== '1') throw new CoreRefusal('300008');
  if (onFile !== undefined) {
    core.run('UPDATE card SET taken_off = 0 WHERE kbh = ?', onFile.kbh);
    return { ...onFile, taken_off: 0 };
  }
  const count = core.one<{ count: number }>('SELECT COUNT(*) AS count FROM card WHERE khbh = ?', khbh)?.count ?? 0;
  const card: CardRow = { kbh: `YHK${khbh.slice(1, 13)}${count + 1}`, khbh, number, bank: known.bank, bank_code: known.bank_code, class: known.class, state: '1', open_at_bank: known.open, taken_off: 0 };
  core.run(
    'INSERT INTO card (kbh, khbh, number, bank, bank_code, class, state, open_at_bank) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', card.kbh, khbh, number, card.bank, card.bank_code, card.class, card.state, card.open_at_bank,
  );
  return card;
}

/** Takes a card off the file; one that is off already stays so. @throws CoreRefusal 300008 another's or unknown, 300066 while something pays to it */
export function takeCardOff(core: Core, khbh: string, kbh: string): void {
  const card = core.one<CardRow>('SELECT * FROM card WHERE kbh = ? AND khbh = ?', kbh, khbh);
  if (card === undefined) throw new CoreRefusal('300008');
  if (card.taken_off === 1) return;
  const inUse = core.one(`SELECT 1 FROM fund_case WHERE kbh = ? AND state IN ${RUNNING_STATES}`, kbh) ?? core.one(`SELECT 1 FROM standing_order WHERE kbh = ? AND state IN ('1', '2')`, kbh);
  if (inUse !== undefined) throw new CoreRefusal('300066');
  core.run('UPDATE card SET taken_off = 1 WHERE kbh = ?', kbh);
}
