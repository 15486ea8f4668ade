export * from './panel-focus.h5.ts';
