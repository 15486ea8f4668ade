import type { FaceStart } from '@anju/shared/contract';

/** What WeChat and the browser do in different ways. Each file of this folder has a `.weapp` and an `.h5` form. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** Called with a function that ends the request. */
  readonly onAbortable?: (abort: () => void) => void;
}
export interface HttpReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}
export type TransportTrouble = 'offline' | 'timeout' | 'aborted';
/** No reply came: no network, too late, or given up by us. */
export class TransportFailure extends Error {
  constructor(readonly trouble: TransportTrouble) {
    super(trouble);
    this.name = 'TransportFailure';
  }
}
export type Send = (request: HttpRequest) => Promise<HttpReply>;

/** A file the person chose; `handle` is the platform's own. */
export interface ChosenFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly handle: unknown;
}
export interface UploadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: ChosenFile;
  readonly timeoutMs: number;
  readonly onProgress?: (percent: number) => void;
}
export interface DocumentRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the file is called where it is saved. */
  readonly name: string;
  readonly timeoutMs: number;
}
export interface DeviceStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}
export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter';
export type SubscribeAnswers = Readonly<Record<string, SubscribeAnswer>>;
/** `returned`: ask the server for the result now. `left`: the page goes to the provider and comes back by itself. */
export type FaceWay = 'returned' | 'left' | 'cancelled' | 'camera' | 'not-supported';
export interface FaceTrip {
  readonly start: FaceStart;
  /** The page to come back to, with its query. */
  readonly returnTo: string;
}
