/** What every stand-in is made of: an HTTP server, faults, a clock, a durable store and a life as a process. */
export { createServer, listen, type Running } from './http.server.ts';
export { FaultTable, faultRoutes, injectFaults, malformedText, readFault, type Fault, type FaultKind } from './fault.table.ts';
export { StandInClock, chinaMoment, chinaDay, instantOfChina } from './china.clock.ts';
export { openStore, type Store } from './durable.store.ts';
export { refuseInProduction, runAsProcess, portFrom } from './process.life.ts';
