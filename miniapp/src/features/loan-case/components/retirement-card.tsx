import type { EstimateReply, PrequalificationReply } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { useSession } from '../../../api/session.ts';
import { prequalificationTexts as texts } from '../../../texts/loan-case.ts';
import { Card, ChoiceField, From } from '../../../ui/index.ts';
import type { LoanWish } from '../loan.wish.ts';
import { categorySentences, isWoman, retirementAsked } from '../prequalification.view.ts';

const CHOICES = [{ value: 'F55' as const, label: texts.retirementChoices.F55 }, { value: 'F50' as const, label: texts.retirementChoices.F50 }];

export interface RetirementCardProps {
  readonly estimate: EstimateReply;
  readonly partner: PrequalificationReply['partner'];
  readonly category: LoanWish['category'];
  onCategory(category: 'F55' | 'F50'): void;
}

/** Both answers while a woman's retirement age is not known, with her name; she herself says which, and may say otherwise later. */
export function RetirementCard({ estimate, partner, category, onCategory }: RetirementCardProps) {
  const { session } = useSession();
  const woman = isWoman(session?.person?.idNumber);
  const sentences = categorySentences(estimate);
  const asked = retirementAsked(partner?.maskedName ?? null, woman);
  const chosen = category !== 'unsure' && asked.choose && woman !== false;
  if (sentences.length === 0 && !chosen) return null;
  return (
    <Card {...(asked.choose ? {} : { title: asked.title })}>
      <Text className="a-second">{sentences.length === 0 ? texts.retirementChosen : asked.lead}</Text>
      <From source="computed:limit">{sentences.map((sentence) => <Text key={sentence} className="a-text">{sentence}</Text>)}</From>
      {asked.choose ? <ChoiceField label={asked.title} choices={CHOICES} value={category === 'unsure' ? null : category} onChange={onCategory} /> : null}
    </Card>
  );
}
