import type { DraftFile } from '@anju/shared/contract';
import type { ChosenFile } from '../../api/upload-file.ts';

/** A paper on its way: chosen, being made smaller, being sent, or not come through. */
export interface Paper {
  /** The key of its upload: sent again under it, it is the same file. */
  readonly key: string;
  readonly field: string;
  readonly file: ChosenFile;
  /** null: not being sent now. */
  readonly percent: number | null;
  /** Why it did not come through. */
  readonly trouble: string | null;
  /** Sending it again may help: the line was lost, the file is still here. */
  readonly canRetry: boolean;
  /** The uploaded one it takes the place of. */
  readonly replaces: string | null;
}

const LONGEST_NAME = 100;
/** As a draft keeps it: no longer than it takes, and nothing that cannot be seen. */
export const fileName = (name: string): string => name.replace(/\p{Cc}|\p{Cs}/gu, '').slice(-LONGEST_NAME);

/** The draft's files once a paper is there: at the place of the one it replaces, else last. */
export function withUploaded(files: readonly DraftFile[], paper: Paper, fileId: string): readonly DraftFile[] {
  const made: DraftFile = { field: paper.field, fileId, name: fileName(paper.file.name) };
  if (files.some((file) => file.fileId === fileId)) return files;
  const index = files.findIndex((file) => file.fileId === paper.replaces);
  return index < 0 ? [...files, made] : files.map((file, at) => (at === index ? made : file));
}

export const without = (files: readonly DraftFile[], fileId: string): readonly DraftFile[] => files.filter((file) => file.fileId !== fileId);

/** One paper of the list changed. */
export const patched = (papers: readonly Paper[], key: string, part: Partial<Paper>): readonly Paper[] => papers.map((paper) => (paper.key === key ? { ...paper, ...part } : paper));
