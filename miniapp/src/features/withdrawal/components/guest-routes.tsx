import { catalogueItems } from '@anju/shared/catalogue';
import { Text, View } from '@tarojs/components';
import { go, goSignIn, PATHS } from '../../../screen/index.ts';
import { routesTexts } from '../../../texts/withdrawal.ts';
import { Button, Card, Row, Section, Tag } from '../../../ui/index.ts';

const WITHDRAWALS = catalogueItems.filter((item) => item.group === 'withdrawal');

/** A guest reads every guide; what applies to them is told after signing in. */
export function GuestRoutes() {
  return (
    <View className="a-stack">
      <Card title={routesTexts.guestTitle}>
        <View className="a-stack">
          <Text className="a-text">{routesTexts.guestLead}</Text>
          <Button text={routesTexts.guestButton} onPress={goSignIn} />
        </View>
      </Card>
      <Section title={routesTexts.guides}>
        <Card>
          {WITHDRAWALS.map((item) => (
            <Row
              key={item.item}
              title={item.title}
              onPress={() => go(PATHS.guide(item.item))}
              {...(item.servedBy === 'online' ? { value: <Tag>{routesTexts.online}</Tag> } : {})}
            />
          ))}
        </Card>
      </Section>
    </View>
  );
}
