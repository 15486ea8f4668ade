interface WxCapture {
  setVisualEffectOnCapture?(options: { visualEffect: 'hidden' | 'none' }): void;
}
declare const wx: WxCapture;

/** Hides a page with personal figures from screenshots (Android) and recordings (iOS). */
export function hideFromCapture(hide: boolean): void {
  wx.setVisualEffectOnCapture?.({ visualEffect: hide ? 'hidden' : 'none' });
}
