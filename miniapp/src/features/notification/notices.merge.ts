import type { Notice } from '@anju/shared/contract';

/** Newest first, each once: a renewed first page may overlap what was fetched before. */
export function mergeNotices(first: readonly Notice[], older: readonly Notice[]): readonly Notice[] {
  const seen = new Set(first.map((notice) => notice.noticeId));
  return [...first, ...older.filter((notice) => !seen.has(notice.noticeId))];
}
