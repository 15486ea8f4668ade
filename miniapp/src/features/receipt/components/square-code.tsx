import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { aria } from '../../../ui/index.ts';
import { backgroundOf, squareOf } from '../square.ts';

const MODULE = 4;

/** A square code drawn with boxes, one a row: it looks the same in WeChat and in a browser, and needs no network. */
export function SquareCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, rows } = useMemo(() => squareOf(text), [text]);
  const side = `${size * MODULE}px`;
  return (
    <View className="square" style={{ width: side, height: side }} {...aria({ role: 'img', label })}>
      {rows.map((row, at) => (
        <View key={at} className="square__row" style={{ height: `${MODULE}px`, backgroundImage: backgroundOf(row, MODULE) }} />
      ))}
    </View>
  );
}
