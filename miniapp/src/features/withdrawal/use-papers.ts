import type { DraftFile } from '@anju/shared/contract';
import { useState } from 'react';
import { messageOf } from '../../api/problem-message.ts';
import { uploadFile } from '../../api/upload-file.ts';
import type { ChosenFile } from '../../api/upload-file.ts';
import { compress } from '../../platform/compress.ts';
import { TransportFailure } from '../../platform/ports.ts';
import { randomHex } from '../../platform/random.ts';
import { chooseDocuments, chooseFiles } from '../../platform/upload.ts';
import { paperTexts } from '../../texts/withdrawal-form.ts';
import { patched, withUploaded, without } from './papers.ts';
import type { Paper } from './papers.ts';

export interface PapersState {
  /** On their way, or not come through. */
  readonly papers: readonly Paper[];
  /** Opens the picker. Not awaited by the button: some browsers never tell that it was closed without a choice. */
  choose(replaces?: string): void;
  /** Where documents are not in the album; null: the picker offers both. */
  readonly chooseDocument: (() => void) | null;
  retry(key: string): void;
  /** Takes away what did not come through. */
  dismiss(key: string): void;
  /** Takes away what is uploaded. */
  remove(fileId: string): void;
}

/** How the list of uploaded files is changed: from what stands there at that moment. */
export type ChangeFiles = (change: (files: readonly DraftFile[]) => readonly DraftFile[]) => void;

/** The papers of one field: each is sent by itself, a failed one again by itself, a finished one never again. */
export function usePapers(field: string, changeFiles: ChangeFiles): PapersState {
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const send = async (paper: Paper): Promise<void> => {
    const tell = (part: Partial<Paper>): void => setPapers((all) => patched(all, paper.key, part));
    tell({ percent: 0, trouble: null, canRetry: false });
    try {
      const reply = await uploadFile(await compress(paper.file), paper.key, (percent) => tell({ percent }));
      setPapers((all) => all.filter((one) => one.key !== paper.key));
      changeFiles((files) => withUploaded(files, paper, reply.fileId));
    } catch (error) {
      const lost = error instanceof TransportFailure;
      tell({ percent: null, canRetry: lost, trouble: lost ? paperTexts.lost : messageOf(error) });
    }
  };
  const take = (chosen: readonly ChosenFile[], replaces: string | null): void => {
    const fresh = chosen.map((file, index): Paper => ({ key: randomHex(), field, file, percent: 0, trouble: null, canRetry: false, replaces: index === 0 ? replaces : null }));
    setPapers((all) => [...all, ...fresh]);
    // One after the other: on a weak line two at once are slower than one by one.
    void fresh.reduce((before, paper) => before.then(() => send(paper)), Promise.resolve());
  };
  const pick = (picker: () => Promise<readonly ChosenFile[]>, replaces: string | null): void => {
    void picker().then((chosen) => take(chosen, replaces));
  };
  return {
    papers,
    choose: (replaces) => pick(chooseFiles, replaces ?? null),
    chooseDocument: chooseDocuments === null ? null : () => pick(chooseDocuments as () => Promise<readonly ChosenFile[]>, null),
    retry: (key) => {
      const paper = papers.find((one) => one.key === key);
      if (paper !== undefined) void send(paper);
    },
    dismiss: (key) => setPapers((all) => all.filter((one) => one.key !== key)),
    remove: (fileId) => changeFiles((files) => without(files, fileId)),
  };
}
