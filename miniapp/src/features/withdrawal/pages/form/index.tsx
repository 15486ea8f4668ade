import type { FormReply } from '@anju/shared/contract';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { go, goReplace, PageState, pathOf, Screen } from '../../../../screen/index.ts';
import { routeTitle } from '../../../../texts/routes.ts';
import { formTexts } from '../../../../texts/withdrawal.ts';
import { Button, Card, ChoiceField, Skeleton, TextField } from '../../../../ui/index.ts';
import { ClosedRoute } from '../../components/closed-route.tsx';
import { KnownFacts } from '../../components/known-facts.tsx';
import { SignInHere } from '../../components/sign-in-here.tsx';
import { VoucherField } from '../../components/voucher-field.tsx';
import { choicesOf, formFaults } from '../../form.faults.ts';
import { useDraft } from '../../use-draft.ts';
import type { DraftKeeper } from '../../use-draft.ts';
import '../../withdrawal.scss';

const confirmUrl = (route: string): string => pathOf('/features/withdrawal/pages/confirm/index', { route });

/** Only what nobody else can tell: for most routes nothing, and then this page is skipped. */
export default function FormPage() {
  const route = useRouter().params['route'] ?? '';
  const { session, ended } = useSession();
  const query = useQuery('showForm', { params: { route } }, { enabled: session !== null || ended });
  const keeper = useDraft(route);
  // What was sent, or thrown away, meanwhile is no longer here.
  useDidShow(keeper.refresh);
  const form = query.value;
  const straightOn = form !== null && form.verdict.eligible && form.missing.length === 0;
  useEffect(() => {
    if (straightOn) goReplace(confirmUrl(route));
  }, [straightOn, route]);
  return <FormScreen route={route} query={query} keeper={keeper} hidden={straightOn} />;
}

interface FormScreenProps {
  readonly route: string;
  readonly query: ReturnType<typeof useQuery<'showForm'>>;
  readonly keeper: DraftKeeper;
  readonly hidden: boolean;
}

function FormScreen({ route, query, keeper, hidden }: FormScreenProps) {
  const [asked, setAsked] = useState(false);
  const form = query.value;
  const faults = form === null ? {} : formFaults(form.missing, keeper.draft);
  const next = (): void => {
    setAsked(true);
    if (Object.keys(faults).length === 0) go(confirmUrl(route));
  };
  const skeleton = <Skeleton shape="form" count={3} />;
  const open = form !== null && form.verdict.eligible && !hidden;
  return (
    <Screen title={routeTitle(route)} sensitive foot={open ? <Button text={formTexts.next} onPress={next} /> : null}>
      <PageState query={query} skeleton={skeleton} off={<SignInHere />}>
        {(reply) => (hidden ? skeleton : !reply.verdict.eligible ? <ClosedRoute verdict={reply.verdict} /> : <Fields form={reply} keeper={keeper} faults={asked ? faults : {}} />)}
      </PageState>
    </Screen>
  );
}

function Fields({ form, keeper, faults }: { readonly form: FormReply; readonly keeper: DraftKeeper; readonly faults: Readonly<Partial<Record<string, string>>> }) {
  const errorOf = (name: string): { readonly error?: string } => {
    const error = faults[name];
    return error === undefined ? {} : { error };
  };
  const { draft, change } = keeper;
  return (
    <View className="a-stack">
      <Card title={formTexts.missing}>
        {form.missing.map((field) => {
          if (field.name === 'contractNumber') {
            return <TextField key={field.name} label={formTexts.contractNumber} help={formTexts.contractHelp} value={draft.contractNumber} maxLength={40} onChange={(contractNumber) => change({ contractNumber })} {...errorOf(field.name)} />;
          }
          if (field.name === 'homeCity') {
            return <ChoiceField key={field.name} look="list" label={formTexts.homeCity} choices={choicesOf(field)} value={draft.homeCity === '' ? null : draft.homeCity} onChange={(homeCity) => change({ homeCity })} {...errorOf(field.name)} />;
          }
          return <VoucherField key={field.name} keeper={keeper} {...errorOf(field.name)} />;
        })}
      </Card>
      <KnownFacts known={form.known} />
    </View>
  );
}
