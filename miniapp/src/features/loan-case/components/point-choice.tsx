import type { ServicePoint } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { bookingTexts as texts } from '../../../texts/booking.ts';
import { Card, ChoiceField, Row, Section, Tag } from '../../../ui/index.ts';
import { districtsOf } from '../booking.days.ts';

const ALL = '';

/** Where it is, and when it is open. */
export function PointNote({ point }: { readonly point: ServicePoint }) {
  return (
    <>
      <Text className="point-note">{point.address}</Text>
      <Text className="point-note">{texts.hours(point.hours)}</Text>
    </>
  );
}

export interface PointChoiceProps {
  readonly points: readonly ServicePoint[];
  /** What the time is for, and what to bring. */
  readonly lead: ReactNode;
  readonly title: string;
  onChosen(point: ServicePoint): void;
}

/** Where to go: the places, one district at a time. */
export function PointChoice({ points, lead, title, onChosen }: PointChoiceProps) {
  const [district, setDistrict] = useState(ALL);
  const shown = points.filter((point) => district === ALL || point.district === district);
  const districts = [{ value: ALL, label: texts.allDistricts }, ...districtsOf(points).map((one) => ({ value: one, label: one }))];
  return (
    <>
      {lead}
      <Card><View className="districts"><ChoiceField label={texts.district} choices={districts} value={district} onChange={setDistrict} /></View></Card>
      <Section title={title}>
        <Card>
          {shown.length === 0 ? <Text className="a-text">{texts.noPoints}</Text> : null}
          {shown.map((point) => (
            <Row key={point.servicePointId} title={point.name} note={<PointNote point={point} />} tag={<Tag tone="plain">{texts.kind[point.kind]}</Tag>} onPress={() => onChosen(point)} />
          ))}
        </Card>
      </Section>
    </>
  );
}
