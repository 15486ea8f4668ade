export * from './launch.h5.ts';
