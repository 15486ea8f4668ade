export * from './capture.h5.ts';
