export * from './random.h5.ts';
