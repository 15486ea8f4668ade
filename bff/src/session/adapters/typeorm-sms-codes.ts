import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { BlindIndex, Database, isDuplicateKey } from '../../platform/index.ts';
import type { SmsCode, SmsHistory, SmsTry } from '../domain/sms-codes.ts';
import { SmsCodes } from '../domain/sms-codes.ts';
import { SmsCodeRow } from './sms-code.row.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOBILE = 'session.sms-mobile';
const IP = 'session.sms-ip';

/** Sign-in codes in the database, so that limits hold across instances. */
@Injectable()
export class TypeOrmSmsCodes extends SmsCodes {
  constructor(
    private readonly database: Database,
    private readonly blindIndex: BlindIndex,
  ) {
    super();
  }

  async history(mobile: string, ip: string, now: number): Promise<SmsHistory> {
    const mobileIndex = this.blindIndex.of(mobile, MOBILE);
    const asked = await this.rows().find({ select: { askedAt: true }, where: { mobileIndex, askedAt: MoreThan(now - DAY) }, order: { askedAt: 'DESC' }, take: 50 });
    return {
      lastAskedAt: asked[0]?.askedAt ?? null,
      byMobileInHour: asked.filter((row) => row.askedAt > now - HOUR).length,
      byMobileInDay: asked.length,
      byIpInHour: await this.rows().countBy({ ipIndex: this.blindIndex.of(ip, IP), askedAt: MoreThan(now - HOUR) }),
    };
  }

  async add(code: SmsCode): Promise<boolean> {
    const { codeId, codeHash, askedAt, expiresAt } = code;
    const mobileIndex = this.blindIndex.of(code.mobile, MOBILE);
    const ipIndex = this.blindIndex.of(code.ip, IP);
    try {
      await this.rows().insert({ codeId, mobileIndex, ipIndex, minuteSlot: Math.floor(askedAt / 60_000), codeHash, askedAt, expiresAt, tries: 0, usedAt: null });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async remove(codeId: string): Promise<void> {
    await this.rows().delete({ codeId });
  }

  async takeTry(mobile: string): Promise<SmsTry | undefined> {
    const mobileIndex = this.blindIndex.of(mobile, MOBILE);
    const newest = await this.rows().findOne({ where: { mobileIndex, usedAt: IsNull() }, order: { askedAt: 'DESC' } });
    if (newest === null) return undefined;
    await this.rows().increment({ codeId: newest.codeId }, 'tries', 1);
    const counted = await this.rows().findOneBy({ codeId: newest.codeId });
    if (counted === null) return undefined;
    const { codeId, codeHash, askedAt, expiresAt, tries } = counted;
    return { codeId, codeHash, askedAt, expiresAt, tries: tries - 1 };
  }

  async use(codeId: string, at: number): Promise<boolean> {
    const result = await this.rows().update({ codeId, usedAt: IsNull() }, { usedAt: at });
    return result.affected === 1;
  }

  async sweep(before: number): Promise<void> {
    await this.rows().delete({ askedAt: LessThan(before) });
  }

  private rows(): Repository<SmsCodeRow> {
    return this.database.manager().getRepository(SmsCodeRow);
  }
}
