export * from './core-fund.module.ts';
export * from './core-fund.port.ts';
