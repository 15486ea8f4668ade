export * from './privacy.h5.tsx';
