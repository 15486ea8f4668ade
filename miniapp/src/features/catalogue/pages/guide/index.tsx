import type { CatalogueItemReply, Guide } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { phone } from '../../../../platform/phone-call.ts';
import { useShare } from '../../../../platform/share.ts';
import { go, goTab, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { guideTexts } from '../../../../texts/guide.ts';
import { Button, Card, Empty, Footnote, Notice, Skeleton, Tag } from '../../../../ui/index.ts';
import { guideAction } from '../../guide.action.ts';
import '../../catalogue.scss';

/** What one item asks for, what it takes and how long; open to everyone. */
export default function GuidePage() {
  const item = decodeURIComponent(useRouter().params['item'] ?? '');
  const query = useQuery('showCatalogueItem', { params: { item } }, { keepLast: true });
  useShare({ title: query.value?.title ?? guideTexts.title, path: PATHS.guide(item) });
  return (
    <Screen title={guideTexts.title} foot={query.value === null ? null : <GuideButton item={query.value} />}>
      {query.why === 'not-found' ? (
        <Empty drawing="lens" title={guideTexts.notFoundTitle} sentences={[guideTexts.notFoundText]} actions={[{ text: guideTexts.notFoundAction, onPress: () => goTab(PATHS.services) }]} />
      ) : (
        <PageState query={query} skeleton={<><Skeleton shape="card" count={1} /><Skeleton shape="list" count={6} /></>}>
          {(reply) => <Facets reply={reply} />}
        </PageState>
      )}
    </Screen>
  );
}

function GuideButton({ item }: { readonly item: CatalogueItemReply }) {
  const { verified } = useSession();
  const action = guideAction(item, verified);
  if (action !== null) return <Button text={action.text} onPress={() => go(action.url)} />;
  return <Button text={item.servedBy === 'counter' ? guideTexts.call : guideTexts.ask} onPress={() => phone('12329')} />;
}

function Facets({ reply }: { readonly reply: CatalogueItemReply }) {
  const { guide, servedBy } = reply;
  return (
    <>
      <View className="guide-head">
        <Text className="a-lead">{reply.title}</Text>
        <Tag tone={servedBy === 'online' ? 'brand' : 'plain'}>{guideTexts.served[servedBy]}</Tag>
      </View>
      <Card>
        <Facet title={guideTexts.facets.who} lines={[guide.who]} />
        <Facet title={guideTexts.facets.conditions} lines={guide.conditions} />
        <Facet title={guideTexts.facets.materials} lines={guide.materials} />
        <Facet title={guideTexts.facets.steps} lines={guide.steps} numbered />
        <Facet title={guideTexts.facets.timeLimit} lines={[guide.timeLimit]} />
        <Facet title={guideTexts.facets.fee} lines={[guide.fee]} />
        <Small guide={guide} />
      </Card>
      {servedBy === 'counter' ? <Counter booked={reply.route !== undefined} /> : servedBy === 'guide' ? <Notice tone="info">{guideTexts.guideWhy}</Notice> : null}
      <Footnote centred>{guideTexts.footer}</Footnote>
    </>
  );
}

function Small({ guide }: { readonly guide: Guide }) {
  return (
    <>
      <Facet title={guideTexts.facets.sample} lines={[guide.sample]} />
      <Facet title={guideTexts.facets.basis} lines={[guide.basis]} />
    </>
  );
}

function Facet({ title, lines, numbered = false }: { readonly title: string; readonly lines: readonly string[]; readonly numbered?: boolean }) {
  const shown = lines.filter((line) => line !== '');
  return (
    <View className="facet">
      <Text className="facet__title">{title}</Text>
      <View className="facet__lines">
        {(shown.length === 0 ? [guideTexts.none] : shown).map((line, index) => (
          <View key={line} className="facet__line">
            {numbered ? <Text className="facet__number">{String(index + 1)}</Text> : null}
            <Text className="facet__text">{line}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}

/** How it goes at the counter; a withdrawal's time is booked here, the rest by telephone. */
function Counter({ booked }: { readonly booked: boolean }) {
  return (
    <Card title={guideTexts.counterTitle}>
      <Text className="guide-why">{guideTexts.counterWhy}</Text>
      {(booked ? guideTexts.counterBookedSteps : guideTexts.counterSteps).map((step, index) => (
        <View key={step} className="facet__line">
          <Text className="facet__number">{String(index + 1)}</Text>
          <Text className="facet__text">{step}</Text>
        </View>
      ))}
    </Card>
  );
}
