export * from './chrome.h5.tsx';
