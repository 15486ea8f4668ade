import type { FormReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { go, goReplace, PATHS } from '../../../screen/index.ts';
import { yuanText } from '../../../texts/format.ts';
import { routeTitle } from '../../../texts/routes.ts';
import { confirmTexts, routesTexts } from '../../../texts/withdrawal.ts';
import { Amount, Card, Facts, Footnote, Icon, Notice, Tap } from '../../../ui/index.ts';
import { confirmFacts, statementOf } from '../confirm.facts.ts';
import type { ConfirmState } from '../use-confirm.ts';
import { AmountSheet } from './amount-sheet.tsx';
import { BasisSheet } from './basis-sheet.tsx';

/** Everything the person agrees to, on one page. */
export function ConfirmBody({ form, state }: { readonly form: FormReply; readonly state: ConfirmState }) {
  const [open, setOpen] = useState<'amount' | 'basis' | null>(null);
  const most = form.prefilledFen ?? 0;
  const { trouble, amountFen } = state;
  const choose = (fen: number): void => {
    state.setAmount(fen);
    setOpen(null);
  };
  return (
    <View className="a-stack">
      <Card>
        <Text className="confirm__what">{routeTitle(form.route)}</Text>
        <Amount fen={amountFen} size="hero" unit alwaysShown label={confirmTexts.editTitle} />
        <View className="confirm__most">
          <Text>{amountFen === most ? confirmTexts.most : confirmTexts.less(yuanText(most))}</Text>
          <Tap className="confirm__edit" label={`${confirmTexts.edit}${confirmTexts.editTitle}`} onPress={() => setOpen('amount')}><Text>{confirmTexts.edit}</Text></Tap>
        </View>
      </Card>
      {trouble === null ? null : (
        <Notice
          tone={trouble.kind === 'refused' ? 'stop' : 'attention'}
          {...(trouble.kind === 'changed' ? { title: confirmTexts.changedTitle } : {})}
          {...(trouble.kind === 'materials' ? { action: { text: confirmTexts.uploadAgain, onPress: () => goReplace(PATHS.withdrawalForm(form.route)) } } : {})}
          {...(trouble.kind === 'running' ? { action: { text: routesTexts.openCase, onPress: () => go(trouble.caseId === undefined ? PATHS.progress : PATHS.caseOf(trouble.caseId)) } } : {})}
        >
          {trouble.text}
        </Notice>
      )}
      <Card><Facts items={confirmFacts(form, amountFen, state.draft)} /></Card>
      {form.basis.length === 0 ? null : (
        <Tap className="confirm__basis" label={confirmTexts.basisTitle} onPress={() => setOpen('basis')}>
          <Text>{confirmTexts.basisTitle}</Text>
          <Icon name="chevron" size={16} />
        </Tap>
      )}
      <Footnote>{statementOf(form.route)}</Footnote>
      {open === 'amount' ? <AmountSheet form={form} amountFen={amountFen} onChosen={choose} onClose={() => setOpen(null)} /> : null}
      <BasisSheet form={form} open={open === 'basis'} onClose={() => setOpen(null)} />
    </View>
  );
}
