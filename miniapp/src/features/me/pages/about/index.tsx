import { xiamen } from '@anju/shared/policy/packs/xiamen';
import { Text, View } from '@tarojs/components';
import { phone } from '../../../../platform/phone-call.ts';
import { go, PATHS, Screen } from '../../../../screen/index.ts';
import { dayText } from '../../../../texts/format.ts';
import { aboutTexts } from '../../../../texts/me.ts';
import { Card, Row } from '../../../../ui/index.ts';
import '../../me.scss';

/** What it is, that it costs nothing, and which rules it reckons by. */
export default function AboutPage() {
  return (
    <Screen title={aboutTexts.title}>
      <View className="about-head">
        <Text className="a-lead">{aboutTexts.slogan}</Text>
        <Text className="about-head__text">{aboutTexts.promise}</Text>
      </View>
      <Card title={aboutTexts.whatTitle}><Text className="about-text">{aboutTexts.what}</Text></Card>
      <Card title={aboutTexts.rulesTitle}>
        <Text className="about-lead">{aboutTexts.rulesLead}</Text>
        <Row title={xiamen.name} note={aboutTexts.rulesNote(xiamen.version, dayText(xiamen.checkedOn, true))} />
      </Card>
      <Card title={aboutTexts.demoTitle}><Text className="about-text">{aboutTexts.demo}</Text></Card>
      <Card title={aboutTexts.openTitle}><Text className="about-text">{aboutTexts.open}</Text></Card>
      <Card>
        <Row icon="shield" title={aboutTexts.privacy} onPress={() => go(PATHS.privacy)} />
        <Row icon="phone" title={aboutTexts.call} onPress={() => phone('12329')} />
      </Card>
    </Screen>
  );
}
