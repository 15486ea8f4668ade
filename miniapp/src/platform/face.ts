export * from './face.h5.ts';
