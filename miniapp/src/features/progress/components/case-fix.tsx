import type { CaseReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { go, PATHS } from '../../../screen/index.ts';
import { caseTexts } from '../../../texts/progress.ts';
import { fixWhat } from '../../../texts/withdrawal-fix.ts';
import { Card, Notice } from '../../../ui/index.ts';

/** Whether the case can be handed in again with one thing changed. */
export const canBeFixed = (reply: CaseReply): boolean => reply.fix?.resubmit === true && reply.resubmittedAs === undefined;

/** How it is put right; or the case that took its place. */
export function CaseFix({ reply }: { readonly reply: CaseReply }) {
  const { fix, resubmittedAs } = reply;
  if (resubmittedAs !== undefined) {
    return (
      <Notice tone="info" title={caseTexts.replaced} action={{ text: caseTexts.toReplaced, onPress: () => go(PATHS.caseOf(resubmittedAs)) }}>
        {caseTexts.replacedText}
      </Notice>
    );
  }
  // Of a payment that came back the sentence above says all there is.
  if (fix === undefined || (!fix.resubmit && reply.stage === 'payment-failed')) return null;
  return (
    <Card title={caseTexts.fixTitle}>
      <View><Text className="a-text">{fixWhat(fix)}</Text></View>
    </Card>
  );
}
