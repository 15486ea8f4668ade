import { useRef, useState } from 'react';
import { uploadFile } from '../../api/upload-file.ts';
import type { ChosenFile } from '../../api/upload-file.ts';
import { messageOf } from '../../api/problem-message.ts';
import { TransportFailure } from '../../platform/ports.ts';
import { randomHex } from '../../platform/random.ts';
import { chooseDocument, chooseFile } from '../../platform/upload.ts';
import { formTexts } from '../../texts/withdrawal.ts';

export interface VoucherState {
  readonly percent: number | null;
  readonly trouble: string | null;
  /** The chosen file is still here and can be sent again. */
  readonly canRetry: boolean;
  /** Opens the picker. Not awaited by the button: some browsers never tell that it was closed without a choice. */
  choose(): void;
  /** Where documents are not in the album; null: the picker offers both. */
  readonly chooseDocument: (() => void) | null;
  retry(): Promise<void>;
}

/** Chooses and sends one voucher; after a lost line the same file goes again under the same key. */
export function useVoucher(onDone: (file: { readonly fileId: string; readonly name: string }) => void): VoucherState {
  const [percent, setPercent] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const key = useRef('');
  const send = async (file: ChosenFile): Promise<void> => {
    setTrouble(null);
    setPercent(0);
    try {
      const reply = await uploadFile(file, key.current, setPercent);
      setChosen(null);
      onDone({ fileId: reply.fileId, name: file.name });
    } catch (error) {
      const lost = error instanceof TransportFailure;
      setChosen(lost ? file : null);
      setTrouble(lost ? formTexts.uploadLost : messageOf(error));
    } finally {
      setPercent(null);
    }
  };
  const take = (file: ChosenFile | null): void => {
    if (file === null) return;
    key.current = randomHex();
    void send(file);
  };
  const chosenBy = (pick: () => Promise<ChosenFile | null>) => (): void => {
    void pick().then(take);
  };
  const retry = async (): Promise<void> => {
    if (chosen !== null) await send(chosen);
  };
  return { percent, trouble, canRetry: chosen !== null, choose: chosenBy(chooseFile), chooseDocument: chooseDocument === null ? null : chosenBy(chooseDocument), retry };
}
