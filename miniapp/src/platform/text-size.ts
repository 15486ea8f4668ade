export * from './text-size.h5.ts';
