import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { formatYuan } from '@anju/shared/money';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { go, PATHS, Screen } from '../../../../screen/index.ts';
import { momentText, wanFigure, yuanText } from '../../../../texts/format.ts';
import { calculatorTexts } from '../../../../texts/loan-calculator.ts';
import { keepTexts } from '../../../../texts/loan-ways.ts';
import { Amount, Card, ChoiceField, Empty, Facts, Footnote, From, Notice, Skeleton, TextField } from '../../../../ui/index.ts';
import { CompareTable } from '../../components/compare-table.tsx';
import { withError } from '../../components/person-fields.tsx';
import { balanceWords, ownBalanceOf, PARTS, partOf, withdrawn } from '../../keep.effect.ts';
import type { KeepOutcome, OwnBalance } from '../../keep.effect.ts';
import { useCalculator } from '../../use-calculator.ts';
import { useKept } from '../../use-kept.ts';
import '../../loan.scss';

const CHOICES = PARTS.map(({ key }) => ({ value: key, label: keepTexts.parts[key] }));

/** What a withdrawal does to the limit and the instalment: at nothing, nothing. A signed-in person's balance is the account's own; a guest's is the calculator's. */
export default function KeepPage() {
  const { verified } = useSession();
  const accounts = useQuery('listAccounts', {}, { enabled: verified, keepLast: true });
  const { form, today, policy } = useCalculator();
  const [{ amount }, change] = useKept('keep', { amount: '' });
  const pack = policy.kind === 'here' ? policy.pack : null;
  const own = useMemo(() => ownBalanceOf(accounts.value), [accounts.value]);
  const outcome = useMemo(() => withdrawn(form, amount, today, pack, own), [form, amount, today, pack, own]);
  // What is not known yet is not shown with another's figures meanwhile.
  if (accounts.state === 'loading') return <Screen title={keepTexts.title}><Skeleton shape="card" count={2} /></Screen>;
  if (outcome.kind === 'no-quota') {
    return (
      <Screen title={keepTexts.title}>
        <Empty drawing="house" title={keepTexts.noQuota} sentences={[keepTexts.noQuotaText]} actions={[{ text: keepTexts.toCalculator, onPress: () => go(PATHS.calculator) }]} />
      </Screen>
    );
  }
  return (
    <Screen title={keepTexts.title} sensitive={own !== null}>
      <Text className="a-second">{keepTexts.lead}</Text>
      <Answer outcome={outcome} />
      <Card>
        {own === null ? null : <Own own={own} />}
        <From source="typed">
          <TextField asTyped label={keepTexts.amount} kind="money" value={amount} suffix={keepTexts.yuan} maxLength={16} placeholder="0" {...(own === null ? { help: balanceWords(form, outcome.balanceFen) } : {})} {...withError(outcome.kind === 'wrong' ? outcome.words : undefined)} onChange={(next) => change({ amount: next })} />
          <View className="quarters">
            <ChoiceField label={keepTexts.quick} choices={CHOICES} value={partOf(amount, outcome.balanceFen)} onChange={(part) => change({ amount: PARTS.find(({ key }) => key === part)?.of(outcome.balanceFen) ?? '' })} />
          </View>
        </From>
      </Card>
      {verified && accounts.value?.accounts.state !== 'fresh' && own === null ? <Footnote>{keepTexts.ownNotHere}</Footnote> : null}
      {outcome.kind === 'effect' ? outcome.notes.map((note) => <From key={note} source="computed:limit"><Footnote>{note}</Footnote></From>) : null}
      <Footnote>{keepTexts.footer}</Footnote>
    </Screen>
  );
}

/** The account's own balance, whose it is and of when. */
function Own({ own }: { readonly own: OwnBalance }) {
  return (
    <From source={`core@${own.asOf}`}>
      <Facts items={[{ label: keepTexts.own, value: <Amount fen={own.balanceFen} unit label={keepTexts.own} /> }]} />
      <View className="keep-own">
        <Text className="a-second">{keepTexts.ownFrom(momentText(own.asOf))}</Text>
        <Text className="a-second">{keepTexts.ownRest}</Text>
      </View>
    </From>
  );
}

function Answer({ outcome }: { readonly outcome: KeepOutcome }) {
  if (outcome.kind === 'unknown') return <Notice tone="attention">{keepTexts.unknown}</Notice>;
  if (outcome.kind !== 'effect') return <Card tone="soft"><Text className="a-text">{calculatorTexts.mend}</Text></Card>;
  const { limit, monthly } = outcome;
  return (
    <Card>
      <From source="computed:limit">
        <Text className="plan-label">{keepTexts.afterLimit}</Text>
        <View className="calc-head__amount">
          <Text className="calc-head__wan">{wanFigure(limit.afterFen)}</Text>
          <Text className="calc-head__unit">{calculatorTexts.wan}</Text>
        </View>
        <Text className="a-text">{sentenceOf(outcome)}</Text>
      </From>
      <From source="computed:schedule">
        <CompareTable
          heads={[keepTexts.before, keepTexts.after]}
          rows={[
            { label: keepTexts.limit, figures: [formatYuan(limit.beforeFen), formatYuan(limit.afterFen)] },
            { label: keepTexts.monthly, figures: [formatYuan(monthly.beforeFen), formatYuan(monthly.afterFen)] },
          ]}
        />
      </From>
    </Card>
  );
}

/** What changes, in one sentence. */
function sentenceOf({ amountFen, limit, monthly }: Extract<KeepOutcome, { readonly kind: 'effect' }>): string {
  const less = limit.beforeFen - limit.afterFen;
  if (amountFen === 0) return keepTexts.none;
  return less === 0 ? keepTexts.sameSentence(yuanText(amountFen)) : keepTexts.lessSentence(yuanText(amountFen), yuanText(less), yuanText(monthly.beforeFen - monthly.afterFen));
}
