/** Origin of the front door in the weapp bundle, without a slash at the end; put in at build time. */
declare const ANJU_API_ORIGIN: string;
