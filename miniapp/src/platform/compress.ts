export * from './compress.h5.ts';
