import type { VerifyReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { now } from '../../../../api/api.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { PageState, Screen } from '../../../../screen/index.ts';
import { verifyTexts as texts } from '../../../../texts/receipt.ts';
import { aria, Footnote, Icon, Pieces, Skeleton } from '../../../../ui/index.ts';
import type { IconName } from '../../../../ui/index.ts';
import { ReceiptCard } from '../../components/receipt-card.tsx';
import '../../receipt.scss';

/** Open to everybody: whether the receipt somebody was shown is real, and what it really says. */
export default function VerifyPage() {
  const code = decodeURIComponent(useRouter().params['code'] ?? '');
  const query = useQuery('verifyReceipt', { params: { code } }, { renewEverySeconds: 30, renewWhile: (reply) => reply.state === 'genuine' });
  // What cannot even be the path of a code is none.
  const none = code === '' || query.problem?.code === 'request.not-found';
  return (
    <Screen title={texts.title}>
      {none ? <Verdict reply={{ state: 'not-genuine', now: new Date(now()).toISOString() }} /> : (
        <PageState query={query} skeleton={<Skeleton shape="card" count={2} />}>{(reply) => <Verdict reply={reply} />}</PageState>
      )}
    </Screen>
  );
}

const LOOKS = {
  genuine: { icon: 'check', word: texts.genuine },
  lapsed: { icon: 'clock', word: texts.lapsed },
  'not-genuine': { icon: 'stop', word: texts.notGenuine },
} as const satisfies Readonly<Record<VerifyReply['state'], { readonly icon: IconName; readonly word: string }>>;

/** A line breaks behind a comma or a space, so that no day and no number is torn. */
const piecesOf = (sentence: string): readonly string[] => sentence.match(/[^，、。 ]+[，、。 ]?/g) ?? [];

function wordsOf(reply: VerifyReply): readonly string[] {
  if (reply.state === 'genuine') return [texts.genuineText(reply.receipt.centre), texts.until(reply.until)];
  return reply.state === 'lapsed' ? [texts.lapsedText, texts.lapsedHelp] : [texts.notGenuineText, texts.notGenuineHelp];
}

function Verdict({ reply }: { readonly reply: VerifyReply }) {
  const { icon, word } = LOOKS[reply.state];
  return (
    <>
      <View className={`verdict verdict--${reply.state}`} {...aria({ role: reply.state === 'not-genuine' ? 'alert' : 'status' })}>
        <View className="verdict__round"><Icon name={icon} size={44} /></View>
        <Text className="verdict__word">{word}</Text>
        {wordsOf(reply).map((sentence) => <View key={sentence} className="verdict__text"><Pieces of={piecesOf(sentence)} /></View>)}
        <Text className="verdict__when">{texts.checkedAt(reply.now)}</Text>
      </View>
      {reply.state === 'genuine' ? (
        <>
          <View className="verdict-compare"><Pieces of={piecesOf(texts.compare)} /></View>
          <ReceiptCard facts={reply.receipt} />
        </>
      ) : null}
      <Footnote centred>{texts.privacy}</Footnote>
    </>
  );
}
