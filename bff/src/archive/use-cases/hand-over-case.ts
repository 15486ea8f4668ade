import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock, Log, Outbox, Refusal, UnitOfWork } from '../../platform/index.ts';
import type { Delivery } from '../../platform/index.ts';
import { Cases, MoveCase, StartCase, SweepWishes } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { archiveTexts } from '../../texts/index.ts';
import { metadataJson, metadataXml } from '../domain/archive-package.ts';
import type { ArchivedCase, PackagedFile } from '../domain/archive-package.ts';
import { ArchivedCases } from '../domain/archived-cases.ts';
import type { ArchivedPart } from '../domain/archived-cases.ts';
import { duePart, packageStem } from '../domain/due-part.ts';
import { ArchiveHandover, Packer } from '../domain/ports.ts';
import type { ToPack } from '../domain/ports.ts';
import { PackageContent } from './package-content.ts';
import type { Source } from './package-content.ts';

export const ARCHIVE_TOPIC = 'archive.hand-over';

const AGAIN_MS = 30_000;

/**
 * Hands a case over to the archive: the whole when it is settled; a supplement when its payment comes back later, or is paid anew, or when another case
 * takes its place. A payment that failed before counts once the case cannot be handed in again. Promised in the unit of work that changes it, done by the outbox. What a package will say is settled before it is
 * made, so that whatever breaks in between, and whoever else is at it, comes to the same package.
 */
@Injectable()
export class HandOverCase implements OnModuleInit {
  constructor(
    private readonly moves: MoveCase,
    private readonly starts: StartCase,
    private readonly sweep: SweepWishes,
    private readonly cases: Cases,
    private readonly content: PackageContent,
    private readonly packer: Packer,
    private readonly handover: ArchiveHandover,
    private readonly archived: ArchivedCases,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    // By the version, since a case whose money came back may be settled a second time.
    this.moves.onEnded(({ caseId, version }) => this.promise(caseId, String(version)));
    this.starts.onReplaced((caseId) => this.promise(caseId, 'replaced'));
    this.sweep.onClosed(async (caseIds) => {
      for (const caseId of caseIds) if ((await this.cases.byId(caseId))?.stage === 'payment-failed') await this.promise(caseId, 'closed');
    });
    this.outbox.handle(ARCHIVE_TOPIC, (payload) => this.execute(String(payload['caseId'])));
  }

  private async promise(caseId: string, why: string): Promise<void> {
    await this.outbox.record({ topic: ARCHIVE_TOPIC, key: `${caseId}:${why}`, payload: { caseId } });
  }

  /** Hands over whatever the archive does not know yet: the case is read anew after each package, so that what changed meanwhile is not missed. */
  async execute(caseId: string): Promise<Delivery> {
    try {
      for (let more = true; more; ) more = await this.next(caseId);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'request.not-found') return { kind: 'dead', reason: 'no such case' };
      this.log.event('archive.waiting', { caseId, code: error.code });
      return { kind: 'later', afterMs: AGAIN_MS };
    }
  }

  /** One step: makes the package that is planned, or plans the next; false when the archive knows all. */
  private async next(caseId: string): Promise<boolean> {
    const parts = await this.archived.partsOf(caseId);
    const one = await this.cases.byId(caseId);
    if (one === undefined) throw new Refusal('request.not-found');
    const planned = parts.findIndex(({ done }) => done === undefined);
    if (planned >= 0) {
      await this.handOver(one, parts, planned);
      return true;
    }
    const successor = one.stage === 'payment-failed' ? (await this.cases.resubmissionOf(caseId))?.number : undefined;
    const due = duePart(one, parts, successor);
    if (due === undefined) return false;
    const plan = await this.content.plan(one, due, parts);
    await this.unitOfWork.run(() => this.archived.plan({ caseId, ...due, ...plan, package: `${packageStem(one.number, due.part)}.zip` }));
    return true;
  }

  private async handOver(one: ServiceCase, parts: readonly ArchivedPart[], at: number): Promise<void> {
    const part = parts[at];
    if (part === undefined) return;
    const { about, endedAt, sources } = await this.content.of(one, parts[at - 1], part);
    const listed: PackagedFile[] = [];
    for (const { read, ...source } of sources) {
      const bytes = await read();
      listed.push({ ...source, sizeBytes: bytes.length, ...this.packer.hashesOf(bytes) });
    }
    const done = await this.handover.deliver(part.package, this.packer.pack(packOf({ ...about, files: listed }, sources, this.packer), endedAt));
    await this.unitOfWork.run(() => this.archived.handedOver(part, done, this.clock.now()));
    this.log.event('archive.done', { caseId: one.caseId, part: part.part, files: listed.length, sizeBytes: done.sizeBytes, sha256: done.sha256 });
  }
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
