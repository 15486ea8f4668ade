export * from './subscribe.h5.ts';
