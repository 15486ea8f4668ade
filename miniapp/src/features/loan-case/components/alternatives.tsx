import type { NearestSlot } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { TIED } from '../../../texts/format.ts';
import { bookingTexts as texts } from '../../../texts/booking.ts';
import { Card, Row } from '../../../ui/index.ts';
import { slotText } from '../booking.days.ts';

/** The one place where the line may break is between the day and the clock. */
const dayAndTime = (slot: NearestSlot): string => slotText(slot).replace(TIED, ' ');

/** Somebody was faster: the nearest free times, each taken by one tap. */
export function Alternatives({ slots, onTake }: { readonly slots: readonly NearestSlot[]; onTake(slot: NearestSlot): Promise<void> }) {
  return (
    <Card tone="attention" title={texts.fullTitle}>
      <Text className="a-text">{slots.length === 0 ? texts.fullNone : texts.fullLead}</Text>
      <View className="alternatives">
        {slots.map((slot) => (
          <Row key={slot.slotId} title={dayAndTime(slot)} note={`${slot.name} · ${texts.left(slot.left)}`} value={texts.take} onPress={() => onTake(slot)} />
        ))}
      </View>
    </Card>
  );
}
