import type { Channel } from '@anju/shared/contract';
import Taro from '@tarojs/taro';

export const channel: Channel = 'weapp';

/** A fresh code of `wx.login`: five minutes, once. */
export const wechatCode: (() => Promise<string>) | null = async () => {
  const reply = await Taro.login();
  return reply.code;
};
