export * from './pages.h5.ts';
