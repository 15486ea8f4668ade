import type { InvitationView } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../../api/call.ts';
import { messageOf } from '../../../../api/problem-message.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { useWish } from '../../../../api/use-wish.ts';
import { goReplace, goTab, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { momentText } from '../../../../texts/format.ts';
import { householdTexts, invitationTexts as texts } from '../../../../texts/household.ts';
import { Button, Card, Empty, Footnote, Notice, Skeleton } from '../../../../ui/index.ts';
import { Guest } from '../../components/guest.tsx';
import '../../loan-case.scss';

/** What the invited person sees before they say yes: who asks, and what will be seen of them. */
export default function InvitationPage() {
  const code = decodeURIComponent(useRouter().params['code'] ?? '');
  const { session, ended } = useSession();
  const [joined, setJoined] = useState<string | null>(null);
  const query = useQuery('showInvitation', { params: { code } }, { enabled: (session !== null || ended) && joined === null });
  if (joined !== null) return <Done name={joined} />;
  const { problem } = query;
  if (problem !== null && problem.code.startsWith('household.')) {
    return (
      <Screen title={texts.title}>
        <Empty drawing="letters" title={texts.wrongTitle} sentences={[messageOf(problem)]} actions={[{ text: texts.enterAgain, onPress: () => goReplace(PATHS.household) }, { text: texts.home, onPress: () => goTab(PATHS.home), kind: 'quiet' }]} />
      </Screen>
    );
  }
  return (
    <Screen title={texts.title} sensitive>
      <PageState query={query} skeleton={<Skeleton shape="card" count={3} />} off={<Guest texts={texts} />}>
        {(view) => <Asked view={view} code={code} onJoined={() => setJoined(view.inviterMaskedName)} />}
      </PageState>
    </Screen>
  );
}

function Asked({ view, code, onJoined }: { readonly view: InvitationView; readonly code: string; onJoined(): void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const wish = useWish(`join:${code}`);
  const accept = async (): Promise<void> => {
    setTrouble(null);
    try {
      await call('acceptInvitation', { params: { code } }, { key: wish.keyFor({ code }) });
      wish.settle();
      onJoined();
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  return (
    <>
      <Card>
        <View className="a-stack">
          <Text className="a-lead">{texts.from(view.inviterMaskedName)}</Text>
          <Text className="a-text">{texts.lead}</Text>
          <Text className="a-second">{householdTexts.until(momentText(view.expiresAt))}</Text>
        </View>
      </Card>
      <Card title={householdTexts.sharedTitle}><Text className="a-text">{householdTexts.shared}</Text></Card>
      {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
      <Button text={texts.confirm} loadingText={texts.confirming} onPress={accept} />
      <Button kind="quiet" text={texts.refuse} onPress={() => goTab(PATHS.home)} />
      <Footnote centred>{texts.marriage}</Footnote>
    </>
  );
}

function Done({ name }: { readonly name: string }) {
  return (
    <Screen title={texts.title} sensitive>
      <Empty drawing="house" title={texts.doneTitle} sentences={[texts.doneText(name)]} actions={[{ text: texts.toResult, onPress: () => goReplace(PATHS.prequalification) }, { text: texts.home, onPress: () => goTab(PATHS.home) }]} />
    </Screen>
  );
}
