import type { HomeReply } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { useSession } from '../../api/session.ts';
import { useQuery } from '../../api/use-query.ts';
import type { Query } from '../../api/use-query.ts';
import { phone } from '../../platform/phone-call.ts';
import { useShare } from '../../platform/share.ts';
import { go, goTab, PATHS, Screen, StaleNotice, useTheme, FailureState } from '../../screen/index.ts';
import { homeTexts } from '../../texts/home.ts';
import { appTexts } from '../../texts/pieces.ts';
import { Button, Card, Footnote, Icon, Skeleton, Tap, Tiles } from '../../ui/index.ts';
import { CalculatorTeaser } from './calculator-teaser.tsx';
import { GuestCard } from './guest-card.tsx';
import { UnknownBalance } from './unknown-balance.tsx';
import { VerifiedHome } from './verified-home.tsx';
import './index.scss';

function GuestHome() {
  const { elder } = useTheme();
  return (
    <>
      <GuestCard />
      <CalculatorTeaser />
      <Card>
        <Tiles
          items={[
            { key: 'guides', icon: 'guide', text: homeTexts.guides, onPress: () => goTab(PATHS.services) },
            { key: 'points', icon: 'pin', text: homeTexts.points, onPress: () => go(PATHS.guide('service-points')) },
            { key: 'policies', icon: 'policy', text: homeTexts.policies, onPress: () => go(PATHS.guide('policy-guides')) },
            ...(elder ? [] : [{ key: 'phone', icon: 'phone' as const, text: homeTexts.phone, onPress: () => phone('12329') }]),
          ]}
        />
      </Card>
      {elder ? <Button text={homeTexts.elderPhone} kind="attention" onPress={() => phone('12329')} /> : null}
    </>
  );
}

function Body({ query, verified }: { readonly query: Query<HomeReply>; readonly verified: boolean }) {
  if (!verified || query.state === 'off') return <GuestHome />;
  if (query.value !== null) return <VerifiedHome home={query.value} query={query} />;
  if (query.state === 'loading') {
    return (
      <>
        <Skeleton shape="balance" />
        <Skeleton shape="card" count={1} />
        <Skeleton shape="list" count={2} />
      </>
    );
  }
  if (query.why === 'not-bound' || query.why === 'session-ended') return <GuestHome />;
  if (query.why === 'offline' || query.why === 'timeout' || query.why === 'core-down' || query.why === 'error') {
    return (
      <>
        <StaleNotice why={query.why} at={null} retry={query.reload} />
        <UnknownBalance why={query.why} />
        <CalculatorEntry />
      </>
    );
  }
  return <FailureState kind={query.why ?? 'error'} retry={query.reload} />;
}

/** What works without the account: guides and the calculator. */
function CalculatorEntry() {
  return (
    <Card>
      <Tiles
        items={[
          { key: 'calculator', icon: 'calculator', text: homeTexts.calculator, onPress: () => go(PATHS.calculator) },
          { key: 'guides', icon: 'guide', text: homeTexts.guides, onPress: () => goTab(PATHS.services) },
          { key: 'points', icon: 'pin', text: homeTexts.points, onPress: () => go(PATHS.guide('service-points')) },
          { key: 'phone', icon: 'phone', text: homeTexts.phone, onPress: () => phone('12329') },
        ]}
      />
    </Card>
  );
}

function HeaderLinks({ unread }: { readonly unread: number | null }) {
  const { elder, setElder } = useTheme();
  return (
    <>
      {unread === null || elder ? null : (
        <Tap className="a-nav__link" label={homeTexts.inboxSaid(unread)} onPress={() => go(PATHS.inbox)}>
          <Icon name="bell" size={20} />
          <Text>{homeTexts.inbox(unread)}</Text>
        </Tap>
      )}
      <Tap className="a-nav__link" onPress={() => setElder(!elder)}>
        {elder ? null : <Icon name="letters" size={20} />}
        <Text>{elder ? homeTexts.standard : homeTexts.elder}</Text>
      </Tap>
    </>
  );
}

/** 首页. One call: everything a person wants to see first; a guest sees the same page with an invitation. */
export default function HomePage() {
  const { verified } = useSession();
  const home = useQuery('home', {}, { renewEverySeconds: 5, keepLast: true, enabled: verified });
  useShare({ title: appTexts.share, path: PATHS.home });
  const title = home.value?.centre.name ?? homeTexts.title;
  return (
    <Screen title={title} tab sensitive aside={<HeaderLinks unread={verified ? (home.value?.unread ?? null) : null} />}>
      <Body query={home} verified={verified} />
      <Footnote centred>{homeTexts.footer}</Footnote>
    </Screen>
  );
}
