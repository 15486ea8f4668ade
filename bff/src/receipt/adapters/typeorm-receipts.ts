import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { Database, FieldCipher, isDuplicateKey } from '../../platform/index.ts';
import type { Receipt } from '../domain/receipt.ts';
import { Receipts } from '../domain/receipt.ts';
import { ReceiptRow } from './receipt.rows.ts';

const purposeOf = (receiptId: string): string => `receipt.facts.${receiptId}`;

/** Receipts in the database; what they say is sealed, each for its own row. */
@Injectable()
export class TypeOrmReceipts extends Receipts {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async add(receipt: Receipt): Promise<boolean> {
    try {
      await this.rows().insert({ ...receipt, facts: this.cipher.seal(receipt.facts, purposeOf(receipt.receiptId)) });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async byCase(caseId: string): Promise<Receipt | undefined> {
    const row = await this.rows().findOneBy({ caseId });
    return row === null ? undefined : this.opened(row);
  }

  async setAside(receiptId: string): Promise<void> {
    await this.rows().update({ receiptId }, { caseId: receiptId });
  }

  /** Written as it is: that alone locks the row, on every engine. */
  async hold({ receiptId, personId }: Receipt): Promise<void> {
    await this.rows().update({ receiptId }, { personId });
  }

  async byId(receiptId: string): Promise<Receipt | 'altered' | undefined> {
    const row = await this.rows().findOneBy({ receiptId });
    if (row === null) return undefined;
    try {
      return this.opened(row);
    } catch {
      return 'altered';
    }
  }

  private opened({ receiptId, caseId, personId, facts, madeAt }: ReceiptRow): Receipt {
    return { receiptId, caseId, personId, facts: this.cipher.open(facts, purposeOf(receiptId)), madeAt };
  }

  private rows(): Repository<ReceiptRow> {
    return this.database.manager().getRepository(ReceiptRow);
  }
}
