import { chinaDateOf } from '@anju/shared/calendar';
import type { ReceiptFacts } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { FileStore } from '../../file-store/index.ts';
import { Clock, Log, Outbox, Refusal, UnitOfWork } from '../../platform/index.ts';
import type { Delivery } from '../../platform/index.ts';
import { Cases, MoveCase } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { factsIn, FreezeReceipt, ReceiptPrinter } from '../../receipt/index.ts';
import { archiveTexts } from '../../texts/index.ts';
import { metadataJson, metadataXml, retentionOf } from '../domain/archive-package.ts';
import type { ArchivedCase, PackagedFile } from '../domain/archive-package.ts';
import { ArchivedCases } from '../domain/archived-cases.ts';
import { ArchiveHandover, Packer } from '../domain/ports.ts';
import type { ToPack } from '../domain/ports.ts';

export const ARCHIVE_TOPIC = 'archive.hand-over';

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };
const AGAIN_MS = 30_000;

type Source = Pick<PackagedFile, 'path' | 'title' | 'mediaType'> & { read(): Promise<Buffer> };

/**
 * Hands a settled case over to the archive: promised in the unit of work that settles it, done by the outbox, once. Whatever breaks in
 * between is done again and comes to the same package, since what goes into it does not change any more.
 */
@Injectable()
export class HandOverCase implements OnModuleInit {
  constructor(
    private readonly moves: MoveCase,
    private readonly cases: Cases,
    private readonly receipts: FreezeReceipt,
    private readonly printer: ReceiptPrinter,
    private readonly files: FileStore,
    private readonly packer: Packer,
    private readonly handover: ArchiveHandover,
    private readonly archived: ArchivedCases,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.moves.onSettled(async ({ caseId, version }) => {
      // By the version, since a case whose money came back may be settled a second time.
      await this.outbox.record({ topic: ARCHIVE_TOPIC, key: `${caseId}:${version}`, payload: { caseId } });
    });
    this.outbox.handle(ARCHIVE_TOPIC, (payload) => this.execute(String(payload['caseId'])));
  }

  async execute(caseId: string): Promise<Delivery> {
    if (await this.archived.has(caseId)) return { kind: 'done' };
    const one = await this.cases.byId(caseId);
    if (one === undefined) return { kind: 'dead', reason: 'no such case' };
    try {
      return await this.handOver(one);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The bank sent the money back in the meantime: there is nothing to hand over, until the case is settled anew.
      if (error.code === 'receipt.not-settled') return { kind: 'done' };
      this.log.event('archive.waiting', { caseId, code: error.code });
      return { kind: 'later', afterMs: AGAIN_MS };
    }
  }

  private async handOver(one: ServiceCase): Promise<Delivery> {
    const { caseId, number } = one;
    const facts = factsIn(await this.receipts.execute(one));
    const sources = await this.sourcesOf(one, facts);
    const listed: PackagedFile[] = [];
    for (const { read, ...source } of sources) {
      const bytes = await read();
      listed.push({ ...source, sizeBytes: bytes.length, ...this.packer.hashesOf(bytes) });
    }
    const described = describe(facts, listed);
    const settledAt = new Date(facts.paidAt ?? facts.decidedAt);
    const content = this.packer.pack(packOf(described, sources, this.packer), settledAt);
    const name = `${number}.zip`;
    const done = await this.handover.deliver(name, content);
    await this.unitOfWork.run(() => this.archived.add({ caseId, number, package: name, ...done, handedOverAt: this.clock.now() }));
    this.log.event('archive.done', { caseId, files: listed.length, sizeBytes: done.sizeBytes, sha256: done.sha256 });
    return { kind: 'done' };
  }

  private async sourcesOf(one: ServiceCase, facts: ReceiptFacts): Promise<readonly Source[]> {
    const folder = facts.number;
    const history = await this.cases.history(one.caseId);
    const course = {
      业务编号: facts.number,
      中心业务流水号: one.coreCaseNo,
      环节: history.map(({ stage, at }) => ({ 环节: archiveTexts.stage(stage, one.route), 时间: at.toISOString() })),
      岗位: (one.record?.desks ?? []).map(({ stage, post, startedAt, doneAt }) => ({ 环节: archiveTexts.stage(stage, one.route), 岗位: post, 开始: startedAt ?? null, 完成: doneAt ?? null })),
      查验: facts.checks.map(({ source, at, result }) => ({ 来源: source, 时间: at, 结果: result })),
    };
    const materials = (await this.materialsOf(one)).map(({ fileId, mediaType }, index): Source => {
      const path = `${folder}/materials/${String(index + 1).padStart(2, '0')}.${ENDINGS[mediaType] ?? 'bin'}`;
      return { path, title: archiveTexts.material(index + 1), mediaType, read: () => this.contentOf(fileId) };
    });
    const receipt = this.once(async () => {
      const bytes = await this.printer.print({ facts });
      if (bytes === undefined) throw new Refusal('request.too-many');
      return bytes;
    });
    return [
      { path: `${folder}/receipt.pdf`, title: archiveTexts.receipt, mediaType: 'application/pdf', read: receipt },
      { path: `${folder}/history.json`, title: archiveTexts.history, mediaType: 'application/json', read: async () => Buffer.from(`${JSON.stringify(course, null, 2)}\n`) },
      ...materials,
    ];
  }

  /** Its own, and those that a case handed in again took over from the one before. */
  private async materialsOf({ caseId, personId, wish }: ServiceCase): Promise<readonly { readonly fileId: string; readonly mediaType: string }[]> {
    const own = await this.files.ofCase(caseId);
    const named = wish === null || wish.matter !== undefined ? [] : await this.files.own(personId, wish.fileIds);
    return [...named.filter(({ fileId }) => !own.some((one) => one.fileId === fileId)), ...own];
  }

  private once(read: () => Promise<Buffer>): () => Promise<Buffer> {
    let known: Promise<Buffer> | undefined;
    return () => (known ??= read());
  }

  private async contentOf(fileId: string): Promise<Buffer> {
    const content = await this.files.content(fileId);
    if (content === undefined) throw new Error('a material of a settled case is gone');
    return content.bytes;
  }
}

function describe(facts: ReceiptFacts, files: readonly PackagedFile[]): ArchivedCase {
  const settledAt = new Date(facts.paidAt ?? facts.decidedAt);
  return {
    itemNo: facts.number,
    title: archiveTexts.title(facts),
    responsible: facts.centre,
    date: chinaDateOf(settledAt),
    retention: retentionOf(facts.route),
    business: archiveTexts.business(facts.route),
    outcome: archiveTexts.stage(facts.outcome, facts.route),
    files,
  };
}

/** The files in their order, and the metadata in both forms before them; the JSON lists the XML too, so that one hash vouches for all. */
function packOf(described: ArchivedCase, sources: readonly Source[], packer: Packer): readonly ToPack[] {
  const xml = Buffer.from(metadataXml(described));
  const xmlFile: PackagedFile = { path: `${described.itemNo}/metadata.xml`, title: archiveTexts.metadata, mediaType: 'application/xml', sizeBytes: xml.length, ...packer.hashesOf(xml) };
  const json = Buffer.from(metadataJson({ ...described, files: [xmlFile, ...described.files] }));
  const ready = (path: string, bytes: Buffer): ToPack => ({ path, sizeBytes: bytes.length, content: async () => bytes });
  return [
    ready(`${described.itemNo}/metadata.json`, json),
    ready(xmlFile.path, xml),
    ...sources.map(({ path, read }, index): ToPack => ({ path, sizeBytes: described.files[index]?.sizeBytes ?? 0, content: read })),
  ];
}
