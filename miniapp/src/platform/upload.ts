export * from './upload.h5.ts';
