import type { FormReply } from '@anju/shared/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import type { Query } from '../../../../api/use-query.ts';
import { goReplace, nextStepText, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { yuanText } from '../../../../texts/format.ts';
import { confirmTexts } from '../../../../texts/withdrawal.ts';
import { Button, Skeleton } from '../../../../ui/index.ts';
import { ClosedRoute } from '../../components/closed-route.tsx';
import { ConfirmBody } from '../../components/confirm-body.tsx';
import { NextStep } from '../../components/next-step.tsx';
import { SignInHere } from '../../components/sign-in-here.tsx';
import { useConfirm } from '../../use-confirm.ts';
import { backUrl } from '../../withdrawal.paths.ts';
import '../../withdrawal.scss';

/** The one page before the money moves. */
export default function ConfirmPage() {
  const route = useRouter().params['route'] ?? '';
  const { session, ended } = useSession();
  const query = useQuery('showForm', { params: { route } }, { enabled: session !== null || ended });
  const form = query.value;
  // An answer closed it: that answer can be changed in the form.
  const closedByAnswer = form !== null && !form.verdict.eligible && form.missing.length > 0;
  useEffect(() => {
    if (closedByAnswer) goReplace(PATHS.withdrawalForm(route));
  }, [closedByAnswer, route]);
  if (form !== null && form.verdict.eligible) return <Ready form={form} query={query} />;
  return (
    <Screen title={confirmTexts.title} sensitive>
      <PageState query={query} skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="list" count={5} /></>} off={<SignInHere />}>
        {(reply) => <ClosedRoute verdict={reply.verdict} />}
      </PageState>
    </Screen>
  );
}

function Ready({ form, query }: { readonly form: FormReply; readonly query: Query<FormReply> }) {
  const identity = useQuery('showIdentity', {});
  const templates = useQuery('listTemplates', {});
  const templateIds = templates.value?.items.map((item) => item.templateId) ?? [];
  const state = useConfirm({ form, identity: identity.value, templateIds, reload: query.reload });
  // A page opened without what the form asks for (an old link, a draft that is gone) leads back to the form.
  const incomplete = state.complete === false && !state.sending;
  const why = state.trouble?.kind === 'materials' ? 'papers' : 'answers';
  useEffect(() => {
    if (incomplete) goReplace(backUrl(form.route, why));
  }, [incomplete, form.route, why]);
  // Who it is may not be known: then the face check asks again, and says why.
  const blocked = state.complete !== true || state.blocked || identity.state === 'loading';
  const foot = (
    <View className="confirm-foot">
      <Button text={confirmTexts.button(yuanText(state.amountFen))} loading={state.sending} loadingText={confirmTexts.sending} disabled={blocked} onPress={state.press} />
      <NextStep text={nextStepText(identity.value, state.fresh, state.unsent)} unsent={state.unsent} />
    </View>
  );
  return (
    <Screen title={confirmTexts.title} sensitive foot={foot}>
      <PageState query={query} skeleton={<Skeleton shape="card" count={1} />}>
        {() => <ConfirmBody form={form} state={state} reload={query.reload} />}
      </PageState>
    </Screen>
  );
}
