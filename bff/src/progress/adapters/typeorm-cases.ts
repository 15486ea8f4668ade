import type { CaseMatter } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import { Database, FieldCipher, isDuplicateKey } from '../../platform/index.ts';
import type { CasePage, StageMoment } from '../domain/cases.ts';
import { Cases } from '../domain/cases.ts';
import type { ServiceCase } from '../domain/service-case.ts';
import { caseNumberOf } from '../domain/service-case.ts';
import { caseOf, rowOf } from './case-mapping.ts';
import { CaseCounterRow, CaseHistoryRow, ServiceCaseRow } from './progress.rows.ts';

/** Ended without moving money: the rules have nothing to learn from them. */
const WITHOUT_EFFECT = ['refused', 'cancelled'];

@Injectable()
export class TypeOrmCases extends Cases {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super();
  }

  async nextNumber(day: string): Promise<string> {
    const manager = this.database.manager();
    const raised = await manager.increment(CaseCounterRow, { day }, 'last', 1);
    if (raised.affected !== 1 && !(await this.startDay(day))) await manager.increment(CaseCounterRow, { day }, 'last', 1);
    const counter = await manager.findOneByOrFail(CaseCounterRow, { day });
    return caseNumberOf(day, counter.last);
  }

  /** False when another instance started the day in the same moment. */
  private async startDay(day: string): Promise<boolean> {
    try {
      await this.database.manager().insert(CaseCounterRow, { day, last: 1 });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async add(one: ServiceCase): Promise<boolean> {
    try {
      await this.database.manager().insert(ServiceCaseRow, rowOf(one, this.cipher));
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async save(one: ServiceCase): Promise<boolean> {
    const row = rowOf({ ...one, version: one.version + 1 }, this.cipher);
    try {
      return await this.update(one, row);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // A returned payment that is paid again makes its case live once more; a newer case that holds the key by then keeps it.
      return this.update(one, { ...row, liveKey: one.caseId });
    }
  }

  private async update({ caseId, version }: ServiceCase, row: ServiceCaseRow): Promise<boolean> {
    return (await this.database.manager().update(ServiceCaseRow, { caseId, version }, row)).affected === 1;
  }

  async note(caseId: string, reached: readonly StageMoment[]): Promise<void> {
    const manager = this.database.manager();
    const known = new Set((await this.history(caseId)).map((moment) => moment.stage));
    for (const { stage, at } of reached) if (!known.has(stage)) await manager.insert(CaseHistoryRow, { caseId, stage, at });
  }

  async history(caseId: string): Promise<readonly StageMoment[]> {
    const rows = await this.database.manager().find(CaseHistoryRow, { where: { caseId }, order: { at: 'ASC' } });
    return rows.map((row) => ({ stage: row.stage as StageMoment['stage'], at: row.at }));
  }

  async resubmissionOf(caseId: string): Promise<ServiceCase | undefined> {
    return this.found(await this.database.manager().findOneBy(ServiceCaseRow, { resubmits: caseId }));
  }

  async resubmissionsOf(caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (caseIds.length === 0) return new Map();
    const rows = await this.database.manager().find(ServiceCaseRow, { where: { resubmits: In([...caseIds]) }, select: { caseId: true, resubmits: true } });
    return new Map(rows.flatMap(({ caseId, resubmits }) => (resubmits === null ? [] : [[resubmits, caseId] as const])));
  }

  async dropWishes(before: Date, limit: number): Promise<readonly string[]> {
    const stale = { isLive: false, wish: Not(IsNull()), updatedAt: LessThan(before) };
    const found = await this.database.manager().find(ServiceCaseRow, { where: stale, select: { caseId: true }, take: limit });
    const caseIds = found.map(({ caseId }) => caseId);
    if (caseIds.length === 0) return [];
    // By their ids: looking for them locks nobody's row, and one that came back to life meanwhile keeps its wish.
    const named = { ...stale, caseId: In(caseIds) };
    await this.database.manager().update(ServiceCaseRow, named, { wish: null, version: () => 'version + 1' });
    return caseIds;
  }

  async byId(caseId: string): Promise<ServiceCase | undefined> {
    return this.found(await this.database.manager().findOneBy(ServiceCaseRow, { caseId }));
  }

  async byCore(requestNo: string, coreCaseNo: string): Promise<ServiceCase | undefined> {
    const manager = this.database.manager();
    return this.found((await manager.findOneBy(ServiceCaseRow, { requestNo })) ?? (await manager.findOneBy(ServiceCaseRow, { coreCaseNo })));
  }

  async ofCore(personId: string, coreCaseNos: readonly string[]): Promise<readonly ServiceCase[]> {
    if (coreCaseNos.length === 0) return [];
    const rows = await this.database.manager().findBy(ServiceCaseRow, { personId, coreCaseNo: In([...coreCaseNos]) });
    return rows.map((row) => caseOf(row, this.cipher));
  }

  async liveOf(personId: string): Promise<readonly ServiceCase[]> {
    const rows = await this.database.manager().find(ServiceCaseRow, { where: [{ personId, isLive: true }, { coPersonId: personId, isLive: true }], order: { submittedAt: 'DESC' } });
    return rows.map((row) => caseOf(row, this.cipher));
  }

  async changedSince(personId: string, routes: readonly CaseMatter[], since: Date, exceptCaseId: string): Promise<boolean> {
    const where = { personId, route: In([...routes]), updatedAt: MoreThanOrEqual(since), caseId: Not(exceptCaseId), stage: Not(In(WITHOUT_EFFECT)) };
    return this.database.manager().existsBy(ServiceCaseRow, where);
  }

  async submittedSince(personId: string, route: CaseMatter, since: Date): Promise<readonly ServiceCase[]> {
    const where = { personId, route, submittedAt: MoreThanOrEqual(since) };
    const rows = await this.database.manager().find(ServiceCaseRow, { where, order: { submittedAt: 'DESC' } });
    return rows.map((row) => caseOf(row, this.cipher));
  }

  async page(personId: string, filter: { readonly live?: boolean; readonly cursor?: string; readonly size: number }): Promise<CasePage> {
    const query = this.database.manager().createQueryBuilder(ServiceCaseRow, 'one').where('(one.personId = :personId OR one.coPersonId = :personId)', { personId });
    if (filter.live !== undefined) query.andWhere('one.isLive = :live', { live: filter.live });
    const start = readCursor(filter.cursor);
    if (start !== undefined) {
      query.andWhere('(one.submittedAt < :at OR (one.submittedAt = :at AND one.caseId < :id))', start);
    }
    const rows = await query.orderBy('one.submittedAt', 'DESC').addOrderBy('one.caseId', 'DESC').limit(filter.size + 1).getMany();
    const items = rows.slice(0, filter.size).map((row) => caseOf(row, this.cipher));
    const last = items.at(-1);
    return { items, ...(rows.length > filter.size && last !== undefined ? { cursor: cursorOf(last) } : {}) };
  }

  private found(row: ServiceCaseRow | null): ServiceCase | undefined {
    return row === null ? undefined : caseOf(row, this.cipher);
  }
}

const cursorOf = (last: ServiceCase): string => Buffer.from(`${last.submittedAt.getTime()}.${last.caseId}`).toString('base64url');

/** undefined for a cursor nobody gave out: the list starts at its beginning. */
function readCursor(cursor: string | undefined): { readonly at: number; readonly id: string } | undefined {
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString('utf8'));
  return match?.[1] === undefined || match[2] === undefined ? undefined : { at: Number(match[1]), id: match[2] };
}
