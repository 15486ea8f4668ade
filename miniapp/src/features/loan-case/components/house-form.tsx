import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useQuery } from '../../../api/use-query.ts';
import { go, PATHS } from '../../../screen/index.ts';
import { householdTexts } from '../../../texts/household.ts';
import { prequalificationTexts as texts } from '../../../texts/loan-case.ts';
import { Button, Card, ChoiceField, Row, TextField } from '../../../ui/index.ts';
import { householdHead } from '../household.view.ts';
import { wishFaults } from '../loan.wish.ts';
import type { LoanWish } from '../loan.wish.ts';
import { PartnerRow } from './partner-row.tsx';

const ORDERS = [{ value: 'first' as const, label: texts.orders.first }, { value: 'second' as const, label: texts.orders.second }];
const KINDS = [{ value: 'new' as const, label: texts.kinds.new }, { value: 'second-hand' as const, label: texts.kinds['second-hand'] }, { value: 'affordable' as const, label: texts.kinds.affordable }];

export interface HouseFormProps {
  readonly wish: LoanWish;
  onDone(wish: LoanWish): void;
}

/** The house and the loan: all that nobody else can tell. */
export function HouseForm({ wish, onDone }: HouseFormProps) {
  const [typed, setTyped] = useState(wish);
  const [asked, setAsked] = useState(false);
  const household = useQuery('showHousehold', {}, { keepLast: true });
  const head = householdHead(household.value, household.state);
  const faults = wishFaults(typed);
  const change = (part: Partial<LoanWish>): void => setTyped((before) => ({ ...before, ...part }));
  const errorOf = (field: keyof typeof faults): { readonly error?: string } => {
    // What is still missing is said when they want to go on; what is wrong, at once.
    const error = asked || typed[field].trim() !== '' ? faults[field] : undefined;
    return error === undefined ? {} : { error };
  };
  const done = (): void => {
    setAsked(true);
    if (Object.keys(faults).length === 0) onDone(typed);
  };
  return (
    <>
      {head.kind === 'partner' ? <PartnerRow partner={head} /> : null}
      {/* Who was invited comes here too, and has no house to tell of yet. */}
      {head.kind === 'code' ? <Card><Row title={householdTexts.received} onPress={() => go(PATHS.household)} /></Card> : null}
      <Text className="a-second">{head.kind === 'partner' ? texts.formLeadTogether : texts.formLead}</Text>
      <Card title={texts.house}>
        <View className="a-stack">
          <TextField asTyped label={texts.price} kind="money" value={typed.price} suffix={texts.wan} maxLength={12} onChange={(price) => change({ price })} {...errorOf('price')} />
          <ChoiceField label={texts.order} choices={ORDERS} value={typed.order} onChange={(order) => change({ order })} />
          <ChoiceField label={texts.kind} choices={KINDS} value={typed.kind} onChange={(kind) => change({ kind })} />
          <TextField asTyped label={texts.term} kind="digits" value={typed.term} suffix={texts.termUnit} maxLength={6} help={texts.termHelp} onChange={(term) => change({ term })} {...errorOf('term')} />
          <TextField asTyped label={texts.children} kind="digits" value={typed.children} suffix={texts.childrenUnit} maxLength={6} help={texts.childrenHelp} onChange={(children) => change({ children })} {...errorOf('children')} />
        </View>
      </Card>
      <Button text={texts.formAction} onPress={done} />
    </>
  );
}
