export * from './request.h5.ts';
