export * from './into-view.h5.ts';
