import { WechatError, wechatCodes, type WechatCode } from './wechat.errors.ts';

interface Planned {
  readonly on: string;
  readonly errcode: WechatCode;
  left: number;
}

/** Refusals planned by a test: the next calls of a kind answer with a code of WeChat's own. */
export class PlannedErrors {
  private planned: Planned[] = [];

  /** Plans one refusal; `times` absent means once. False when the code is none this stand-in knows. */
  add(on: string, errcode: number, times = 1): boolean {
    const known = wechatCodes.find((code) => code === errcode);
    if (known === undefined) return false;
    this.planned.push({ on, errcode: known, left: times });
    return true;
  }

  clear(): void {
    this.planned = [];
  }

  /** Throws the refusal planned for this call, if there is one. */
  strike(call: string): void {
    const found = this.planned.find((entry) => entry.on === '*' || entry.on === call);
    if (!found) return;
    found.left -= 1;
    this.planned = this.planned.filter((entry) => entry.left > 0);
    throw new WechatError(found.errcode);
  }
}
