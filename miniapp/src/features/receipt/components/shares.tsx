import type { ReceiptShare } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { now } from '../../../api/api.ts';
import { call } from '../../../api/call.ts';
import { messageOf } from '../../../api/problem-message.ts';
import { useQuery } from '../../../api/use-query.ts';
import { useWish } from '../../../api/use-wish.ts';
import { copyText } from '../../../platform/clipboard.ts';
import { bringIntoView } from '../../../platform/into-view.ts';
import { useToast } from '../../../screen/index.ts';
import { receiptTexts as texts } from '../../../texts/receipt.ts';
import { Button, Card, Notice, Skeleton } from '../../../ui/index.ts';
import { makeShare } from '../share.wish.ts';
import { SquareCode } from './square-code.tsx';

const SHOWN = 'receipt-code';

/** The code that is alive, the same one as in the PDF: shown large, and taken back here. After midnight it goes by itself. */
export function Shares({ receiptId }: { readonly receiptId: string }) {
  const query = useQuery('listShares', { params: { receiptId } }, { renewEverySeconds: 30 });
  const wish = useWish(`receipt-share:${receiptId}`);
  const [trouble, setTrouble] = useState<string | null>(null);
  // A code made just now is brought into view; one that was there is left where the person scrolled.
  const [made, setMade] = useState(false);
  const say = useToast();
  const tried = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(null);
    try {
      await work();
      await query.reload();
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  const make = (): Promise<void> =>
    tried(async () => {
      await makeShare(wish, receiptId, query.value === null ? now() : Date.parse(query.value.now), (key) => call('shareReceipt', { params: { receiptId } }, { key }));
      setMade(true);
    });
  const takeBack = (shareId: string): Promise<void> =>
    tried(async () => {
      await call('withdrawShare', { params: { receiptId, shareId } });
      say(texts.takenBack);
    });
  if (query.value === null) return query.state === 'loading' ? <Skeleton shape="card" count={1} /> : <Notice tone="attention" action={{ text: texts.make, onPress: make }}>{texts.loadTrouble}</Notice>;
  const [shown] = query.value.items;
  return (
    <Card title={texts.showTitle}>
      {trouble === null ? null : <View className="share-trouble"><Notice tone="stop">{trouble}</Notice></View>}
      {shown === undefined ? <Unshown make={make} /> : <Shown share={shown} made={made} takeBack={takeBack} />}
    </Card>
  );
}

function Unshown({ make }: { make(): Promise<void> }) {
  return (
    <View className="share-stack">
      <Text className="a-second">{texts.showLead}</Text>
      <Button kind="secondary" text={texts.make} loadingText={texts.making} onPress={make} />
    </View>
  );
}

function Shown({ share, made, takeBack }: { readonly share: ReceiptShare; readonly made: boolean; takeBack(shareId: string): Promise<void> }) {
  const say = useToast();
  const copy = async (): Promise<void> => say((await copyText(share.url)) ? texts.copied : texts.notCopied);
  useEffect(() => {
    if (made) bringIntoView(SHOWN);
  }, [made]);
  return (
    <View id={SHOWN} className="share-stack share-stack--shown">
      <Text className="share-scan">{texts.scan}</Text>
      <SquareCode text={share.url} label={texts.squareSaid} />
      <Text className="share-until">{texts.until}</Text>
      <Button kind="secondary" text={texts.copyLink} onPress={copy} />
      <Button kind="quiet" text={texts.takeBack} loadingText={texts.takingBack} onPress={() => takeBack(share.shareId)} />
    </View>
  );
}
