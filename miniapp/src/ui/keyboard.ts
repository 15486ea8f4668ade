export * from './keyboard.h5.ts';
