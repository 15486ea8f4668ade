export * from './share.h5.ts';
