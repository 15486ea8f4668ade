import type { HouseholdReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../../api/call.ts';
import { messageOf } from '../../../../api/problem-message.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import type { Query } from '../../../../api/use-query.ts';
import { useShare } from '../../../../platform/share.ts';
import { PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { householdTexts as texts } from '../../../../texts/household.ts';
import { Button, Card, Notice, Skeleton } from '../../../../ui/index.ts';
import { EnterCode } from '../../components/enter-code.tsx';
import { Guest } from '../../components/guest.tsx';
import { Invited } from '../../components/invited.tsx';
import { Joined } from '../../components/joined.tsx';
import '../../loan-case.scss';

/** The spouse: invited, joined, or not yet. While the answer is waited for the page renews itself. */
export default function HouseholdPage() {
  const { session, ended } = useSession();
  const query = useQuery('showHousehold', {}, { enabled: session !== null || ended, keepLast: true, renewEverySeconds: 5, renewWhile: (one) => one.state === 'invited' });
  const code = query.value?.invitation?.code;
  useShare({ title: texts.shareTitle, path: code === undefined ? PATHS.household : PATHS.invitation(code) });
  return (
    <Screen title={texts.title} sensitive>
      <PageState query={query} skeleton={<Skeleton shape="card" count={3} />} off={<Guest texts={texts} />}>
        {(reply) => <Household reply={reply} query={query} />}
      </PageState>
    </Screen>
  );
}

function Household({ reply, query }: { readonly reply: HouseholdReply; readonly query: Query<HouseholdReply> }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const invite = async (): Promise<void> => {
    setTrouble(null);
    try {
      const invitation = await call('inviteSpouse', {});
      query.set({ state: 'invited', invitation });
    } catch (error) {
      setTrouble(messageOf(error));
      await query.reload();
    }
  };
  const { partner, invitation } = reply;
  if (partner !== undefined) return <><Joined partner={partner} reload={query.reload} /><Shared /></>;
  return (
    <>
      <Text className="a-second">{texts.lead}</Text>
      {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
      {invitation === undefined ? <View><Button text={texts.invite} loadingText={texts.inviting} onPress={invite} /></View> : <Invited invitation={invitation} onAgain={invite} />}
      <Shared />
      <EnterCode />
    </>
  );
}

/** What each sees of the other, in one place. */
function Shared() {
  return <Card title={texts.sharedTitle}><Text className="a-text">{texts.shared}</Text></Card>;
}
