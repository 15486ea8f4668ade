import { chinaDateOf } from '@anju/shared/calendar';
import type { CaseStage, ReceiptFacts } from '@anju/shared/contract';
import { formatYuan } from '@anju/shared/money';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import { FileStore } from '../../file-store/index.ts';
import { Refusal } from '../../platform/index.ts';
import { Cases } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { centreNameOf, factsIn, FreezeReceipt, ReceiptPrinter, Receipts } from '../../receipt/index.ts';
import { archiveTexts } from '../../texts/index.ts';
import { retentionOf } from '../domain/archive-package.ts';
import type { ArchivedCase, PackagedFile } from '../domain/archive-package.ts';
import type { ArchivedPart, PlannedPart } from '../domain/archived-cases.ts';
import type { DuePart } from '../domain/due-part.ts';
import { packageStem } from '../domain/due-part.ts';

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

export type Source = Pick<PackagedFile, 'path' | 'title' | 'mediaType'> & { read(): Promise<Buffer> };

/** What goes into one package of a case, its files not yet read. */
export interface Content {
  readonly about: Omit<ArchivedCase, 'files'>;
  readonly endedAt: Date;
  readonly sources: readonly Source[];
}

/** How one end of a case is told. */
interface Told {
  readonly title: string;
  readonly proof: Source;
}

/** What is settled before a package is made. */
interface Said {
  readonly history: object;
  /** Of a payment that did not arrive. */
  readonly returned: object | null;
}

const textFile = (value: object) => async (): Promise<Buffer> => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/**
 * Puts a package together: what proves the end (the receipt; of a payment that did not arrive, a record of that), the course, and in the first one
 * the materials. A supplement names the package before it, and each package the case before or after where one takes the other's place.
 */
@Injectable()
export class PackageContent {
  constructor(
    private readonly cases: Cases,
    private readonly receipts: FreezeReceipt,
    private readonly kept: Receipts,
    private readonly printer: ReceiptPrinter,
    private readonly files: FileStore,
    private readonly config: Config,
  ) {}

  /**
   * Settles what a package will say: with its receipt, which is written down with this; of a payment that did not arrive, with a record of that.
   * @throws Refusal `core.unreachable`: later
   */
  async plan(one: ServiceCase, due: DuePart, parts: readonly PlannedPart[]): Promise<Pick<PlannedPart, 'receiptId' | 'endedAt' | 'said'>> {
    const history = await this.cases.history(one.caseId);
    if (due.outcome === 'payment-failed') {
      const momentOf = (stage: CaseStage): Date | undefined => history.find((moment) => moment.stage === stage)?.at;
      // The history keeps the first return alone.
      const endedAt = (parts.some(({ outcome }) => outcome === 'payment-failed') ? undefined : momentOf('payment-failed')) ?? one.updatedAt;
      const paidBefore = [...parts].reverse().find(({ outcome }) => outcome === 'paid');
      const returned = returnOf(one, due, { paidAt: paidBefore?.paidAt ?? momentOf('paid'), endedAt });
      return { receiptId: null, endedAt, said: JSON.stringify({ history: courseOf(one, history, one.record?.checks ?? []), returned } satisfies Said) };
    }
    const receipt = await this.receipts.execute(one);
    const facts = factsIn(receipt);
    const said: Said = { history: courseOf(one, history, facts.checks), returned: null };
    return { receiptId: receipt.receiptId, endedAt: new Date(facts.paidAt ?? facts.decidedAt), said: JSON.stringify(said) };
  }

  /**
   * @param before the package of this case before this one
   * @throws Refusal `request.too-many`: later
   */
  async of(one: ServiceCase, before: ArchivedPart | undefined, part: PlannedPart): Promise<Content> {
    const folder = packageStem(one.number, part.part);
    const said = JSON.parse(part.said) as Said;
    const endedAt = part.endedAt ?? one.updatedAt;
    const { title, proof } = said.returned === null ? await this.settled(part, folder) : returned(one, said.returned, folder);
    const predecessor = one.resubmits === null ? undefined : (await this.cases.byId(one.resubmits))?.number;
    const about = {
      itemNo: folder,
      title,
      responsible: centreNameOf(this.config.centre),
      date: chinaDateOf(endedAt),
      retention: retentionOf(one.route),
      business: archiveTexts.business(one.route),
      outcome: archiveTexts.stage(part.outcome, one.route),
      ...(before?.done === undefined ? {} : { supplements: { package: before.package, ...before.done } }),
      ...(predecessor === undefined ? {} : { predecessor }),
      ...(part.successor === null ? {} : { successor: part.successor }),
    };
    const course: Source = { path: `${folder}/history.json`, title: archiveTexts.history, mediaType: 'application/json', read: textFile(said.history) };
    return { about, endedAt, sources: [proof, course, ...(part.part === 1 ? await this.materials(one, folder) : [])] };
  }

  private async settled({ receiptId }: PlannedPart, folder: string): Promise<Told> {
    const receipt = receiptId === null ? undefined : await this.kept.byId(receiptId);
    if (receipt === undefined || receipt === 'altered') throw new Error('the receipt of a settled case is gone, or is not what was written');
    const facts: ReceiptFacts = factsIn(receipt);
    let drawn: Promise<Buffer> | undefined;
    const draw = async (): Promise<Buffer> => {
      const bytes = await this.printer.print({ facts });
      if (bytes === undefined) throw new Refusal('request.too-many');
      return bytes;
    };
    return { title: archiveTexts.title(facts), proof: { path: `${folder}/receipt.pdf`, title: archiveTexts.receipt, mediaType: 'application/pdf', read: () => (drawn ??= draw()) } };
  }

  /** Its own, and those that a case handed in again took over from the one before; where what it named is kept no longer, all of those before it. */
  private async materials(one: ServiceCase, folder: string): Promise<readonly Source[]> {
    const { caseId, personId, wish } = one;
    const own = await this.files.ofCase(caseId);
    const named = wish === null ? await this.before(one) : wish.matter !== undefined ? [] : await this.files.own(personId, wish.fileIds);
    const all = [...named.filter(({ fileId }) => !own.some((one) => one.fileId === fileId)), ...own];
    return all.map(({ fileId, mediaType }, index): Source => {
      const path = `${folder}/materials/${String(index + 1).padStart(2, '0')}.${ENDINGS[mediaType] ?? 'bin'}`;
      return { path, title: archiveTexts.material(index + 1), mediaType, read: () => this.contentOf(fileId) };
    });
  }

  /** The papers of every case that it was handed in again for. */
  private async before({ resubmits }: ServiceCase): ReturnType<FileStore['ofCase']> {
    if (resubmits === null) return [];
    const one = await this.cases.byId(resubmits);
    return [...(one === undefined ? [] : await this.before(one)), ...(await this.files.ofCase(resubmits))];
  }

  private async contentOf(fileId: string): Promise<Buffer> {
    const content = await this.files.content(fileId);
    if (content === undefined) throw new Error('a material of a settled case is gone');
    return content.bytes;
  }
}

function returned({ number, route }: ServiceCase, record: object, folder: string): Told {
  return { title: archiveTexts.returnTitle(route, number), proof: { path: `${folder}/return.json`, title: archiveTexts.returned, mediaType: 'application/json', read: textFile(record) } };
}

function returnOf(one: ServiceCase, { successor }: DuePart, { paidAt, endedAt }: { readonly paidAt: Date | null | undefined; readonly endedAt: Date }): object {
  const { number, route, coreCaseNo, amountFen, payee, refusal } = one;
  return {
    业务编号: number,
    中心业务流水号: coreCaseNo,
    业务类别: archiveTexts.business(route),
    办理结果: archiveTexts.stage('payment-failed', route),
    金额: formatYuan(amountFen),
    收款账户: payee === null ? null : `${payee.bank} **** ${payee.tail}`,
    付款时间: paidAt?.toISOString() ?? null,
    退回时间: endedAt.toISOString(),
    原因: refusal?.params?.['text'] ?? null,
    后续业务编号: successor,
  };
}

function courseOf({ number, coreCaseNo, route, record }: ServiceCase, history: readonly { readonly stage: CaseStage; readonly at: Date }[], checks: ReceiptFacts['checks']): object {
  return {
    业务编号: number,
    中心业务流水号: coreCaseNo,
    环节: history.map(({ stage, at }) => ({ 环节: archiveTexts.stage(stage, route), 时间: at.toISOString() })),
    岗位: (record?.desks ?? []).map(({ stage, post, startedAt, doneAt }) => ({ 环节: archiveTexts.stage(stage, route), 岗位: post, 开始: startedAt ?? null, 完成: doneAt ?? null })),
    查验: checks.map(({ source, at, result }) => ({ 来源: source, 时间: at, 结果: result })),
  };
}
