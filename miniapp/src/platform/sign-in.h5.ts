import type { Channel } from '@anju/shared/contract';

export const channel: Channel = 'h5';

/** A browser cannot know who holds it: the person signs in by SMS on the sign-in page. */
export const wechatCode: (() => Promise<string>) | null = null;
