import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { go, PATHS } from '../../../screen/index.ts';
import { routesTexts } from '../../../texts/withdrawal.ts';
import { Amount, Card, Icon, Row, Section, Tag, Tap } from '../../../ui/index.ts';
import type { RouteLine } from '../routes.groups.ts';

function open(line: RouteLine): void {
  if (line.caseId !== null) return go(PATHS.caseOf(line.caseId));
  const way = line.wayOut?.url ?? null;
  if (way !== null) return go(way);
  go(line.kind === 'open' ? PATHS.withdrawalForm(line.route) : PATHS.guide(line.route));
}

function RouteRow({ line }: { readonly line: RouteLine }) {
  const possible = line.kind === 'open' || line.kind === 'open-at-counter' || line.kind === 'running';
  const value =
    line.maxFen !== null ? (
      <View className="route-most">
        <Amount fen={line.maxFen} strong label={line.maxLabel} />
        <Text className="route-most__label">{line.maxLabel}</Text>
      </View>
    ) : null;
  return (
    <Row
      title={line.title}
      muted={!possible}
      onPress={() => open(line)}
      note={<View>{line.notes.map((note) => <Text key={note} className={possible ? 'route-note route-note--parts' : 'route-note'}>{note}</Text>)}{line.wayOut === null || line.wayOut.url === null ? null : <Text className="route-way">{line.wayOut.text}</Text>}</View>}
      {...(line.tag === null ? {} : { tag: <Tag tone={line.tag.tone}>{line.tag.text}</Tag> })}
      {...(value === null ? {} : { value })}
    />
  );
}

/** A group of routes under its heading. */
export function RouteList({ title, lines }: { readonly title: string; readonly lines: readonly RouteLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <Card>{lines.map((line) => <RouteRow key={line.route} line={line} />)}</Card>
    </Section>
  );
}

/** A group that is folded until somebody wants to see it. */
export function FoldedRoutes({ title, lines }: { readonly title: string; readonly lines: readonly RouteLine[] }) {
  const [shown, setShown] = useState(false);
  if (lines.length === 0) return null;
  return (
    <View className="route-fold">
      <Card>
        <Tap className="route-fold__head" expanded={shown} label={`${title}，${shown ? routesTexts.fold : routesTexts.unfold}`} onPress={() => setShown(!shown)}>
          <Text className="route-fold__title">{title}</Text>
          <Text className="route-fold__word">{shown ? routesTexts.fold : routesTexts.unfold}</Text>
          <Icon name="chevron" size={16} className={shown ? 'route-fold__up' : 'route-fold__down'} />
        </Tap>
        {shown ? lines.map((line) => <RouteRow key={line.route} line={line} />) : null}
      </Card>
    </View>
  );
}
