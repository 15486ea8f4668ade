import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { signTexts as texts } from '../../../texts/standing-order.ts';
import { pieceTexts } from '../../../texts/pieces.ts';
import { aria, classNames, Field, Icon, Sheet, Tap } from '../../../ui/index.ts';

/** A day that every month has. */
const LAST_DAY = 28;
const DAYS = Array.from({ length: LAST_DAY }, (_, at) => at + 1);

/** The day of the month, from a sheet of all that can be. */
export function DayField({ day, onChange }: { readonly day: number | null; onChange(day: number): void }) {
  const [open, setOpen] = useState(false);
  const words = day === null ? pieceTexts.choose : texts.dayOf(day);
  return (
    <Field label={texts.day} help={texts.dayHelp}>
      <Tap className="a-input a-input--pick" label={`${texts.day}，${words}`} onPress={() => setOpen(true)}>
        <Text className={day === null ? 'a-input__placeholder' : 'a-input__picked'}>{words}</Text>
        <Icon name="chevron" size={16} className="a-input__turn" />
      </Tap>
      <Sheet open={open} title={texts.day} onClose={() => setOpen(false)}>
        <View className="day-grid" {...aria({ role: 'radiogroup', label: texts.day })}>
          {DAYS.map((one) => (
            <Tap key={one} className={classNames('day-grid__one', one === day && 'day-grid__one--on')} role="radio" checked={one === day} label={texts.dayOne(one)} onPress={() => { setOpen(false); onChange(one); }}>
              <Text>{one}</Text>
            </Tap>
          ))}
        </View>
      </Sheet>
    </Field>
  );
}
