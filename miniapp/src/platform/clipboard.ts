import Taro from '@tarojs/taro';

/** Puts a text on the clipboard. @returns false when the phone or the browser does not allow it */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
