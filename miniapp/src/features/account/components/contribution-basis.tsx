import { checkBase } from '@anju/shared/account';
import type { BaseCheck } from '@anju/shared/account';
import { chinaDateOf } from '@anju/shared/calendar';
import type { Account } from '@anju/shared/contract';
import { contributionRoundingOn } from '@anju/shared/policy';
import { xiamen } from '@anju/shared/policy/packs/xiamen';
import { Text, View } from '@tarojs/components';
import { accountTexts as texts } from '../../../texts/account.ts';
import { dayText, yuanText } from '../../../texts/format.ts';
import { From, originOf } from '../../../ui/index.ts';
import { sourceText } from '../source.words.ts';

/** Where the base lies, in words; a limit that is past its validity is named as the last one. */
function baseWords({ state, lower, upper }: BaseCheck): string {
  const least = lower === null ? '' : yuanText(lower.amountFen);
  const most = upper === null ? '' : yuanText(upper.amountFen);
  const ended = upper?.expired === true ? upper.validTo : lower?.expired === true ? lower.validTo : undefined;
  if (ended !== undefined && lower !== null && upper !== null) return texts.baseExpired(least, most, dayText(ended, true));
  return texts.baseState[state](least, most);
}

function BaseLimits({ check }: { readonly check: BaseCheck }) {
  const bound = check.upper ?? check.lower;
  const words = <View><Text className="a-second">{`${texts.base}${baseWords(check)}。`}</Text></View>;
  if (bound === null) return words;
  const until = bound.validTo === undefined ? '' : `，${texts.valid(dayText(bound.validFrom, true), dayText(bound.validTo, true))}`;
  return (
    <From source={originOf(bound.source)}>
      {words}
      <View><Text className="a-small">{`${sourceText(bound.source)}${until}`}</Text></View>
    </From>
  );
}

/** How the monthly amount comes about and between which limits the base lies, by the centre's rules of the day. */
export function ContributionBasis({ account, asOf }: { readonly account: Account; readonly asOf: string }) {
  const day = chinaDateOf(new Date(asOf));
  const rounding = contributionRoundingOn(xiamen, day);
  const unit = rounding === null ? undefined : texts.unitOfFen[rounding.value.unitFen];
  return (
    <View className="basis">
      {rounding === null || unit === undefined ? null : (
        <From source={originOf(rounding.source)}>
          <View><Text className="a-second">{texts.roundingNote(texts.rounded[rounding.value.mode], unit)}</Text></View>
          <View><Text className="a-small">{sourceText(rounding.source)}</Text></View>
        </From>
      )}
      <BaseLimits check={checkBase(account.contributionBaseFen, xiamen, day)} />
    </View>
  );
}
