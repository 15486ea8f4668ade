export * from './visibility.h5.ts';
