import type { IdType } from '@anju/shared/identity';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { BlindIndex, Database, FieldCipher, isDuplicateKey } from '../../platform/index.ts';
import type { BoundHandle, Handle } from '../domain/people.ts';
import { People } from '../domain/people.ts';
import type { BindingTask, Person } from '../domain/person.ts';
import { PersonHandleRow, PersonRow } from './person.row.ts';

const NAME = 'person.name';
const ID_NUMBER = 'person.id-number';
const MOBILE = 'person.mobile';
const CUSTOMER = 'person.customer-no';
const HANDLE = 'person.handle';

/** People and their handles in the database, sealed. */
@Injectable()
export class TypeOrmPeople extends People {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
  ) {
    super();
  }

  idOf(idType: IdType, idNumber: string): string {
    return this.blindIndex.of(`${idType}:${idNumber}`, 'person.id').slice(0, 32);
  }

  async byId(personId: string): Promise<Person | undefined> {
    return this.opened(await this.people().findOneBy({ personId }));
  }

  async byCustomer(customerNo: string): Promise<string | undefined> {
    return (await this.people().findOneBy({ customerIndex: this.blindIndex.of(customerNo, CUSTOMER) }))?.personId;
  }

  async save(person: Person): Promise<void> {
    const { personId, ...columns } = this.sealed(person);
    try {
      if ((await this.people().update({ personId }, columns)).affected === 0) await this.people().insert({ personId, ...columns });
    } catch (error) {
      // Bound from two places at once: the other insert came first.
      if (!isDuplicateKey(error)) throw error;
      await this.people().update({ personId }, columns);
    }
  }

  async noteChannel(personId: string, channel: Person['lastChannel']): Promise<void> {
    await this.people().update({ personId }, { lastChannel: channel });
  }

  async remove(personId: string): Promise<void> {
    await this.handles().delete({ personId });
    await this.people().delete({ personId });
  }

  async boundTo(handle: Handle): Promise<BoundHandle | undefined> {
    const row = await this.handles().findOneBy({ handleIndex: this.indexOf(handle) });
    return row === null ? undefined : { personId: row.personId, lastUsedAt: row.lastUsedAt };
  }

  async tie(handle: Handle, personId: string, at: number): Promise<boolean> {
    const handleIndex = this.indexOf(handle);
    const bound = await this.boundTo(handle);
    if (bound === undefined && (await this.insertHandle(handle, personId, at))) return true;
    return (await this.handles().update({ handleIndex, personId }, { lastUsedAt: at })).affected === 1;
  }

  async move(handle: Handle, personId: string, at: number): Promise<void> {
    if (await this.tie(handle, personId, at)) return;
    await this.handles().update({ handleIndex: this.indexOf(handle) }, { personId, boundAt: at, lastUsedAt: at });
  }

  async handlesOf(personId: string, kind: Handle['kind']): Promise<readonly string[]> {
    const rows = await this.handles().find({ where: { personId, kind }, order: { lastUsedAt: 'DESC', boundAt: 'DESC' } });
    return rows.map((row) => this.cipher.open(row.handle, HANDLE));
  }

  private async insertHandle(handle: Handle, personId: string, at: number): Promise<boolean> {
    try {
      await this.handles().insert({ handleIndex: this.indexOf(handle), kind: handle.kind, handle: this.cipher.seal(handle.value, HANDLE), personId, boundAt: at, lastUsedAt: at });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  private indexOf(handle: Handle): string {
    return this.blindIndex.of(`${handle.kind}:${handle.value}`, HANDLE);
  }

  private sealed(person: Person): PersonRow {
    return {
      personId: person.personId,
      documentIndex: this.blindIndex.of(`${person.idType}:${person.idNumber}`, 'person.document'),
      customerIndex: this.blindIndex.of(person.customerNo, CUSTOMER),
      customerNo: this.cipher.seal(person.customerNo, CUSTOMER),
      name: this.cipher.seal(person.name, NAME),
      idType: person.idType,
      idNumber: this.cipher.seal(person.idNumber, ID_NUMBER),
      mobile: person.mobile === null ? null : this.cipher.seal(person.mobile, MOBILE),
      tasks: person.tasks.join(','),
      consentVersion: person.consentVersion,
      boundAt: person.boundAt,
      lastChannel: person.lastChannel,
    };
  }

  private opened(row: PersonRow | null): Person | undefined {
    if (row === null) return undefined;
    return {
      personId: row.personId,
      customerNo: this.cipher.open(row.customerNo, CUSTOMER),
      name: this.cipher.open(row.name, NAME),
      idType: row.idType as IdType,
      idNumber: this.cipher.open(row.idNumber, ID_NUMBER),
      mobile: row.mobile === null ? null : this.cipher.open(row.mobile, MOBILE),
      tasks: row.tasks === '' ? [] : (row.tasks.split(',') as BindingTask[]),
      consentVersion: row.consentVersion,
      boundAt: row.boundAt,
      lastChannel: row.lastChannel,
    };
  }

  private people(): Repository<PersonRow> {
    return this.database.manager().getRepository(PersonRow);
  }

  private handles(): Repository<PersonHandleRow> {
    return this.database.manager().getRepository(PersonHandleRow);
  }
}
