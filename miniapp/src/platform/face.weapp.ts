import type { FaceTrip, FaceWay } from './ports.ts';

interface Answer {
  readonly errMsg?: string;
  readonly errCode?: number;
  readonly errno?: number;
}
interface WxFace {
  checkIsSupportFacialRecognition?(options: { success(): void; fail(answer: Answer): void }): void;
  requestFacialVerify?(options: { verifyId: string; success(answer: Answer): void; fail(answer: Answer): void }): void;
}
declare const wx: WxFace;

/** Whether this phone and this WeChat can do the face check. */
export function canSeeFace(): Promise<boolean> {
  return new Promise((resolve) => {
    if (wx.requestFacialVerify === undefined || wx.checkIsSupportFacialRecognition === undefined) return resolve(false);
    wx.checkIsSupportFacialRecognition({ success: () => resolve(true), fail: () => resolve(false) });
  });
}

const CANCELLED: readonly number[] = [90100];
const CAMERA: readonly number[] = [90102, 90107, 90199];

/** Opens WeChat's face check. Whatever it says, the result is asked for on the server. */
export function seeFace(trip: FaceTrip): Promise<FaceWay> {
  return new Promise((resolve) => {
    const verifyId = trip.start.verifyId;
    if (verifyId === undefined || wx.requestFacialVerify === undefined) return resolve('not-supported');
    wx.requestFacialVerify({
      verifyId,
      success: () => resolve('returned'),
      fail: (answer) => {
        const code = answer.errCode ?? answer.errno ?? 0;
        if (CANCELLED.includes(code) || /cancel/i.test(answer.errMsg ?? '')) return resolve('cancelled');
        resolve(CAMERA.includes(code) ? 'camera' : 'returned');
      },
    });
  });
}

/** WeChat never leaves the page. */
export function takeFaceReturn(): void {
  return;
}
