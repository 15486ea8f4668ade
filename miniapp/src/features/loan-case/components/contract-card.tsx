import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { messageOf } from '../../../api/problem-message.ts';
import { dayText, yuanText } from '../../../texts/format.ts';
import { preApplicationTexts as texts } from '../../../texts/loan-case.ts';
import { contractFault, contractNumberOf } from '../../../texts/typed.ts';
import { Button, Card, Facts, From, Notice, Tag, TextField } from '../../../ui/index.ts';
import type { LoanDraft } from '../loan.draft.ts';
import { checkedHouse, houseFault } from '../pre-application.view.ts';
import type { Kept } from '../use-kept.ts';

/** The one thing that is typed: the contract's number. The register gives the rest. */
export function ContractCard({ kept, asOf, withPartner }: { readonly kept: Kept<LoanDraft>; readonly asOf: string; readonly withPartner: boolean }) {
  const { draft, change } = kept;
  const [trouble, setTrouble] = useState<string | null>(null);
  const house = checkedHouse(draft);
  const fault = houseFault(house, withPartner);
  const error = trouble ?? fault;
  const check = async (): Promise<void> => {
    const contractNumber = contractNumberOf(draft.contractNumber);
    const wrong = contractNumber === '' ? texts.contractMissing : contractFault(contractNumber);
    if (wrong !== null) return setTrouble(wrong);
    setTrouble(null);
    try {
      const reply = await call('checkHouse', { body: { contractNumber } });
      // The price of the register counts; an amount chosen for another price is chosen anew.
      change({ contractNumber, house: { ...reply, contractNumber }, ...(reply.priceFen === undefined ? {} : { amountFen: null }) });
    } catch (failure) {
      setTrouble(messageOf(failure));
    }
  };
  const type = (contractNumber: string): void => {
    setTrouble(null);
    change({ contractNumber });
  };
  return (
    <Card title={texts.house} {...(house?.result === 'matched' ? { aside: <Tag>{texts.found}</Tag> } : {})}>
      <View className="a-stack">
        <TextField label={texts.contract} help={texts.contractHelp} value={draft.contractNumber} maxLength={40} onChange={type} {...(error === null ? {} : { error })} />
        {house === null || fault !== null ? <Button kind="secondary" text={texts.check} loadingText={texts.checking} onPress={check} /> : null}
        {house?.result === 'unavailable' ? <Notice tone="attention">{texts.result.unavailable}</Notice> : null}
        {house?.result === 'matched' ? (
          <From source={`core@${asOf}`}>
            <Facts
              items={[
                ...(house.buyer === undefined ? [] : [{ label: texts.buyer, value: <Text>{texts.buyers[house.buyer]}</Text> }]),
                ...(house.address === undefined ? [] : [{ label: texts.address, value: <Text>{house.address}</Text> }]),
                ...(house.priceFen === undefined ? [] : [{ label: texts.price, value: yuanText(house.priceFen) }]),
                ...(house.filedOn === undefined ? [] : [{ label: texts.filedOn, value: dayText(house.filedOn, true) }]),
              ]}
            />
          </From>
        ) : null}
      </View>
    </Card>
  );
}
