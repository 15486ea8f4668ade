export { pack as beijing } from './pack.ts';
