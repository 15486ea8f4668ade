export { pack as shenzhen } from './pack.ts';
