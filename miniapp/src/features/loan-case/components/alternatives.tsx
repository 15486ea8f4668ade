import type { NearestSlot } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { bookingTexts as texts } from '../../../texts/booking.ts';
import { Card, Row } from '../../../ui/index.ts';
import { slotText } from '../booking.days.ts';

/** Somebody was faster: the nearest free times, each taken by one tap. */
export function Alternatives({ slots, onTake }: { readonly slots: readonly NearestSlot[]; onTake(slot: NearestSlot): Promise<void> }) {
  return (
    <Card tone="attention" title={texts.fullTitle}>
      <Text className="a-text">{slots.length === 0 ? texts.fullNone : texts.fullLead}</Text>
      {slots.map((slot) => (
        <Row key={slot.slotId} title={slotText(slot)} note={`${slot.name} · ${texts.left(slot.left)}`} value={texts.take} onPress={() => onTake(slot)} />
      ))}
    </Card>
  );
}
