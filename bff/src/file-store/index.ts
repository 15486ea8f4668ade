export { fileStoreRows } from './adapters/file-store.rows.ts';
export { MaterialCleaner } from './domain/material.ts';
export type { Cleaned } from './domain/material.ts';
export type { StoredFile } from './domain/stored-file.ts';
export { FileStoreModule } from './file-store.module.ts';
export { FileStore } from './file-store.port.ts';
