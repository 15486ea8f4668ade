import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { signOut, useSession } from '../../api/session.ts';
import { useQuery } from '../../api/use-query.ts';
import { phone } from '../../platform/phone-call.ts';
import { go, goRealName, goSignIn, PATHS, Screen, useTheme, useToast } from '../../screen/index.ts';
import { homeTexts } from '../../texts/home.ts';
import { meTexts } from '../../texts/me-tab.ts';
import { Button, Card, Facts, Footnote, Masked, Row, Sheet, Switch, Tag, useEye } from '../../ui/index.ts';
import './index.scss';

function Who() {
  const { session, verified, ended } = useSession();
  if (session === null) {
    return (
      <Card title={ended ? meTexts.endedTitle : meTexts.guestTitle}>
        <Text className="a-text a-second">{meTexts.guestWhy}</Text>
        <View className="p-me__action"><Button text={meTexts.signIn} onPress={goSignIn} /></View>
      </Card>
    );
  }
  const person = session.person;
  if (!verified || person === null) {
    return (
      <Card title={meTexts.notVerified}>
        <Text className="a-text a-second">{meTexts.guestWhy}</Text>
        <View className="p-me__action"><Button text={meTexts.realName} onPress={goRealName} /></View>
      </Card>
    );
  }
  return (
    <Card>
      <View className="a-line p-me__name">
        <View className="a-lead"><Masked text={person.name} /></View>
        <Tag>{meTexts.verified}</Tag>
      </View>
      <Facts
        items={[
          { label: meTexts.idNumber, value: <Masked text={person.idNumber} label={meTexts.idNumber} /> },
          { label: meTexts.mobile, value: person.mobile === undefined ? meTexts.mobileUnknown : <Masked text={person.mobile} label={meTexts.mobile} /> },
        ]}
      />
    </Card>
  );
}

function Own() {
  const { session, verified } = useSession();
  const notices = useQuery('listNotices', {}, { enabled: verified, renewEverySeconds: 5 });
  if (session === null) return null;
  const unread = notices.value?.unread ?? 0;
  return (
    <Card>
      {verified ? <Row icon="bell" title={meTexts.inbox} value={unread > 0 ? <Tag>{meTexts.unread(unread)}</Tag> : <Text className="a-second">{meTexts.noUnread}</Text>} onPress={() => go(PATHS.inbox)} /> : null}
      {verified ? <Row icon="entries" title={meTexts.accounts} onPress={() => go(PATHS.accounts)} /> : null}
      {verified ? <Row icon="calculator" title={meTexts.loan} onPress={() => go(PATHS.myLoan)} /> : null}
      {verified ? <Row icon="transfer" title={meTexts.standing} note={meTexts.standingNote} onPress={() => go(PATHS.standingOrders)} /> : null}
      {verified ? <Row icon="card" title={meTexts.bankCards} onPress={() => go(PATHS.bankCards)} /> : null}
      <Row icon="device" title={meTexts.devices} note={meTexts.devicesNote} onPress={() => go(PATHS.devices)} />
    </Card>
  );
}

function Settings() {
  const { elder, setElder } = useTheme();
  const eye = useEye();
  return (
    <Card>
      <Switch label={meTexts.elder} note={meTexts.elderNote} on={elder} onChange={setElder} />
      <Switch label={meTexts.eye} note={meTexts.eyeNote} on={eye.open} onChange={eye.toggle} />
    </Card>
  );
}

function Leave() {
  const { session, verified } = useSession();
  const [asked, setAsked] = useState(false);
  const say = useToast();
  if (session === null) return null;
  const leave = async (): Promise<void> => {
    await signOut();
    setAsked(false);
    say(meTexts.signedOut);
  };
  return (
    <>
      {verified ? <Card><Row icon="trash" title={meTexts.unbind} note={meTexts.unbindNote} onPress={() => go(PATHS.unbind)} /></Card> : null}
      <Button text={meTexts.signOut} kind="secondary" onPress={() => setAsked(true)} />
      <Sheet
        open={asked}
        title={meTexts.signOutTitle}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button text={meTexts.signOutYes} kind="danger" onPress={leave} />
            <Button text={meTexts.signOutNo} kind="quiet" onPress={() => setAsked(false)} />
          </>
        }
      >
        <Text className="a-text">{meTexts.signOutText}</Text>
      </Sheet>
    </>
  );
}

/** 我的: who I am here, what is mine, how it looks, and the way out. */
export default function MePage() {
  return (
    <Screen title={meTexts.title} tab sensitive>
      <Who />
      <Own />
      <Settings />
      <Card>
        <Row icon="shield" title={meTexts.privacy} note={meTexts.privacyNote} onPress={() => go(PATHS.privacy)} />
        <Row icon="info" title={meTexts.about} onPress={() => go(PATHS.about)} />
        <Row icon="phone" title={meTexts.phone} onPress={() => phone('12329')} />
      </Card>
      <Leave />
      <Footnote centred>{homeTexts.footer}</Footnote>
    </Screen>
  );
}
