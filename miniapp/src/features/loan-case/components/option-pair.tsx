import type { PrepaymentOption } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { dayText } from '../../../texts/format.ts';
import { prepaymentTexts as texts } from '../../../texts/my-loan.ts';
import { Amount, aria, classNames, From, Icon, Tap } from '../../../ui/index.ts';

export interface OptionPairProps {
  readonly options: readonly PrepaymentOption[];
  readonly chosen: PrepaymentOption['keep'];
  onChosen(keep: PrepaymentOption['keep']): void;
}

/** What an earlier repayment may do to the loan, side by side: interest saved, the new instalment, the last day. */
export function OptionPair({ options, chosen, onChosen }: OptionPairProps) {
  return (
    <From source="computed:schedule">
      <View className={classNames(options.length > 1 && 'a-pair')} {...aria({ role: 'radiogroup', label: texts.choose })}>
        {options.map((option) => <Option key={option.keep} option={option} on={option.keep === chosen} onChosen={onChosen} />)}
      </View>
    </From>
  );
}

function Option({ option, on, onChosen }: { readonly option: PrepaymentOption; readonly on: boolean; onChosen(keep: PrepaymentOption['keep']): void }) {
  const { keep } = option;
  const whole = keep === 'whole';
  return (
    <Tap className={classNames('option', on && 'option--on')} role="radio" checked={on} onPress={() => onChosen(keep)}>
      <View className="option__head">
        <Text className="option__name">{texts.keep[keep]}</Text>
        {on ? <Icon name="check" size={20} /> : null}
      </View>
      <Text className="option__note">{texts.keepNote[keep]}</Text>
      <Text className="option__label">{texts.saved}</Text>
      <Amount fen={option.savedInterestFen} size="medium" strong alwaysShown label={texts.saved} />
      {whole ? null : (
        <>
          <Text className="option__label">{texts.instalment}</Text>
          <Amount fen={option.instalmentFen} strong alwaysShown label={texts.instalment} />
          <Text className="option__label">{texts.lastDue}</Text>
          <Text>{dayText(option.lastDueOn, true)}</Text>
          <Text className="option__note">{texts.periodsLeft(option.periodsLeft)}</Text>
        </>
      )}
    </Tap>
  );
}
