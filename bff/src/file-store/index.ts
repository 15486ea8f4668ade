export { fileStoreRows } from './adapters/file-store.rows.ts';
export type { StoredFile } from './domain/stored-file.ts';
export { FileStoreModule } from './file-store.module.ts';
export { FileStore } from './file-store.port.ts';
