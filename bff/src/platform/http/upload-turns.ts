import { Refusal } from '../refusal.ts';

/** An upload lies in memory from its first byte until it is sealed and written, 10 MB and its sealed copy each. */
const AT_A_TIME = 8;
const RETRY_AFTER_SECONDS = 5;

/** Bounds the memory that uploads take, however many sessions send at once. One for each process. */
export class UploadTurns {
  private inside = 0;

  /**
   * @returns what must be called once the upload is out of memory
   * @throws Refusal `request.too-many` while as many as may are being taken in
   */
  enter(): () => void {
    if (this.inside >= AT_A_TIME) throw new Refusal('request.too-many', { retryAfter: RETRY_AFTER_SECONDS });
    this.inside += 1;
    return () => {
      this.inside -= 1;
    };
  }
}
