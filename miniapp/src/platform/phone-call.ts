export * from './phone-call.h5.ts';
