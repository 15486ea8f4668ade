import type { ServicePoint, Slot } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { clockText } from '../../../texts/format.ts';
import { bookingTexts as texts } from '../../../texts/booking.ts';
import { aria, Card, ChoiceField, classNames, Row, Tap } from '../../../ui/index.ts';
import { daysOf, firstFree } from '../booking.days.ts';
import { PointNote } from './point-choice.tsx';

export interface SlotChoiceProps {
  readonly point: ServicePoint;
  readonly slots: readonly Slot[];
  readonly chosen: Slot | null;
  onChosen(slot: Slot): void;
  onOtherPoint(): void;
}

/** Which day and which half hour, with the places still free. */
export function SlotChoice({ point, slots, chosen, onChosen, onOtherPoint }: SlotChoiceProps) {
  const days = daysOf(slots);
  const [day, setDay] = useState<string | null>(null);
  const wanted = days.find((one) => one.day === day) ?? days.find((one) => one.day === firstFree(days));
  return (
    <>
      <Card><Row title={point.name} note={<PointNote point={point} />} value={<Text className="a-second">{texts.change}</Text>} onPress={onOtherPoint} /></Card>
      {wanted === undefined ? (
        <Card><Text className="a-text">{texts.noSlots}</Text></Card>
      ) : (
        <Card>
          <View className="days"><ChoiceField label={texts.days} choices={days.map((one) => ({ value: one.day, label: one.text }))} value={wanted.day} onChange={setDay} /></View>
          <Text className="slots__label">{texts.times}</Text>
          <View className="slots" {...aria({ role: 'radiogroup', label: texts.times })}>
            {wanted.slots.map((slot) => <SlotTap key={slot.slotId} slot={slot} on={slot.slotId === chosen?.slotId} onChosen={onChosen} />)}
          </View>
        </Card>
      )}
    </>
  );
}

function SlotTap({ slot, on, onChosen }: { readonly slot: Slot; readonly on: boolean; onChosen(slot: Slot): void }) {
  const time = clockText(slot.startsAt);
  const full = slot.left <= 0;
  return (
    <Tap className={classNames('slot', on && 'slot--on', full && 'slot--full')} role="radio" checked={on} disabled={full} onPress={() => onChosen(slot)}>
      <Text className="slot__time">{time}</Text>
      <Text className="slot__left">{full ? texts.full : texts.left(slot.left)}</Text>
    </Tap>
  );
}
