import { AsyncLocalStorage } from 'node:async_hooks';

/** The id of the request being served, for log lines written anywhere below it. */
export const requestContext = new AsyncLocalStorage<{ readonly requestId: string }>();
