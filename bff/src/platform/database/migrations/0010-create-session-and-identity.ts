import type { MigrationInterface, QueryRunner, TableColumnOptions } from 'typeorm';
import { Table, TableIndex } from 'typeorm';

/** Sessions, sign-in codes, people with their handles, face checks, and tries that are limited. */
export class CreateSessionAndIdentity1780000000010 implements MigrationInterface {
  readonly name = 'CreateSessionAndIdentity1780000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [session, smsCode, person, personHandle, faceCheck, attempt]) await runner.createTable(table, true);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const id = (name: string): TableColumnOptions => ({ name, type: 'varchar', length: '36' });
const blind = (name: string): TableColumnOptions => ({ name, type: 'varchar', length: '64' });
const short = (name: string, length: number): TableColumnOptions => ({ name, type: 'varchar', length: String(length) });
const integer = (name: string): TableColumnOptions => ({ name, type: 'bigint' });
const sealed = (name: string): TableColumnOptions => ({ name, type: 'text' });
const key = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isPrimary: true });
const maybe = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });
const unique = (name: string, ...columnNames: string[]): TableIndex => new TableIndex({ name, columnNames, isUnique: true });
const index = (name: string, ...columnNames: string[]): TableIndex => new TableIndex({ name, columnNames });

const session = new Table({
  name: 'session',
  columns: [
    key(id('session_id')),
    blind('token_hash'),
    short('channel', 8),
    maybe(sealed('open_id')),
    maybe(blind('open_index')),
    maybe(sealed('mobile')),
    maybe(id('person_id')),
    maybe(integer('face_until')),
    integer('started_at'),
    integer('last_seen_at'),
    integer('expires_at'),
  ],
  indices: [unique('ux_session_token', 'token_hash'), index('ix_session_person', 'person_id'), index('ix_session_open', 'open_index'), index('ix_session_expires', 'expires_at')],
});

const smsCode = new Table({
  name: 'sms_code',
  columns: [
    key(id('code_id')),
    blind('mobile_index'),
    blind('ip_index'),
    integer('minute_slot'),
    blind('code_hash'),
    integer('asked_at'),
    integer('expires_at'),
    integer('tries'),
    maybe(integer('used_at')),
  ],
  indices: [unique('ux_sms_code_slot', 'mobile_index', 'minute_slot'), index('ix_sms_code_ip', 'ip_index', 'asked_at'), index('ix_sms_code_asked', 'asked_at')],
});

const person = new Table({
  name: 'person',
  columns: [
    key(id('person_id')),
    blind('document_index'),
    blind('customer_index'),
    sealed('customer_no'),
    sealed('name'),
    short('id_type', 40),
    sealed('id_number'),
    maybe(sealed('mobile')),
    short('tasks', 255),
    short('consent_version', 32),
    integer('bound_at'),
    short('last_channel', 8),
  ],
  indices: [unique('ux_person_document', 'document_index'), index('ix_person_customer', 'customer_index')],
});

const personHandle = new Table({
  name: 'person_handle',
  columns: [key(blind('handle_index')), short('kind', 8), sealed('handle'), id('person_id'), integer('bound_at'), integer('last_used_at')],
  indices: [index('ix_person_handle_person', 'person_id', 'kind')],
});

const faceCheck = new Table({
  name: 'face_check',
  columns: [
    key(short('verification_id', 32)),
    id('person_id'),
    id('session_id'),
    short('channel', 8),
    short('purpose', 32),
    sealed('provider_ref'),
    maybe(short('outcome', 24)),
    integer('started_at'),
    integer('expires_at'),
    maybe(short('settled_day', 10)),
  ],
  indices: [index('ix_face_check_person', 'person_id', 'settled_day'), index('ix_face_check_started', 'started_at')],
});

const attempt = new Table({
  name: 'identity_attempt',
  columns: [key(id('attempt_id')), short('kind', 16), blind('subject'), short('day', 10)],
  indices: [index('ix_identity_attempt_subject', 'kind', 'subject', 'day'), index('ix_identity_attempt_day', 'day')],
});
