import type { ClosingTerms, FormReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { go, PATHS } from '../../../screen/index.ts';
import { confirmTexts } from '../../../texts/withdrawal.ts';
import { aria, Card, Icon, Tap } from '../../../ui/index.ts';

interface ClosingProps {
  readonly terms: ClosingTerms;
  readonly ticked: boolean;
  readonly fault: boolean;
  onTick(on: boolean): void;
}

/** What a closing withdrawal ends, and the tick without which nothing is sent. */
export function Closing({ terms, ticked, fault, onTick }: ClosingProps) {
  const ends = terms.ends.map((kind) => confirmTexts.orders[kind] ?? kind);
  const lines = [confirmTexts.closingAccount, ...(ends.length === 0 ? [] : [confirmTexts.closingEnds(ends)]), confirmTexts.closingLoan];
  return (
    <Card tone="attention" title={confirmTexts.closingTitle}>
      {lines.map((line) => <Text key={line} className="closing__line">{line}</Text>)}
      <Tap className="closing__tick" role="checkbox" checked={ticked} label={confirmTexts.closingTick} onPress={() => onTick(!ticked)}>
        <View className={ticked ? 'closing__box closing__box--on' : 'closing__box'}>{ticked ? <Icon name="check" size={16} /> : null}</View>
        <Text>{confirmTexts.closingTick}</Text>
      </Tap>
      {fault ? <View className="closing__fault" {...aria({ role: 'alert', live: 'polite' })}><Icon name="attention" size={16} /><Text>{confirmTexts.closingUnticked}</Text></View> : null}
    </Card>
  );
}

/** What it does to a later loan, in one sentence, where that is known. */
export function LoanEffect({ form }: { readonly form: FormReply }) {
  if (form.loanLimit === 'balance-does-not-count') return <Text className="loan-effect">{confirmTexts.loanSame}</Text>;
  if (form.loanLimit !== 'balance-counts') return null;
  return (
    <View className="loan-effect">
      <Text>{confirmTexts.loanCounts}</Text>
      <Tap className="loan-effect__link" onPress={() => go(PATHS.keepOrWithdraw)}><Text>{confirmTexts.loanLink}</Text></Tap>
    </View>
  );
}
