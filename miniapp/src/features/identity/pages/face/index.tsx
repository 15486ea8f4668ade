import type { FaceBody, IdentityReply } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { device, now } from '../../../../api/api.ts';
import { aboutOf, markSeen } from '../../../../api/seen.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { FailureState, goReplace, goSignIn, PageState, Screen } from '../../../../screen/index.ts';
import { faceOutcomeTexts, faceTexts, realNameTexts, signInTexts } from '../../../../texts/identity.ts';
import { seenForTexts } from '../../../../texts/seen.ts';
import { Button, Card, Empty, Footnote, Row, Sheet, Skeleton } from '../../../../ui/index.ts';
import { CounterCode } from '../../components/counter-code.tsx';
import { FacePanel } from '../../components/face-panel.tsx';
import { faceView } from '../../face.view.ts';
import { goOn, nextOf } from '../../onward.ts';
import { useFace } from '../../use-face.ts';
import type { FaceState } from '../../use-face.ts';
import '../../identity.scss';

const PURPOSES: readonly FaceBody['purpose'][] = ['withdrawal', 'loan', 'bank-card', 'protection'];
const READY = { icon: 'face', troubled: false, title: faceTexts.ready, sentences: [faceTexts.readyLead], again: faceTexts.start, tips: true } as const;
const READING = { icon: 'clock', troubled: false, title: faceTexts.reading, sentences: [faceTexts.readingLead], again: null, tips: false } as const;

function viewOf(state: FaceState) {
  if (state.step === 'ready') return READY;
  if (state.step === 'reading') return READING;
  if (state.step === 'trouble') return { icon: 'attention', troubled: true, title: faceTexts.troubleTitle, sentences: [state.text], again: faceTexts.again, tips: false } as const;
  return faceView(state);
}

const TWICE_MS = 5000;
const wentOn = new Map<string, number>();

/** Coming back from the provider, H5 may put this page up twice: who was seen goes on once, else what they pressed for would stand on a page that is replaced. */
function goesOnAlready(verificationId: string | undefined): boolean {
  if (verificationId === undefined) return false;
  const before = wentOn.get(verificationId);
  wentOn.set(verificationId, now());
  return before !== undefined && now() - before < TWICE_MS;
}

/** Being seen, right before something that moves money; then back to what was pressed. */
export default function FacePage() {
  const { params } = useRouter();
  const next = nextOf(params);
  const purpose = PURPOSES.find((one) => one === params['purpose']) ?? 'withdrawal';
  const { session, ended } = useSession();
  const identity = useQuery('showIdentity', {}, { enabled: session !== null || ended });
  const passed = (): void => {
    if (goesOnAlready(params['verificationId'])) return;
    if (next !== undefined) markSeen(device, next, purpose);
    goOn(next);
  };
  const saved = next !== undefined;
  if (identity.value === null) {
    return (
      <Screen title={faceTexts.title}>
        <PageState query={identity} skeleton={<Skeleton shape="card" count={2} />} off={<Empty drawing="door" title={realNameTexts.signInFirst} actions={[{ text: signInTexts.title, onPress: goSignIn }]} />}>{() => null}</PageState>
      </Screen>
    );
  }
  if (identity.value.level === 'guest') {
    return (
      <Screen title={faceTexts.title}>
        <FailureState kind="not-bound" retry={identity.reload} />
      </Screen>
    );
  }
  if (identity.value.stepUp === 'counter-code') return <CounterOnly saved={saved} what={<What next={next} purpose={purpose} />} onPassed={passed} />;
  return <Seen identity={identity.value} next={next} purpose={purpose} anew={params['anew'] !== undefined} verificationId={params['verificationId']} onPassed={passed} />;
}

/** What the check is for, before anybody is seen: the business and the amount, where they were pressed for. */
function What({ next, purpose }: Pick<FaceProps, 'next' | 'purpose'>) {
  const [about] = useState(() => (next === undefined ? null : aboutOf(device, next, purpose, now())));
  return (
    <Card title={seenForTexts.title}>
      <Text className="face-what">{about ?? seenForTexts.purpose[purpose]}</Text>
      <Text className="tips__text">{seenForTexts.notYours}</Text>
    </Card>
  );
}

function CounterOnly({ saved, what, onPassed }: { readonly saved: boolean; readonly what: ReactNode; onPassed(): void }) {
  return (
    <Screen title={faceTexts.codeTitle} sensitive>
      {what}
      <FacePanel saved={saved} view={{ icon: 'face', troubled: false, title: faceTexts.codeOnlyTitle, sentences: [faceTexts.codeOnlyLead] }} />
      <Card><CounterCode plain onPassed={onPassed} /></Card>
    </Screen>
  );
}

/** Who was seen a moment ago and comes here again (the back button) need not be seen twice. */
function Seen({ identity, anew, ...props }: FaceProps & { readonly identity: IdentityReply; readonly anew: boolean }) {
  const [lately] = useState(() => !anew && props.verificationId === undefined && identity.faceUntil !== undefined && Date.parse(identity.faceUntil) > now());
  if (!lately) return <Face {...props} />;
  return (
    <Screen title={faceTexts.title} foot={<Button text={realNameTexts.go} onPress={() => goOn(props.next)} />}>
      <FacePanel saved={false} view={{ icon: 'check', troubled: false, title: faceOutcomeTexts.passed.title, sentences: [faceTexts.lately] }} />
    </Screen>
  );
}

interface FaceProps {
  readonly next: string | undefined;
  readonly purpose: FaceBody['purpose'];
  readonly verificationId: string | undefined;
  onPassed(): void;
}

function Face({ next, purpose, verificationId, onPassed }: FaceProps) {
  const [code, setCode] = useState(false);
  const { state, start, readAgain } = useFace({ purpose, next, verificationId, onPassed });
  const view = viewOf(state);
  const pending = state.step === 'result' && state.outcome === 'pending';
  const noWay = state.step === 'result' && view.again === null && state.outcome !== 'passed';
  const busy = state.step === 'reading' || (state.step === 'result' && state.outcome === 'passed');
  const foot = (
    <>
      {view.again === null ? null : <Button text={view.again} loadingText={faceTexts.starting} onPress={pending ? readAgain : start} />}
      {noWay ? <Button text={faceTexts.otherButton} onPress={() => setCode(true)} /> : null}
      {busy ? null : <Button kind="quiet" text={faceTexts.giveUp} onPress={() => (next === undefined ? goOn(undefined) : verificationId === undefined ? goOn(next) : goReplace(next))} />}
    </>
  );
  return (
    <Screen title={faceTexts.title} sensitive foot={foot}>
      {busy ? null : <What next={next} purpose={purpose} />}
      <FacePanel view={view} saved={next !== undefined && state.step !== 'ready'} />
      {view.tips ? <Card title={faceTexts.tips}><Text className="tips__text">{faceTexts.tipsText}</Text></Card> : null}
      {busy ? null : <Card><Row title={faceTexts.otherTitle} note={faceTexts.otherLead} onPress={() => setCode(true)} /></Card>}
      <Footnote centred>{faceTexts.privacy}</Footnote>
      <Sheet open={code} title={faceTexts.codeTitle} onClose={() => setCode(false)}><CounterCode onPassed={onPassed} /></Sheet>
    </Screen>
  );
}
