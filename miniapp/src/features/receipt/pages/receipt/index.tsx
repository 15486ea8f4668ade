import type { ReceiptReply } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { downloadReceipt } from '../../../../api/download-receipt.ts';
import { messageOf } from '../../../../api/problem-message.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { go, goSignIn, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { receiptTexts as texts } from '../../../../texts/receipt.ts';
import { aria, Button, Empty, Notice, Skeleton } from '../../../../ui/index.ts';
import { ReceiptCard } from '../../components/receipt-card.tsx';
import { Shares } from '../../components/shares.tsx';
import '../../receipt.scss';

/** The receipt of a settled case: to read, to show, to take along. */
export default function ReceiptPage() {
  const caseId = decodeURIComponent(useRouter().params['caseId'] ?? '');
  const { session, ended } = useSession();
  const query = useQuery('showReceipt', { params: { caseId } }, { keepLast: true, enabled: session !== null || ended });
  if (query.problem?.code === 'receipt.not-settled') {
    return (
      <Screen title={texts.title}>
        <Empty drawing="letters" title={texts.notSettledTitle} sentences={[texts.notSettledText]} actions={[{ text: texts.toCase, onPress: () => go(PATHS.caseOf(caseId)) }]} />
      </Screen>
    );
  }
  return (
    <Screen title={texts.title} foot={query.value === null ? null : <Download receipt={query.value} />}>
      <PageState
        query={query}
        skeleton={<Skeleton shape="card" count={2} />}
        off={<Empty drawing="door" title={texts.guestTitle} sentences={[texts.guestText]} actions={[{ text: texts.guestAction, onPress: goSignIn }]} />}
      >
        {(receipt) => (
          <>
            <ReceiptCard facts={receipt} />
            <Shares receiptId={receipt.receiptId} />
          </>
        )}
      </PageState>
    </Screen>
  );
}

function Download({ receipt }: { readonly receipt: ReceiptReply }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const download = async (): Promise<void> => {
    setTrouble(null);
    setSaved(false);
    try {
      await downloadReceipt(receipt.receiptId, texts.fileName(receipt.number));
      setSaved(true);
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  return (
    <>
      {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
      <Button text={texts.download} loadingText={texts.downloading} onPress={download} />
      {saved ? <Text className="receipt-saved" {...aria({ role: 'status', live: 'polite' })}>{texts.downloaded}</Text> : null}
    </>
  );
}
