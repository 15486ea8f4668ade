import type { Notice } from '@anju/shared/contract';
import { useEffect, useRef } from 'react';
import { call } from '../../api/call.ts';

/** What has been shown is read: told to the BFF once, after the person had time to see that it is new. */
const SEEN_AFTER_MS = 1500;

export function useMarkRead(items: readonly Notice[], onRead: () => void): void {
  const told = useRef(new Set<string>());
  const unread = items.filter((notice) => !notice.read && !told.current.has(notice.noticeId)).map((notice) => notice.noticeId);
  const key = unread.join(',');
  const after = useRef(onRead);
  useEffect(() => {
    after.current = onRead;
  });
  useEffect(() => {
    if (key === '') return undefined;
    const noticeIds = key.split(',');
    const timer = setTimeout(() => {
      noticeIds.forEach((id) => told.current.add(id));
      call('markRead', { body: { noticeIds } }).then(
        () => after.current(),
        () => noticeIds.forEach((id) => told.current.delete(id)),
      );
    }, SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key]);
}
