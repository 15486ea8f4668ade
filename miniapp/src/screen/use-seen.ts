import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { device } from '../api/api.ts';
import { forgetSeen, takeSeen } from '../api/seen.ts';
import type { SeenFor } from '../api/seen.ts';

export interface Seen {
  /** The person has just come back to this page from being seen for this. */
  readonly seen: boolean;
  /** Being seen serves for one press. */
  used(): void;
}

/** Whether the person comes from being seen. On H5 they come back to a page that opens anew; in WeChat to one that is shown again. */
export function useSeen(page: string, purpose: SeenFor, onSeen?: () => void): Seen {
  const [seen, setSeen] = useState(() => takeSeen(device, page, purpose));
  useDidShow(() => {
    if (!takeSeen(device, page, purpose)) return;
    setSeen(true);
    onSeen?.();
  });
  const used = (): void => {
    setSeen(false);
    forgetSeen(device);
  };
  return { seen, used };
}
