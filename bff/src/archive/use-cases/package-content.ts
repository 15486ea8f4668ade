import { chinaDateOf } from '@anju/shared/calendar';
import type { ReceiptFacts } from '@anju/shared/contract';
import { formatYuan } from '@anju/shared/money';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import { FileStore } from '../../file-store/index.ts';
import { Refusal } from '../../platform/index.ts';
import { Cases } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { centreNameOf, factsIn, FreezeReceipt, ReceiptPrinter } from '../../receipt/index.ts';
import { archiveTexts } from '../../texts/index.ts';
import { retentionOf } from '../domain/archive-package.ts';
import type { ArchivedCase, PackagedFile } from '../domain/archive-package.ts';
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
  readonly centre: string;
  readonly endedAt: Date;
  readonly proof: Source;
  readonly checks: ReceiptFacts['checks'];
}

const textFile = (value: object) => async (): Promise<Buffer> => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const iso = (moment: Date | undefined): string | null => moment?.toISOString() ?? null;

/**
 * Puts a package together: what proves the end (the receipt; of a payment that did not arrive, a record of that), the course, and in the first one
 * the materials. A supplement names the package before it, and each package the case before or after where one takes the other's place.
 */
@Injectable()
export class PackageContent {
  constructor(
    private readonly cases: Cases,
    private readonly receipts: FreezeReceipt,
    private readonly printer: ReceiptPrinter,
    private readonly files: FileStore,
    private readonly config: Config,
  ) {}

  /**
   * @param anew whether the case has come to this end before
   * @throws Refusal `core.unreachable`, `request.too-many`: later
   */
  async of(one: ServiceCase, due: DuePart, anew: boolean): Promise<Content> {
    const folder = packageStem(one.number, due.part);
    const { title, centre, endedAt, proof, checks } = due.outcome === 'payment-failed' ? await this.returned(one, due, folder, anew) : await this.settled(one, folder);
    const predecessor = one.resubmits === null ? undefined : (await this.cases.byId(one.resubmits))?.number;
    const about = {
      itemNo: folder,
      title,
      responsible: centre,
      date: chinaDateOf(endedAt),
      retention: retentionOf(one.route),
      business: archiveTexts.business(one.route),
      outcome: archiveTexts.stage(due.outcome, one.route),
      ...(due.before === undefined ? {} : { supplements: due.before }),
      ...(predecessor === undefined ? {} : { predecessor }),
      ...(due.successor === null ? {} : { successor: due.successor }),
    };
    const course: Source = { path: `${folder}/history.json`, title: archiveTexts.history, mediaType: 'application/json', read: textFile(await this.courseOf(one, checks)) };
    return { about, endedAt, sources: [proof, course, ...(due.part === 1 ? await this.materials(one, folder) : [])] };
  }

  private async settled(one: ServiceCase, folder: string): Promise<Told> {
    const facts: ReceiptFacts = factsIn(await this.receipts.execute(one));
    let drawn: Promise<Buffer> | undefined;
    const draw = async (): Promise<Buffer> => {
      const bytes = await this.printer.print({ facts });
      if (bytes === undefined) throw new Refusal('request.too-many');
      return bytes;
    };
    const proof: Source = { path: `${folder}/receipt.pdf`, title: archiveTexts.receipt, mediaType: 'application/pdf', read: () => (drawn ??= draw()) };
    return { title: archiveTexts.title(facts), centre: facts.centre, endedAt: new Date(facts.paidAt ?? facts.decidedAt), proof, checks: facts.checks };
  }

  private async returned(one: ServiceCase, due: DuePart, folder: string, anew: boolean): Promise<Told> {
    const { number, route, coreCaseNo, amountFen, payee, refusal } = one;
    const history = await this.cases.history(one.caseId);
    const momentOf = (stage: string): Date | undefined => history.find((moment) => moment.stage === stage)?.at;
    // The history keeps the first return alone.
    const endedAt = (anew ? undefined : momentOf('payment-failed')) ?? one.updatedAt;
    const record = {
      业务编号: number,
      中心业务流水号: coreCaseNo,
      业务类别: archiveTexts.business(route),
      办理结果: archiveTexts.stage('payment-failed', route),
      金额: formatYuan(amountFen),
      收款账户: payee === null ? null : `${payee.bank} **** ${payee.tail}`,
      付款时间: iso(due.before?.paidAt ?? momentOf('paid')),
      退回时间: iso(endedAt),
      原因: refusal?.params?.['text'] ?? null,
      后续业务编号: due.successor,
    };
    const proof: Source = { path: `${folder}/return.json`, title: archiveTexts.returned, mediaType: 'application/json', read: textFile(record) };
    return { title: archiveTexts.returnTitle(route, number), centre: centreNameOf(this.config.centre), endedAt, proof, checks: one.record?.checks ?? [] };
  }

  private async courseOf(one: ServiceCase, checks: ReceiptFacts['checks']): Promise<object> {
    const history = await this.cases.history(one.caseId);
    return {
      业务编号: one.number,
      中心业务流水号: one.coreCaseNo,
      环节: history.map(({ stage, at }) => ({ 环节: archiveTexts.stage(stage, one.route), 时间: at.toISOString() })),
      岗位: (one.record?.desks ?? []).map(({ stage, post, startedAt, doneAt }) => ({ 环节: archiveTexts.stage(stage, one.route), 岗位: post, 开始: startedAt ?? null, 完成: doneAt ?? null })),
      查验: checks.map(({ source, at, result }) => ({ 来源: source, 时间: at, 结果: result })),
    };
  }

  /** Its own, and those that a case handed in again took over from the one before. */
  private async materials({ caseId, personId, wish }: ServiceCase, folder: string): Promise<readonly Source[]> {
    const own = await this.files.ofCase(caseId);
    const named = wish === null || wish.matter !== undefined ? [] : await this.files.own(personId, wish.fileIds);
    const all = [...named.filter(({ fileId }) => !own.some((one) => one.fileId === fileId)), ...own];
    return all.map(({ fileId, mediaType }, index): Source => {
      const path = `${folder}/materials/${String(index + 1).padStart(2, '0')}.${ENDINGS[mediaType] ?? 'bin'}`;
      return { path, title: archiveTexts.material(index + 1), mediaType, read: () => this.contentOf(fileId) };
    });
  }

  private async contentOf(fileId: string): Promise<Buffer> {
    const content = await this.files.content(fileId);
    if (content === undefined) throw new Error('a material of a settled case is gone');
    return content.bytes;
  }
}
