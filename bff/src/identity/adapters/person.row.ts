import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { integerColumn } from '../../platform/index.ts';

/** A bound person. Name, numbers and mobile are sealed; the blind index of the document is unique. */
@Entity('person')
@Index('ux_person_document', ['documentIndex'], { unique: true })
@Index('ix_person_customer', ['customerIndex'])
export class PersonRow {
  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @Column({ name: 'document_index', type: 'varchar', length: 64 })
  documentIndex!: string;
  @Column({ name: 'customer_index', type: 'varchar', length: 64 })
  customerIndex!: string;
  @Column({ name: 'customer_no', type: 'text' })
  customerNo!: string;
  @Column({ type: 'text' })
  name!: string;
  @Column({ name: 'id_type', type: 'varchar', length: 40 })
  idType!: string;
  @Column({ name: 'id_number', type: 'text' })
  idNumber!: string;
  @Column({ type: 'text', nullable: true })
  mobile!: string | null;
  /** Codes with commas between them. */
  @Column({ type: 'varchar', length: 255 })
  tasks!: string;
  @Column({ name: 'consent_version', type: 'varchar', length: 32 })
  consentVersion!: string;
  @Column(integerColumn({ name: 'bound_at' }))
  boundAt!: number;
  @Column({ name: 'last_channel', type: 'varchar', length: 8 })
  lastChannel!: 'weapp' | 'h5';
}

/** A WeChat account or mobile by which a person signs in. */
@Entity('person_handle')
@Index('ix_person_handle_person', ['personId', 'kind'])
export class PersonHandleRow {
  /** Blind index of kind and value: one person a handle. */
  @PrimaryColumn({ name: 'handle_index', type: 'varchar', length: 64 })
  handleIndex!: string;
  @Column({ type: 'varchar', length: 8 })
  kind!: 'open-id' | 'mobile';
  @Column({ type: 'text' })
  handle!: string;
  @Column({ name: 'person_id', type: 'varchar', length: 36 })
  personId!: string;
  @Column(integerColumn({ name: 'bound_at' }))
  boundAt!: number;
  @Column(integerColumn({ name: 'last_used_at' }))
  lastUsedAt!: number;
}
