import type { FormReply, RouteVerdict } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { call } from '../../../../api/call.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { go, goBack, goReplace, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { routeTitle } from '../../../../texts/routes.ts';
import { reasonSentence, toldReasons } from '../../../../texts/withdrawal-reasons.ts';
import { stepTexts } from '../../../../texts/withdrawal-form.ts';
import { Button, Notice, Skeleton } from '../../../../ui/index.ts';
import { ClosedRoute } from '../../components/closed-route.tsx';
import { DraftState, Overwritten } from '../../components/draft-state.tsx';
import { KnownFacts } from '../../components/known-facts.tsx';
import { Question } from '../../components/question.tsx';
import { SignInHere } from '../../components/sign-in-here.tsx';
import { StepHead } from '../../components/step-head.tsx';
import { whyBack } from '../../form.steps.ts';
import { todayOf } from '../../today.ts';
import { useDraft } from '../../use-draft.ts';
import { useFormSteps } from '../../use-form-steps.ts';
import type { FormSteps } from '../../use-form-steps.ts';
import { confirmUrl } from '../../withdrawal.paths.ts';
import '../../withdrawal.scss';

const SHAPE = <Skeleton shape="form" count={3} />;

/** Only what nobody else can tell, one question a screen: for most routes nothing, and then this page is skipped. */
export default function FormPage() {
  const { route = '', field, why } = useRouter().params;
  const { session, ended } = useSession();
  const query = useQuery('showForm', { params: { route } }, { enabled: session !== null || ended });
  const { view, keeper } = useDraft(route);
  // Another phone, or the confirm page, may have changed it meanwhile.
  useDidShow(() => void keeper.refresh());
  const form = query.value;
  // Closed by an answer, it stays open to change that answer; closed without any, it asks nothing.
  const asks = form !== null && form.missing.length > 0;
  const straightOn = form !== null && form.verdict.eligible && !asks;
  useEffect(() => {
    if (straightOn) goReplace(confirmUrl(route));
  }, [straightOn, route]);
  const toConfirm = (): void => {
    // From the confirm page one goes back to it; opened by itself it takes this page's place.
    if (field === undefined) go(confirmUrl(route));
    else if (Taro.getCurrentPages().length > 1) goBack();
    else goReplace(confirmUrl(route));
  };
  const renew = async (): Promise<FormReply> => {
    const reply = await call('showForm', { params: { route } });
    query.set(reply);
    return reply;
  };
  const steps = useFormSteps(asks ? form : null, field ?? null, view, keeper, renew, toConfirm);
  return (
    <Screen title={routeTitle(route)} sensitive foot={steps.step === null ? null : <Foot steps={steps} only={field !== undefined} />}>
      <PageState query={query} skeleton={SHAPE} off={<SignInHere />}>
        {(reply) => {
          if (!reply.verdict.eligible && reply.missing.length === 0) return <ClosedRoute verdict={reply.verdict} />;
          if (steps.step === null) return SHAPE;
          const back = whyBack(why, reply.missing, steps.content, todayOf(reply.asOf));
          return (
            <View className="a-stack">
              {back === null ? null : <Notice tone="attention">{back}</Notice>}
              {steps.closed ? null : <StepHead step={steps.step} maxFen={reply.verdict.maxFen} />}
              <Overwritten view={view} keeper={keeper} />
              <Against verdict={reply.verdict} />
              <OneQuestion form={reply} steps={steps} />
              <DraftState view={view} keeper={keeper} />
            </View>
          );
        }}
      </PageState>
    </Screen>
  );
}

/** What the answers so far stand against: said at once, and changed where it was answered. */
function Against({ verdict }: { readonly verdict: RouteVerdict }) {
  if (verdict.eligible) return null;
  return (
    <Notice tone="stop" title={stepTexts.against}>
      {toldReasons(verdict.reasons).map((reason) => <Text key={reason.code} className="a-text">{reasonSentence(reason)}</Text>)}
    </Notice>
  );
}

function OneQuestion({ form, steps }: { readonly form: FormReply; readonly steps: FormSteps }) {
  if (steps.step === null) return null;
  return (
    <>
      <Question key={steps.step.field.name} field={steps.step.field} content={steps.content} onAnswer={steps.answer} onFiles={steps.changeFiles} onWaiting={steps.setWaiting} fault={steps.fault} />
      <KnownFacts key={`known-${steps.step.number === 1}`} known={form.known} open={steps.step.number === 1} />
    </>
  );
}

function Foot({ steps, only }: { readonly steps: FormSteps; readonly only: boolean }) {
  const { step, back } = steps;
  if (step === null) return null;
  if (steps.closed) {
    return (
      <View className="form-foot">
        <Button text={stepTexts.otherMatter} onPress={() => goReplace(PATHS.routes)} />
        <Text className="confirm-foot__next">{stepTexts.mayChange}</Text>
        {back === null ? null : <Button kind="quiet" text={stepTexts.before} onPress={back} />}
      </View>
    );
  }
  const text = only ? stepTexts.done : step.last ? stepTexts.toConfirm : stepTexts.next;
  return (
    <View className="form-foot">
      <Button text={text} onPress={steps.next} />
      {back === null ? null : <Button kind="quiet" text={stepTexts.before} onPress={back} />}
    </View>
  );
}
