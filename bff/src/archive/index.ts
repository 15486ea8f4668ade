export { archiveRows } from './adapters/archive.rows.ts';
export { ArchiveModule } from './archive.module.ts';
