export * from './core-fund.port.ts';
