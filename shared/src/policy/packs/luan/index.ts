export { pack as luan } from './pack.ts';
