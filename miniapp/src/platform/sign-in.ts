export * from './sign-in.h5.ts';
