export * from './document.h5.ts';
