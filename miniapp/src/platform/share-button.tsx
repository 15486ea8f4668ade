export * from './share-button.h5.tsx';
