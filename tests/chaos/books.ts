import { createConnection } from 'mysql2/promise';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { Control } from '../e2e/world/control.ts';
import type { BffCase, Booked, CoreApplication, Evidence, MoneyMove, Told, WaitingMessage } from './evidence.ts';
import type { Citizen } from './citizens.ts';

/** The BFF's database, read from outside. */
export class BffBooks {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async #read<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await createConnection(this.#url);
    try {
      return await work(connection);
    } finally {
      await connection.end();
    }
  }

  cases(): Promise<readonly BffCase[]> {
    return this.#read(async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>('select case_id, number, route, amount_fen, stage, link, request_no, core_case_no from service_case order by number');
      return rows.map((row): BffCase => ({
        caseId: String(row['case_id']), number: String(row['number']), route: String(row['route']), amountFen: Number(row['amount_fen']), stage: String(row['stage']), link: String(row['link']),
        requestNo: String(row['request_no']), coreCaseNo: row['core_case_no'] === null ? null : String(row['core_case_no']),
      }));
    });
  }

  /** By person too: of a case that two borrow for each is told once. */
  notices(): Promise<readonly Told[]> {
    return this.#read(async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>('select number, stage, count(*) as n from notice group by case_id, person_id, number, stage');
      return rows.map((row): Told => ({ by: 'inbox', number: String(row['number']), stage: String(row['stage']), count: Number(row['n']) }));
    });
  }

  /** What the outbox has not delivered, dead messages included. */
  waiting(): Promise<readonly WaitingMessage[]> {
    return this.#read(async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>("select id, topic, state from outbox_message where state <> 'done'");
      return rows.map((row): WaitingMessage => ({ id: String(row['id']), topic: String(row['topic']), state: String(row['state']) }));
    });
  }
}

interface Journal {
  readonly payments: readonly { readonly paymentNo: string; readonly ywlsh: string; readonly amount: number; readonly interest?: number; readonly state: string }[];
  readonly collections: readonly { readonly collectionNo: string; readonly ywlsh: string; readonly amount: number; readonly state: string }[];
  readonly vouchers: readonly { readonly ywlsh: string | null; readonly lines: readonly { readonly subject: string; readonly debit: number; readonly credit: number }[] }[];
  readonly balanced: boolean;
  readonly faults?: readonly string[];
}
interface CoreCaseRow {
  readonly ywlsh: string;
  readonly requestNo: string;
  readonly ywlx: string;
  readonly amount: number;
  readonly state: string;
}
/** 住房公积金 and 委托贷款. */
const ACCOUNTS = '201';
const LOANS = '121';

/** Moves the hand on the core that these runs need beyond `Control`. */
export class CoreBooks {
  readonly #url: string;

  constructor(control: Control) {
    this.#url = control.urls.coreControl;
  }

  async ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.#url + path, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return (await response.json()) as T;
  }

  async applications(): Promise<readonly CoreApplication[]> {
    const { cases } = await this.ask<{ cases: readonly CoreCaseRow[] }>('GET', '/cases');
    return cases.map(({ ywlsh, requestNo, ywlx, amount, state }) => ({ ywlsh, requestNo, ywlx, amountFen: amount, state }));
  }

  async journal(): Promise<Pick<Evidence, 'money' | 'booked' | 'ledgerFaults'>> {
    const { payments, collections, vouchers, balanced, faults } = await this.ask<Journal>('GET', '/journal');
    const money: MoneyMove[] = [
      ...payments.map(({ paymentNo, ywlsh, amount, interest = 0, state }): MoneyMove => ({ no: paymentNo, sort: 'payment', ywlsh, amountFen: amount, interestFen: interest, state })),
      ...collections.map(({ collectionNo, ywlsh, amount, state }): MoneyMove => ({ no: collectionNo, sort: 'collection', ywlsh, amountFen: amount, state })),
    ];
    const booked = new Map<string, Booked>();
    for (const { ywlsh, lines } of vouchers) {
      if (ywlsh === null) continue;
      const sum = (subject: string): number => lines.filter((line) => line.subject === subject).reduce((total, line) => total + line.debit - line.credit, 0);
      const { fromAccountsFen, offLoansFen } = booked.get(ywlsh) ?? { fromAccountsFen: 0, offLoansFen: 0 };
      booked.set(ywlsh, { ywlsh, fromAccountsFen: fromAccountsFen + sum(ACCOUNTS), offLoansFen: offLoansFen - sum(LOANS) });
    }
    return { money, booked: [...booked.values()], ledgerFaults: balanced ? [] : (faults ?? ['the books do not balance']) };
  }
}

/** How often each case's stage came by SMS. */
export async function smsTold(control: Control, citizens: readonly Citizen[], template: string): Promise<readonly Told[]> {
  const counts = new Map<string, Told>();
  for (const { mobile } of citizens) {
    for (const { templateId, params } of await control.sms(mobile)) {
      if (templateId !== template) continue;
      const [, number = '', stage = ''] = params;
      const key = `${mobile} ${number} ${stage}`;
      counts.set(key, { by: 'sms', number, stage, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}
