export * from './storage.h5.ts';
