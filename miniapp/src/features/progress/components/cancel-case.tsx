import type { CaseReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { call } from '../../../api/call.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { messageOf } from '../../../api/problem-message.ts';
import { useWish } from '../../../api/use-wish.ts';
import { useToast } from '../../../screen/index.ts';
import { caseTexts, matterTexts } from '../../../texts/progress.ts';
import { Button, Notice, Sheet } from '../../../ui/index.ts';

export interface CancelCaseProps {
  readonly caseId: string;
  /** What the case is about. */
  readonly matter: string;
  onCancelled(reply: CaseReply): void;
  reload(): Promise<void>;
  /** It could not be taken back any more: the page says so, since this button goes. */
  onLate(): void;
  readonly beside: ReactNode;
}

/** Takes a case back, after asking once. */
export function CancelCase({ caseId, matter, onCancelled, reload, onLate, beside }: CancelCaseProps) {
  const [open, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const wish = useWish(`cancel:${caseId}`);
  const say = useToast();
  const close = (): void => {
    setOpen(false);
    setTrouble(null);
  };
  const cancel = async (): Promise<void> => {
    setTrouble(null);
    try {
      const reply = await call('cancelCase', { params: { caseId } }, { key: wish.keyFor({ caseId }) });
      wish.settle();
      setOpen(false);
      onCancelled(reply);
      say(caseTexts.cancelled);
    } catch (error) {
      setTrouble(messageOf(error));
      if (error instanceof ApiProblem && error.code === 'case.state-conflict') onLate();
      await reload();
    }
  };
  return (
    <>
      <View className="a-pair">
        <Button kind="secondary" text={caseTexts.cancel} onPress={() => setOpen(true)} />
        {beside}
      </View>
      <Sheet
        open={open}
        title={caseTexts.cancelTitle}
        onClose={close}
        actions={
          <>
            <Button kind="danger" text={caseTexts.cancelYes} loadingText={caseTexts.cancelBusy} onPress={cancel} />
            <Button kind="quiet" text={caseTexts.cancelNo} onPress={close} />
          </>
        }
      >
        <Text className="a-text">{matterTexts(matter).cancelText}</Text>
        {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
      </Sheet>
    </>
  );
}
